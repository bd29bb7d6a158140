import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let branch: string;
let groupId: string;
let secretary: Client;
let organizer: Client;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("a");
  groupId = await group.organization("g", { kind: "GROUP", parentId: branch });
  secretary = await group.caller("secretary", "branch_secretary", branch);
  organizer = await group.caller("organizer", "organizer", branch);
});
afterAll(() => group.close());

type Entered = Body<"admitPerson">["memberState"];
async function enter(memberState: Entered = "FULL", validFrom = "2026-01-01"): Promise<string> {
  const body = { name: "王小红", memberState, groupId, validFrom };
  return (await group.office.ask("admitPerson", { params: { organizationId: branch }, body })).personId;
}
const suspension = (personId: string, over: Partial<Body<"changeMemberState">> = {}) => ({
  params: { personId },
  body: {
    to: "SUSPENDED" as const,
    on: "2026-03-10",
    evidence: ["meeting_decision" as const, "search_record" as const],
    decidedBy: "支部党员大会",
    suspension: "LOST" as const,
    awaySince: "2025-09-01",
    ...over,
  },
});
const death = (personId: string, on = "2026-03-10") => ({
  params: { personId },
  body: { to: "DECEASED" as const, on, evidence: ["death_record" as const], decidedBy: "支部委员会" },
});
type Disposing = { params: { personId: string }; body: Body<"disposeOfMember"> };
const correction = (personId: string, over: Partial<Body<"disposeOfMember">> = {}): Disposing => ({
  params: { personId },
  body: {
    to: "CORRECTING" as const,
    on: "2026-02-01",
    evidence: ["reason", "helper_plan", "branch_resolution", "committee_approval"],
    decidedBy: "党委〔2026〕3号",
    correctionMonths: 1,
    reason: "长期不参加组织生活",
    ...over,
  },
});
const dispose = (sending: Disposing) => organizer.ask("disposeOfMember", sending);
const rowsOf = (personId: string) =>
  group.query("SELECT state, valid_from AS a, valid_to AS b FROM membership WHERE person_id = $1 ORDER BY valid_from", [
    personId,
  ]);

test("a suspension ends one stretch the day before and begins the next, with the rule and its papers", async () => {
  const personId = await enter();
  const { startsOn } = await secretary.ask("changeMemberState", suspension(personId));
  expect(startsOn).toBe("2026-03-10");
  expect(await rowsOf(personId)).toEqual([
    { state: "FULL", a: "2026-01-01", b: "2026-03-09" },
    { state: "SUSPENDED", a: "2026-03-10", b: null },
  ]);
  const { states, acts, memberState } = await secretary.ask("getPerson", { params: { personId } });
  expect(memberState).toBe("SUSPENDED");
  expect(states.map(({ state, from, to }) => [state, from, to])).toEqual([
    ["SUSPENDED", "2026-03-10", null],
    ["FULL", "2026-01-01", "2026-03-09"],
  ]);
  expect(acts).toMatchObject([
    { from: "FULL", to: "SUSPENDED", rule: "MEM-03", strength: "must", papers: ["meeting_decision", "search_record"] },
  ]);
});

test("a suspended member is restored by application and approval", async () => {
  const personId = await enter("SUSPENDED");
  const evidence = ["application" as const, "committee_approval" as const];
  const body = { to: "FULL" as const, on: "2026-03-01", evidence, decidedBy: "党委" };
  await secretary.ask("changeMemberState", { params: { personId }, body });
  expect((await secretary.ask("getPerson", { params: { personId } })).acts[0]).toMatchObject({ rule: "MEM-04" });
});

test("who dies leaves the roster and his 党小组, and his posts end the day before", async () => {
  const personId = await enter();
  await group.office.ask("appoint", {
    params: { organizationId: groupId },
    body: { personId, post: "GROUP_LEADER", validFrom: "2026-01-01", validTo: null },
  });
  await secretary.ask("changeMemberState", death(personId));
  const { items } = await secretary.ask("listPeople", { params: { organizationId: branch }, query: { limit: 200 } });
  expect(items.map(({ id }) => id)).not.toContain(personId);
  const found = await secretary.ask("getPerson", { params: { personId } });
  expect([found.memberState, found.groupId, found.posts[0]?.to]).toEqual(["LEFT", null, "2026-03-09"]);
  await group.refused(secretary, "changeMemberState", death(personId), "member.not_a_member");
});

test.each<[Partial<Body<"changeMemberState">>, string, string]>([
  [{ evidence: [] }, "evidence", "member.evidence_missing"],
  [{ suspension: null }, "evidence", "member.evidence_missing"],
  [{ awaySince: null }, "awaySince", "member.away_since_missing"],
  [{ awaySince: "2025-10-01" }, "on", "member.lost_too_short"],
  [{ on: "2026-03-19" }, "on", "member.in_future"],
  [{ on: "2025-12-31" }, "on", "member.date_invalid"],
])("a suspension with %o is refused by its field and rule", async (over, field, code) => {
  const personId = await enter();
  const sending = suspension(personId, over);
  expect((await group.refused(secretary, "changeMemberState", sending, code)).field).toBe(field);
});

