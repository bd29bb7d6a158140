import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let branch: string;
let beside: string;
let personId: string;
let other: string;
let secretary: Client;
let unitId: string;
let closedUnit: string;
let farUnit: string;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("a");
  beside = await group.organization("b");
  secretary = await group.caller("secretary", "branch_secretary", branch);
  personId = await enter(branch, "王小红", "A1");
  other = await enter(beside, "陈大伟", "B1");
  unitId = await enteredUnit("检修班", branch);
  closedUnit = await enteredUnit("撤销的班", branch, "2026-01-31");
  farUnit = await enteredUnit("别处的班", beside);
});
afterAll(() => group.close());

async function enter(organizationId: string, name: string, number: string): Promise<string> {
  const body = { name, memberState: "FULL" as const, groupId: null, validFrom: "2026-01-01", number };
  return (await group.office.ask("admitPerson", { params: { organizationId }, body })).personId;
}
/** A unit that a branch covers, by its name. */
async function enteredUnit(name: string, keeper: string, validTo: string | null = null): Promise<string> {
  const rows = await group.query<{ id: string }>(
    `INSERT INTO unit (tenant_id, id, kind, code, name, path, label, valid_from, valid_to)
     SELECT $1, gen_random_uuid(), 'TEAM', $2, $2, n || '.', n, '2026-01-01', $3
     FROM (SELECT count(*)::int + 1 AS n FROM unit) numbered RETURNING id`,
    [group.tenantId, name, validTo],
  );
  const id = rows[0]?.id ?? "";
  await group.query(
    `INSERT INTO coverage (tenant_id, id, organization_id, unit_id, valid_from, valid_to)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-01-01', $4)`,
    [group.tenantId, keeper, id, validTo],
  );
  return id;
}
const change = (body: Body<"changePerson">, whose = personId) => ({ params: { personId: whose }, body });
const employment = (body: Partial<Body<"setEmployment">> = {}) => ({
  params: { personId },
  body: { unitId, validFrom: "2026-01-01", ...body },
});
const person = (client: Client = secretary, whose = personId) =>
  client.ask("getPerson", { params: { personId: whose } });

test("what is named is changed, null clears, the rest stays", async () => {
  await secretary.ask("changePerson", change({ sex: "F", bornOn: "1980-02-29", joinedOn: "2001-07-01" }));
  await secretary.ask("changePerson", change({ name: "王晓红", standingFrom: "2002-07-01", sex: null }));
  expect(await person()).toMatchObject({
    name: "王晓红",
    number: "A1",
    sex: null,
    bornOn: "1980-02-29",
    joinedOn: "2001-07-01",
    standingFrom: "2002-07-01",
  });
});

test("a changed name or number stands in no audit entry", async () => {
  await secretary.ask("changePerson", change({ name: "不该记下的名字" }));
  const entries = await group.query<{ text: string }>("SELECT a::text AS text FROM audit_entry a");
  expect(entries.some(({ text }) => text.includes("不该记下"))).toBe(false);
});

test("a member without any file is found until one is found or made", async () => {
  const codes = async () => (await person()).findings.map(({ code, rule }) => `${rule} ${code}`);
  expect(await codes()).toEqual([]);
  await secretary.ask("changePerson", change({ fileKept: "NONE" }));
  expect(await codes()).toEqual(["MEM-13 member.file_missing"]);
  await secretary.ask("changePerson", change({ fileKept: "MEMBER" }));
  expect(await person()).toMatchObject({ fileKept: "MEMBER", findings: [] });
});

test.each([
  [{ number: "B1" }, "number", "person.number_taken"],
  [{ bornOn: "2099-01-01" }, "bornOn", "person.date_in_future"],
  [{ joinedOn: "1979-01-01", bornOn: "1980-02-29" }, "joinedOn", "person.joined_before_birth"],
  [{ joinedOn: "2001-07-01", standingFrom: "2001-06-30" }, "standingFrom", "person.standing_before_joining"],
] as const)("%o is refused by its field", async (body, field, code) => {
  expect((await group.refused(group.office, "changePerson", change(body), code)).field).toBe(field);
});

test("the own number may be sent again", async () => {
  await secretary.ask("changePerson", change({ number: "A1" }));
  expect((await person()).number).toBe("A1");
});

test("employment follows employment, and one of the same day is rewritten", async () => {
  const first = await secretary.ask("setEmployment", employment({ position: "班员" }));
  const again = await secretary.ask("setEmployment", employment({ position: "班长", leadsUnit: true }));
  expect(again.id).toBe(first.id);
  await secretary.ask("setEmployment", employment({ position: "专责", validFrom: "2026-03-01" }));
  const { employments } = await person();
  expect(employments.map(({ position, leadsUnit, from, to }) => [position, leadsUnit, from, to])).toEqual([
    ["专责", false, "2026-03-01", null],
    ["班长", true, "2026-01-01", "2026-02-28"],
  ]);
  expect(employments[0]?.unitName).toBe("检修班");
});

