import { randomUUID } from "node:crypto";
import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DepartmentsGroup, departmentsGroup, type JointBranch } from "../../testing/departments-group.ts";
import { followingNow } from "../../testing/scores-anew.ts";
import { markMissingSheets } from "../assessment/index.ts";
import { postDueFacts } from "../duties/index.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

type Asked = Body<"previewReorganization">;
type Act = Asked["acts"][number];

let group: DepartmentsGroup;
let first: JointBranch;
let second: JointBranch;
let third: JointBranch;
let generalId: string;
let elsewhereId: string;

beforeAll(async () => {
  group = await departmentsGroup([2, 2, 2]);
  [first, second, third] = group.joint as [JointBranch, JointBranch, JointBranch];
  generalId = await group.organization("GENERAL", { kind: "GENERAL_BRANCH", parentId: group.committeeId });
  elsewhereId = await group.organization("ELSEWHERE", { name: "canary-elsewhere" });
});
afterAll(() => group.close());

const top = () => ({ params: { organizationId: group.committeeId } });
const plan = (acts: Act[], over: Partial<Asked> = {}): Asked => ({
  name: "调整",
  decision: "党委〔2026〕1号",
  effectiveOn: "2026-03-16",
  acts,
  ...over,
});
const preview = (acts: Act[], over: Partial<Asked> = {}) =>
  group.officer.ask("previewReorganization", { ...top(), body: plan(acts, over) });
const apply = async (acts: Act[], over: Partial<Asked> = {}) => {
  const { digest, refusals } = await preview(acts, over);
  expect(refusals).toEqual([]);
  const body = { ...plan(acts, over), digest: digest as string };
  return (await group.officer.ask("applyReorganization", { ...top(), body })).id;
};
const everybodyOf = ({ departments }: JointBranch) => departments.flatMap(({ personIds }) => personIds);
const create = (over: Partial<Extract<Act, { act: "create" }>> = {}): Act => ({
  act: "create",
  id: randomUUID(),
  kind: "BRANCH",
  parentId: group.committeeId,
  class: "生产类",
  code: "NEW",
  name: "新党支部",
  unitIds: [],
  predecessorIds: [],
  approved: false,
  adoptsTemplates: true,
  ...over,
});
const merge = (): Act => ({ act: "merge", organizationIds: [first.id], intoId: second.id });
const move = (organizationId: string, parentId: string): Act => ({ act: "move", organizationId, parentId });

test.each<[string, () => Act[], string, number]>([
  ["a branch below itself", () => [move(generalId, generalId)], "reorganization.below_itself", 1],
  [
    "two parents",
    () => [move(first.id, generalId), move(first.id, group.committeeId)],
    "reorganization.two_parents",
    2,
  ],
  ["members left out", () => [{ act: "revoke", organizationId: first.id }], "reorganization.member_without_branch", 1],
  [
    "a person placed twice",
    () => [
      { act: "place", personIds: everybodyOf(first), organizationId: second.id, groupId: null },
      { act: "place", personIds: everybodyOf(first).slice(0, 1), organizationId: third.id, groupId: null },
    ],
    "reorganization.person_in_two_branches",
    2,
  ],
  ["a code of another committee", () => [create({ code: "ELSEWHERE" })], "reorganization.code_taken", 1],
  ["a branch of another committee", () => [move(elsewhereId, generalId)], "reorganization.organization_unknown", 1],
  ["the organisation above", () => [move(first.id, group.rootId)], "reorganization.organization_unknown", 1],
  ["a unit that isn't there", () => [create({ unitIds: [randomUUID()] })], "reorganization.unit_unknown", 1],
  ["a branch without members", () => [create()], "organization.too_few_full_members", 1],
])("%s is refused with the number of its act, in the preview and when applied", async (_what, acts, code, act) => {
  const asked = acts();
  const { digest, effects, refusals } = await preview(asked);
  expect([digest, effects]).toEqual([null, null]);
  expect(refusals[0]).toMatchObject({ code, values: { act } });
  expect(JSON.stringify(refusals)).not.toContain("canary");
  const body = { ...plan(asked), digest: "" };
  await group.refused(group.officer, "applyReorganization", { ...top(), body }, code);
});

