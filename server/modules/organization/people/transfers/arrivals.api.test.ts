import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../../testing/assessed-group.ts";
import type { Client } from "../../../../testing/client.ts";

let group: AssessedGroup;
let branch: string;
let within: string;
let elsewhere: string;
let secretary: Client;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("branch");
  within = await group.organization("within", { kind: "GROUP", parentId: branch });
  elsewhere = await group.organization("elsewhere");
  secretary = await group.caller("secretary", "branch_secretary", branch);
});
afterAll(() => group.close());

type Arriving = Body<"receiveFromOutside">;
const arriving = (over: Partial<Arriving> = {}, organizationId = branch) => ({
  params: { organizationId },
  body: {
    from: "外单位党委",
    letterNumber: "转〔2026〕3号",
    issuedOn: "2026-03-01",
    on: "2026-03-10",
    memberState: "FULL" as const,
    person: { name: "沈立新" },
    ...over,
  },
});
const person = (personId: string, client = secretary) => client.ask("getPerson", { params: { personId } });

test("a member from outside comes by a letter: with the receipt the membership begins, in the state of the letter", async () => {
  const days = { bornOn: "1990-01-02", joinedOn: "2015-06-01", standingFrom: "2016-06-01" };
  const body = { groupId: within, person: { name: "沈立新", number: "N100", sex: "M" as const, ...days } };
  const audited = () => group.query("SELECT 1 FROM audit_entry WHERE action = 'organization.receive_from_outside'");
  const { personId } = await secretary.ask("receiveFromOutside", arriving(body));
  expect(await audited()).toHaveLength(1);
  const found = await person(personId);
  expect(found).toMatchObject({ name: "沈立新", number: "N100", memberState: "FULL", groupId: within, ...days });
  expect(found.states).toMatchObject([{ state: "FULL", from: "2026-03-10", to: null }]);
  expect(found.acts).toMatchObject([
    { from: null, to: "FULL", rule: "MEM-07", decidedBy: "外单位党委", papers: ["transfer_letter"] },
  ]);
  const { items } = await secretary.ask("listTransfers", {
    params: { organizationId: branch },
    query: { direction: "in", which: "settled" },
  });
  expect(items).toMatchObject([
    { personId, from: "外单位党委", fromOrganizationId: null, toOrganizationId: branch, state: "acknowledged" },
  ]);
  const onDay = async (on: string) =>
    (await secretary.ask("listPeople", { params: { organizationId: branch }, query: { on } })).items.length;
  expect([await onDay("2026-03-09"), await onDay("2026-03-10")]).toEqual([0, 1]);
});

test("a probationary member stays on probation", async () => {
  const { personId } = await secretary.ask(
    "receiveFromOutside",
    arriving({ memberState: "PROBATIONARY", person: { name: "陆晓彬", joinedOn: "2025-09-20" } }),
  );
  expect(await person(personId)).toMatchObject({ memberState: "PROBATIONARY", joinedOn: "2025-09-20" });
});

test.each([
  [{ validDays: 91 }, "validDays", "transfer.letter_days"],
  [{ on: "2026-02-28" }, "on", "transfer.before_letter"],
  [{ issuedOn: "2026-01-10", on: "2026-02-10" }, "on", "transfer.letter_expired"],
  [{ on: "2026-03-19" }, "on", "transfer.in_future"],
  [{ memberState: "PROBATIONARY" as const }, "joinedOn", "transfer.joining_missing"],
  [{ person: { name: "某", joinedOn: "2026-03-02" } }, "joinedOn", "transfer.joined_after_letter"],
  [{ person: { name: "某", bornOn: "2001-01-01", joinedOn: "2000-01-01" } }, "joinedOn", "person.joined_before_birth"],
] as const)("%o is refused by its field, and nobody is entered", async (over, field, code) => {
  const count = async () => (await group.query("SELECT id FROM person")).length;
  const before = await count();
  expect((await group.refused(secretary, "receiveFromOutside", arriving(over), code)).field).toBe(field);
  expect(await count()).toBe(before);
});

test("nobody is taken in outside the own branch, into a committee, or into another branch's group", async () => {
  await group.refused(secretary, "receiveFromOutside", arriving({}, elsewhere), "not_found");
  await group.refused(group.office, "receiveFromOutside", arriving({}, group.rootId), "person.not_a_branch");
  const strange = arriving({ groupId: within }, elsewhere);
  await group.refused(group.office, "receiveFromOutside", strange, "person.group_of_another_branch");
  const numbered = { person: { name: "另一人", number: "N100" } };
  await group.refused(secretary, "receiveFromOutside", arriving(numbered), "person.number_taken");
});

test("whoever was transferred out before comes back as the same person; whoever is still here doesn't", async () => {
  const body = { name: "韩志远", memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01" };
  const { personId } = await secretary.ask("admitPerson", { params: { organizationId: branch }, body });
  const back = (over: Partial<Arriving> = {}) => arriving({ person: { personId }, ...over });
  await group.refused(secretary, "receiveFromOutside", back(), "transfer.not_transferred_out");
  const letter = { toCode: null, outsideName: "外单位党委", issuedOn: "2026-01-20" };
  const { id } = await secretary.ask("issueTransfer", { params: { personId }, body: letter });
  await secretary.ask("acknowledgeTransfer", { params: { transferId: id }, body: { on: "2026-02-01" } });
  const early = back({ issuedOn: "2026-01-25", on: "2026-01-31" });
  await group.refused(secretary, "receiveFromOutside", early, "member.changed_later");
  const stranger = await group.caller("stranger", "branch_secretary", elsewhere);
  const taking = { ...back(), params: { organizationId: elsewhere } };
  await group.refused(stranger, "receiveFromOutside", taking, "not_found");
  expect(await group.office.ask("receiveFromOutside", taking)).toMatchObject({ personId });
  const { states, organizationId } = await person(personId, group.office);
  expect(organizationId).toBe(elsewhere);
  expect(states.map(({ state, from, to }) => [state, from, to])).toEqual([
    ["FULL", "2026-03-10", null],
    ["LEFT", "2026-02-01", "2026-03-09"],
    ["FULL", "2026-01-01", "2026-01-31"],
  ]);
});