test("full membership isn't entered beside the development of members", async () => {
  const personId = await enter("PROBATIONARY");
  const sending = suspension(personId, { to: "FULL" });
  await group.refused(secretary, "changeMemberState", sending, "member.through_development");
  await group.refused(organizer, "disposeOfMember", correction(personId, { to: "FULL" }), "member.through_development");
});

test("nobody changes before what has changed since", async () => {
  const personId = await enter("SUSPENDED");
  await group.query("UPDATE membership SET state = 'FULL', valid_to = '2026-02-28' WHERE person_id = $1", [personId]);
  await group.query(
    `INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
     VALUES ($1, gen_random_uuid(), $2, $3, 'FULL', '2026-03-01')`,
    [group.tenantId, personId, branch],
  );
  await group.refused(secretary, "changeMemberState", death(personId, "2026-02-10"), "member.changed_later");
});

test("a post that begins later keeps somebody from leaving before it", async () => {
  const personId = await enter();
  await group.office.ask("appoint", {
    params: { organizationId: branch },
    body: { personId, post: "COMMITTEE_MEMBER", validFrom: "2026-03-12", validTo: null },
  });
  await group.refused(secretary, "changeMemberState", death(personId), "appointment.begins_later");
});

test("a correction has an end; before it nothing is decided, after it the member is restored or removed", async () => {
  const personId = await enter();
  await dispose(correction(personId));
  const evidence = ["change_record", "branch_resolution", "committee_approval"] as const;
  const back = correction(personId, { to: "FULL", on: "2026-02-20", evidence: [...evidence], correctionMonths: null });
  const early = await group.refused(organizer, "disposeOfMember", back, "member.correction_not_over");
  expect(early.values.endsOn).toBe("2026-03-01");
  await dispose({ ...back, body: { ...back.body, on: "2026-03-01" } });
  expect((await rowsOf(personId)).map((row) => (row as { state: string }).state)).toEqual([
    "FULL",
    "CORRECTING",
    "FULL",
  ]);
});

test("removal needs a ground, and 限期改正无转变 a correction before it", async () => {
  const personId = await enter();
  const evidence = ["removal_record", "branch_resolution", "committee_approval"] as const;
  const removal = correction(personId, { to: "REMOVED", on: "2026-03-01", evidence: [...evidence] });
  await group.refused(organizer, "disposeOfMember", removal, "member.removal_ground_missing");
  const unchanged = { ...removal, body: { ...removal.body, removal: "NO_CHANGE" as const } };
  await group.refused(organizer, "disposeOfMember", unchanged, "member.never_corrected");
  await dispose({ ...removal, body: { ...removal.body, removal: "QUIT" } });
  expect((await organizer.ask("getPerson", { params: { personId } })).memberState).toBe("REMOVED");
});

test("what is no disposition isn't entered as one", async () => {
  const personId = await enter("SUSPENDED");
  await group.refused(organizer, "disposeOfMember", correction(personId, { to: "FULL" }), "member.through_branch");
});

test("nobody enters a correction longer than a year or one of the future", async () => {
  const personId = await enter();
  const long = correction(personId, { correctionMonths: 13 });
  await group.refused(organizer, "disposeOfMember", long, "member.correction_months");
  const later = correction(personId, { on: "2026-03-19" });
  await group.refused(organizer, "disposeOfMember", later, "member.in_future");
});

test("who dies or is suspended has no rights of a member any more from that day on", async () => {
  for (const [name, change] of [
    ["dying", death],
    ["leaving", suspension],
  ] as const) {
    const personId = await enter();
    await group.caller(name, "branch_secretary", branch);
    await group.query("UPDATE account SET person_id = $1 WHERE sign_in_name = $2", [personId, name]);
    await secretary.ask("changeMemberState", change(personId));
    const rights = await group.query(
      "SELECT g.valid_to FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.person_id = $1",
      [personId],
    );
    expect(rights, name).toEqual([{ valid_to: "2026-03-09" }]);
  }
});

test("of two who change one member at once, one finds him changed", async () => {
  const personId = await enter();
  const both = await Promise.all([
    secretary.call("changeMemberState", suspension(personId)),
    secretary.call("changeMemberState", death(personId, "2026-03-10")),
  ]);
  expect(both.every(({ status }) => status < 500)).toBe(true);
  const open = await group.query("SELECT 1 FROM membership WHERE person_id = $1 AND valid_to IS NULL", [personId]);
  expect(open).toHaveLength(1);
});