test("a day that isn't in the calendar is named by its field", async () => {
  const body = { ...plan([merge()]), effectiveOn: "2026-02-30" };
  const refusal = await group.refused(group.officer, "previewReorganization", { ...top(), body }, "request.invalid");
  expect(refusal.problems?.map(({ path }) => path)).toEqual(["effectiveOn"]);
});

const close = (span: "month" | "quarter", from: string) =>
  group.query(
    `WITH closed AS (INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
       VALUES ($1::int, 1, $2::text, $3::date, 1, now()))
     INSERT INTO period (tenant_id, span, period_from, state, closing) VALUES ($1::int, $2::text, $3::date, 'closed', 1)`,
    [group.tenantId, span, from],
  );
const openAgain = async () => {
  for (const table of ["period", "period_closing"])
    await group.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [group.tenantId]);
};

test("nothing takes effect in a period that is in publicity or closed", async () => {
  await close("month", "2026-02-01");
  const body = { ...plan([merge()], { effectiveOn: "2026-02-16" }), digest: "" };
  const { values, field } = await group.refused(
    group.officer,
    "applyReorganization",
    { ...top(), body },
    "reorganization.period_not_open",
  );
  expect([values.from, values.to, field]).toEqual(["2026-02-01", "2026-02-28", "effectiveOn"]);
  await openAgain();
});

test("a closed quarter shuts its months: nothing takes effect in it, and nothing is taken back", async () => {
  const id = await apply([merge()]);
  await close("quarter", "2026-01-01");
  const undo = { params: { reorganizationId: id }, body: { reason: "x" } };
  const { values } = await group.refused(group.officer, "undoReorganization", undo, "reorganization.period_not_open");
  expect([values.from, values.to]).toEqual(["2026-01-01", "2026-03-31"]);
  const { undoable } = await group.officer.ask("getReorganization", { params: { reorganizationId: id } });
  expect(undoable).toBe(false);
  const { refusals } = await preview([move(third.id, generalId)], { effectiveOn: "2026-03-17" });
  expect(refusals).toMatchObject([{ code: "reorganization.period_not_open" }]);
  await openAgain();
  await group.officer.ask("undoReorganization", undo);
});

test("a unit that another committee is to cover later isn't covered anew", async () => {
  const unit = first.departments[0]?.unitId as string;
  await group.query("UPDATE coverage SET valid_to = '2026-04-30' WHERE unit_id = $1", [unit]);
  await group.query(
    `INSERT INTO coverage (tenant_id, id, organization_id, unit_id, valid_from)
     VALUES ($1, gen_random_uuid(), $2, $3, '2026-05-01')`,
    [group.tenantId, elsewhereId, unit],
  );
  const { refusals } = await preview([create({ unitIds: [unit] })]);
  expect(refusals[0]).toMatchObject({ code: "reorganization.unit_unknown", values: { act: 1, unit } });
  await group.query("DELETE FROM coverage WHERE unit_id = $1 AND organization_id = $2", [unit, elsewhereId]);
  await group.query("UPDATE coverage SET valid_to = NULL WHERE unit_id = $1", [unit]);
});

test("a branch whose member is on the way elsewhere waits for the receipt", async () => {
  const [person] = everybodyOf(first);
  await group.query(
    `INSERT INTO person_transfer (tenant_id, id, person_id, from_organization_id, outside_name, issued_on, valid_days, state)
     VALUES ($1, gen_random_uuid(), $2, $3, '某单位', '2026-03-01', 60, 'issued')`,
    [group.tenantId, person, first.id],
  );
  const { refusals } = await preview([merge()]);
  expect(refusals).toMatchObject([{ code: "reorganization.letter_on_its_way", values: { person } }]);
  await group.query("DELETE FROM person_transfer WHERE tenant_id = $1", [group.tenantId]);
});