test("entering employment leaves one audit entry", async () => {
  const count = async () =>
    (await group.query("SELECT 1 FROM audit_entry WHERE action = 'organization.set_employment'")).length;
  const before = await count();
  await secretary.ask("setEmployment", employment({ position: "专责", validFrom: "2026-03-01" }));
  expect(await count()).toBe(before + 1);
});

test.each([
  [{ unitId: "0197aaaa-0000-7000-8000-000000000000", validFrom: "2026-04-01" }, "unitId", "employment.unit_unknown"],
  [{ validFrom: "2026-04-02", validTo: "2026-04-01" }, "validTo", "employment.end_before_start"],
  [{ validFrom: "2026-02-01" }, "validFrom", "employment.later_one"],
])("employment %o is refused by its field", async (body, field, code) => {
  expect((await group.refused(secretary, "setEmployment", employment(body), code)).field).toBe(field);
});

test("nobody works in a unit beyond its life", async () => {
  const body = { unitId: closedUnit, validFrom: "2026-03-05" };
  const refusal = await group.refused(group.office, "setEmployment", employment(body), "employment.unit_not_standing");
  expect([refusal.field, refusal.values.to]).toEqual(["validFrom", "2026-01-31"]);
});

test("a unit that somebody else answers for is answered like one that isn't there, and isn't named", async () => {
  const body = { unitId: farUnit, validFrom: "2026-03-10" };
  const refusal = await group.refused(secretary, "setEmployment", employment(body), "employment.unit_unknown");
  expect([refusal.field, refusal.values]).toEqual(["unitId", {}]);
  const whose = await enter(branch, "在别处工作", "A2");
  await group.office.ask("setEmployment", { params: { personId: whose }, body });
  const units = async (client: Client) => (await person(client, whose)).employments.map(({ unitName }) => unitName);
  expect([await units(secretary), await units(group.office)]).toEqual([[null], ["别处的班"]]);
});

test("一岗双责 is a post in a committee together with the head of a unit, and of the day", async () => {
  expect((await person()).doubleDuty).toBe(false);
  const body = { personId, post: "SECRETARY" as const, validFrom: "2026-01-01", validTo: null };
  await group.office.ask("appoint", { params: { organizationId: branch }, body });
  expect((await person()).doubleDuty).toBe(false);
  await secretary.ask("setEmployment", employment({ leadsUnit: true, validFrom: "2026-03-01" }));
  expect((await person()).doubleDuty).toBe(true);
  const of = async (on: string) =>
    (
      await group.office.ask("listPeople", {
        params: { organizationId: group.rootId },
        query: { on, doubleDuty: "true" as const },
      })
    ).items.map(({ id, doubleDuty }) => [id, doubleDuty]);
  expect(await of("2026-03-10")).toEqual([[personId, true]]);
  expect(await of("2026-01-10")).toEqual([[personId, true]]);
  await group.query("UPDATE appointment SET valid_to = '2026-02-10' WHERE person_id = $1", [personId]);
  expect(await of("2026-03-10")).toEqual([]);
});

test("posts in time are shown, newest first, with 专职", async () => {
  const body = { personId, post: "COMMITTEE_MEMBER" as const, validFrom: "2026-03-01", validTo: null, fullTime: true };
  await group.office.ask("appoint", { params: { organizationId: branch }, body });
  const { posts } = await person();
  expect(posts.map(({ post, fullTime, from, to }) => [post, fullTime, from, to])).toEqual([
    ["COMMITTEE_MEMBER", true, "2026-03-01", null],
    ["SECRETARY", false, "2026-01-01", "2026-02-10"],
  ]);
});

test("who isn't in the own subtree isn't there, to read or to change", async () => {
  const at = { params: { personId: other } };
  const read = await secretary.call("getPerson", at);
  expect(read.refusal.code).toBe("not_found");
  expect(read.text).not.toContain("陈");
  await group.refused(secretary, "changePerson", change({ name: "改名" }, other), "not_found");
  await group.refused(secretary, "setEmployment", { ...employment(), ...at }, "not_found");
});

test("a 党小组 leader sees the members of his 党小组, in the list and one by one, and nobody else", async () => {
  const groupId = await group.organization("g", { kind: "GROUP", parentId: branch });
  const inGroup = await group.office.ask("admitPerson", {
    params: { organizationId: branch },
    body: { name: "组员", memberState: "FULL", groupId, validFrom: "2026-01-01" },
  });
  const leader = await group.caller("leader", "group_leader", groupId);
  const { items } = await leader.ask("listPeople", { params: { organizationId: groupId } });
  expect(items.map(({ name }) => name)).toEqual(["组员"]);
  expect((await person(leader, inGroup.personId)).name).toBe("组员");
  expect((await leader.call("getPerson", { params: { personId } })).refusal.code).toBe("not_found");
});

test("what the caller may do is said with the person", async () => {
  expect((await person()).may).toEqual({ manage: true, dispose: false, readPrivate: false });
  const organizer = await group.caller("organizer", "organizer");
  expect((await person(organizer)).may).toEqual({ manage: false, dispose: true, readPrivate: true });
});