test("a branch that the last administrator of a kind has the right on doesn't end; the act is named", async () => {
  await group.caller("system-below", "system_administrator", first.id);
  const ofTop = "WHERE role = 'system_administrator' AND organization_id = $1";
  await group.query(`UPDATE role_grant SET valid_to = '2026-03-16' ${ofTop}`, [group.rootId]);
  const acts = [{ act: "rename" as const, organizationId: third.id, name: "第三党支部" }, merge()];
  const { refusals } = await preview(acts, { effectiveOn: "2026-03-17" });
  expect(refusals).toEqual([
    {
      code: "reorganization.last_administrator",
      values: { act: 2, organization: first.id, role: "system_administrator" },
      field: null,
    },
  ]);
  await group.query(`UPDATE role_grant SET valid_to = NULL ${ofTop}`, [group.rootId]);
  expect((await preview(acts, { effectiveOn: "2026-03-17" })).refusals).toEqual([]);
});

test("another plan, or another state than the one previewed, isn't applied", async () => {
  const { digest } = await preview([merge()]);
  const body = { ...plan([merge()]), digest: digest as string };
  const [person] = everybodyOf(first);
  await group.query("UPDATE membership SET valid_to = '2026-03-15' WHERE person_id = $1", [person]);
  await group.refused(group.officer, "applyReorganization", { ...top(), body }, "reorganization.preview_outdated");
  await group.query("UPDATE membership SET valid_to = NULL WHERE person_id = $1", [person]);
  const other = { ...body, name: "另一名称" };
  await group.refused(
    group.officer,
    "applyReorganization",
    { ...top(), body: other },
    "reorganization.preview_outdated",
  );
});

test("an organisation that changes later isn't re-organised before that day", async () => {
  const rename: Act = { act: "rename", organizationId: third.id, name: "第三党支部" };
  const id = await apply([rename], { effectiveOn: "2026-04-01" });
  const { refusals } = await preview([merge()]);
  expect(refusals[0]).toMatchObject({ code: "reorganization.changes_later", values: { on: "2026-04-01" } });
  await group.officer.ask("undoReorganization", { params: { reorganizationId: id }, body: { reason: "改期" } });
});

test("whoever was changed since keeps it from being taken back, by what was changed", async () => {
  const id = await apply([merge()]);
  const [person] = everybodyOf(first);
  await group.query(`UPDATE membership SET state = 'CORRECTING' WHERE person_id = $1 AND valid_from = '2026-03-16'`, [
    person,
  ]);
  const undo = { params: { reorganizationId: id }, body: { reason: "x" } };
  await group.refused(group.officer, "undoReorganization", undo, "reorganization.since.members");
  await group.query(`UPDATE membership SET state = 'FULL' WHERE person_id = $1`, [person]);
  await group.officer.ask("undoReorganization", undo);
});

test("what was set up since below an organisation that moved keeps it from being taken back", async () => {
  const id = await apply([move(third.id, generalId)]);
  const since = await group.organization("SINCE", { kind: "GROUP", parentId: third.id });
  const undo = { params: { reorganizationId: id }, body: { reason: "x" } };
  await group.refused(group.officer, "undoReorganization", undo, "reorganization.since.organizations");
  await group.query("DELETE FROM search_entry WHERE id = $1", [since]);
  await group.query("DELETE FROM organization_place WHERE organization_id = $1", [since]);
  await group.query("DELETE FROM organization WHERE id = $1", [since]);
  await group.officer.ask("undoReorganization", undo);
});

test("a branch that begins for a restricted unit is restricted, with its 党小组; beside it nothing is", async () => {
  const [restricted, plain] = third.departments.map(({ unitId }) => unitId) as [string, string];
  await group.query("UPDATE unit SET restriction = 'SECRET' WHERE id = $1", [restricted]);
  const [forRestricted, forPlain] = [
    create({ code: "R1", unitIds: [restricted] }),
    create({ code: "R2", unitIds: [plain] }),
  ] as Extract<Act, { act: "create" }>[];
  const circle = create({ kind: "GROUP", class: null, code: "R3", parentId: forRestricted?.id });
  const place = (branch: Act | undefined, department: number): Act => ({
    act: "place",
    personIds: [...(third.departments[department]?.personIds ?? [])],
    organizationId: (branch as { id: string }).id,
    groupId: null,
  });
  const acts = [forRestricted, forPlain, circle, place(forRestricted, 0), place(forPlain, 1)] as Act[];
  const id = await apply([...acts, { act: "revoke", organizationId: third.id }]);
  const marks = await group.query("SELECT code, restriction FROM organization WHERE code LIKE 'R_' ORDER BY code");
  expect(marks).toEqual([
    { code: "R1", restriction: "SECRET" },
    { code: "R2", restriction: null },
    { code: "R3", restriction: "SECRET" },
  ]);
  await group.officer.ask("undoReorganization", { params: { reorganizationId: id }, body: { reason: "x" } });
  await group.query("UPDATE unit SET restriction = NULL WHERE id = $1", [restricted]);
});

test("what was moved away since is called by its neutral name, or by none, where an old plan is read", async () => {
  const rename: Act = { act: "rename", organizationId: third.id, name: "canary-renamed" };
  const id = await apply([rename, move(third.id, generalId)]);
  const away = await group.caller("of-mine", "party_affairs_officer", group.committeeId);
  const path = "(SELECT path FROM organization WHERE id = $1)";
  const [{ path: was } = { path: "" }] = await group.query<{ path: string }>(`SELECT ${path} AS path`, [third.id]);
  const seen = async () => (await away.call("getReorganization", { params: { reorganizationId: id } })).text;
  expect(await seen()).toContain("canary-renamed");
  await group.query(
    `UPDATE organization SET restriction = 'SECRET', neutral_name = '第七单位', path = $2 WHERE id = $1`,
    [third.id, "1.999."],
  );
  expect(await seen()).not.toContain("canary-renamed");
  expect(await seen()).not.toContain(third.name);
  expect(await seen()).toContain("第七单位");
  await group.query("UPDATE organization SET neutral_name = NULL WHERE id = $1", [third.id]);
  expect(await seen()).toContain('"–"');
  await group.query("UPDATE organization SET restriction = NULL, path = $2 WHERE id = $1", [third.id, was]);
  await group.officer.ask("undoReorganization", { params: { reorganizationId: id }, body: { reason: "x" } });
});

test("a 党小组 that is moved to where it stands goes on owing what it owes", async () => {
  const team = await group.organization("TEAM", { kind: "GROUP", parentId: third.id });
  const body = { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes: ["group_meeting"] };
  const { issued } = await group.office.ask("issuePlan", { body });
  expect(issued).toBeGreaterThan(0);
  const { effects, refusals } = await preview([move(team, third.id)]);
  expect(refusals).toEqual([]);
  expect([effects?.dutiesWaived, effects?.dutiesIssued]).toEqual([0, 0]);
});

test("a duty that had fallen due before anybody re-organised counts again once that is taken back", async () => {
  const { workshop } = group.application;
  const body = { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes: ["theme_day"] };
  await group.office.ask("issuePlan", { body });
  group.clock.set("2026-04-02T02:00:00Z");
  await postDueFacts(workshop, group.tenantId);
  await markMissingSheets(workshop, group.tenantId, 13);
  await group.fold();
  const following = () => followingNow(workshop.database.reading(group.tenantId), group.tenantId);
  const before = await following();
  const score = async () => {
    const [row] = await group.query<{ total: string | null }>(
      `SELECT total::text FROM score_sheet WHERE organization_id = $1 AND period_from = '2026-03-01' AND scheme_code = 'monthly'`,
      [first.id],
    );
    return row?.total ?? null;
  };
  expect(await score()).toBe("0.00");
  const id = await apply([merge()]);
  await group.fold();
  expect(await score()).toBeNull();
  await group.officer.ask("undoReorganization", { params: { reorganizationId: id }, body: { reason: "x" } });
  await group.fold();
  expect(await following()).toEqual(before);
});

test("whoever leads another committee neither plans here nor reads what was done here", async () => {
  const away = await group.caller("away", "party_affairs_officer", elsewhereId);
  await group.refused(away, "previewReorganization", { ...top(), body: plan([merge()]) }, "not_found");
  await group.refused(away, "applyReorganization", { ...top(), body: { ...plan([merge()]), digest: "" } }, "not_found");
  await group.refused(away, "listReorganizations", { ...top(), query: {} }, "not_found");
  const { items } = await group.officer.ask("listReorganizations", { ...top(), query: { limit: 2 } });
  expect(items).toHaveLength(2);
  const params = { reorganizationId: items[0]?.id as string };
  await group.refused(away, "getReorganization", { params }, "not_found");
  await group.refused(away, "undoReorganization", { params, body: { reason: "x" } }, "not_found");
});
