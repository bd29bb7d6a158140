import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};
const units: Record<string, string> = {};
const from = { validFrom: "2026-01-01" };

beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  ids.north = await group.organization("north", { kind: "COMMITTEE", ...from });
  ids.south = await group.organization("south", { kind: "COMMITTEE", ...from });
  ids.branch = await group.organization("branch", { parentId: ids.north, ...from });
  ids.circle = await group.organization("circle", { kind: "GROUP", parentId: ids.branch, ...from });
  ids.audit = await group.organization("audit", { kind: "DISCIPLINE_COMMITTEE", parentId: ids.north, ...from });
  units.top = await unit("company", { kind: "COMPANY", parentId: null });
  units.city = await unit("city", { kind: "CITY", region: "华南" });
  units.other = await unit("canary-south", { kind: "CITY" });
  await cover("city", "north");
  await cover("other", "south");
  units.office = await unit("office", { parentId: units.city });
  units.team = await unit("team", { kind: "TEAM", parentId: units.office });
});
afterAll(() => group.close());

type NewUnit = Parameters<typeof createBody>[1];
const createBody = (
  code: string,
  over: Partial<Record<"kind" | "parentId" | "region" | "validFrom" | "validTo", unknown>>,
) =>
  ({
    parentId: units.top ?? null,
    kind: "DEPARTMENT",
    code,
    name: code,
    region: null,
    validTo: null,
    ...from,
    ...over,
  }) as never;
const unit = async (code: string, over: NewUnit = {}) =>
  (await office.ask("createUnit", { body: createBody(code, over) })).id;
const at = <B>(code: string, body: B) => ({ params: { unitId: units[code] as string }, body });
const covering = (organization: string, validFrom = "2026-01-01", validTo: string | null = null) => ({
  organizationId: ids[organization] as string,
  validFrom,
  validTo,
});
const cover = (code: string, organization: string, validFrom?: string) =>
  office.ask("coverUnit", at(code, covering(organization, validFrom)));
const listed = async (client: Client, organization: string, query: object = {}) =>
  (await client.ask("listUnits", { params: { organizationId: ids[organization] ?? group.rootId }, query })).items;

test("a unit answers to whoever covers it, else to whoever covers the nearest one above, else to the top", async () => {
  const keepers = (await listed(office, "root", { q: "e" })).map(({ code, keeper, coverage }) => [
    code,
    keeper?.name,
    coverage?.name ?? null,
  ]);
  expect(keepers).toEqual([
    ["office", "north", null],
    ["team", "north", null],
  ]);
  const [company] = await listed(office, "root");
  expect(company).toMatchObject({ code: "company", keeper: { name: "group" }, coverage: null, hasChildren: true });
});

test("the tree opens step by step, from the tops of what the organisation answers for", async () => {
  expect((await listed(office, "root")).map(({ code }) => code)).toEqual(["company"]);
  expect((await listed(office, "north")).map(({ code, region }) => [code, region])).toEqual([["city", "华南"]]);
  const below = await listed(office, "north", { parentId: units.city });
  expect(below.map(({ code, region, hasChildren }) => [code, region, hasChildren])).toEqual([["office", "华南", true]]);
});

test("the whole tree stands in one list in its order, page by page", async () => {
  const whole = await listed(office, "root", { which: "all" });
  expect(whole.map(({ code }) => code)).toEqual(["company", "city", "office", "team", "canary-south"]);
  const page = (after?: string) =>
    office.ask("listUnits", {
      params: { organizationId: group.rootId },
      query: { which: "all", limit: 2, ...(after === undefined ? {} : { after }) },
    });
  const first = await page();
  const second = await page(first.next ?? "");
  const third = await page(second.next ?? "");
  expect([first, second, third].flatMap(({ items }) => items)).toEqual(whole);
  expect(third.next).toBeNull();
  expect((await listed(office, "north", { which: "all" })).map(({ code }) => code)).toEqual(["city", "office", "team"]);
});

test("another subtree shows in no list and no count, and its units are answered like what isn't there", async () => {
  const north = await group.caller("north", "party_affairs_officer", ids.north);
  for (const query of [
    {},
    { q: "canary" },
    { parentId: units.top },
    { parentId: units.other },
    { which: "all" },
    { which: "no_own_branch" },
  ]) {
    const answer = await north.call("listUnits", {
      params: { organizationId: ids.north as string },
      query: query as never,
    });
    expect(answer.text).not.toContain("canary");
  }
  const there = { params: { organizationId: ids.south as string } };
  await group.refused(north, "listUnits", there, "not_found");
  await group.refused(north, "listGaps", there, "not_found");
  for (const code of ["other", "top"]) {
    await group.refused(north, "renameUnit", at(code, { name: "x", region: null }), "not_found");
    await group.refused(north, "moveUnit", at(code, { parentId: units.city as string }), "not_found");
    await group.refused(north, "endUnit", at(code, { lastDay: "2026-12-31" }), "not_found");
    await group.refused(north, "restrictUnit", at(code, { restriction: "SECRET" }), "not_found");
    await group.refused(north, "coverUnit", at(code, covering("north", "2026-02-01")), "not_found");
    await group.refused(north, "endCoverage", at(code, { lastDay: "2026-12-31" }), "not_found");
    await group.refused(north, "acceptGap", at(code, { finding: "gap.no_branch", on: "2026-02-01" }), "not_found");
    await group.refused(north, "createUnit", { body: createBody("mine", { parentId: units[code] }) }, "not_found");
  }
  await group.refused(north, "createUnit", { body: createBody("mine", { parentId: null }) }, "not_found");
  await group.refused(north, "moveUnit", at("office", { parentId: units.other as string }), "unit.parent_unknown");
  await group.refused(north, "moveUnit", at("office", { parentId: null }), "unit.parent_unknown");
  await group.refused(north, "coverUnit", at("office", covering("south")), "coverage.organization_unknown");
});

test.each([
  [{ code: "office" }, "unit.code_taken", "code"],
  [{ validFrom: "2026-03-01", validTo: "2026-02-28" }, "unit.end_before_start", "validTo"],
  [{ validFrom: "2025-12-31" }, "unit.older_than_parent", "validFrom"],
])("a unit with %o is refused beside the field", async (over, code, field) => {
  const body = { ...(createBody("new", {}) as object), ...over } as never;
  expect((await group.refused(office, "createUnit", { body }, code)).field).toBe(field);
});

test("a day that isn't in the calendar and a kind that isn't one are named by their fields", async () => {
  const body = createBody("new", { validFrom: "2026-02-30", kind: "SHIP" });
  const refusal = await group.refused(office, "createUnit", { body }, "request.invalid");
  expect(refusal.problems?.map(({ path }) => path)).toEqual(["kind", "validFrom"]);
});

test("one organisation at a time covers a unit: the one before ends the day before", async () => {
  await cover("office", "branch", "2026-02-01");
  await cover("office", "north", "2026-03-01");
  const rows = await group.query<{ code: string; from: string; to: string | null }>(
    `SELECT o.code, c.valid_from::text AS from, c.valid_to::text AS to FROM coverage c JOIN organization o ON o.id = c.organization_id
     WHERE c.unit_id = $1 ORDER BY c.valid_from`,
    [units.office],
  );
  expect(rows).toEqual([
    { code: "branch", from: "2026-02-01", to: "2026-02-28" },
    { code: "north", from: "2026-03-01", to: null },
  ]);
  await office.ask("endCoverage", at("office", { lastDay: "2026-03-05" }));
  await group.refused(office, "endCoverage", at("office", { lastDay: "2026-03-06" }), "coverage.none");
});

test.each([
  ["team", "audit", "2026-02-01", null, "coverage.kind_covers_nothing", "organizationId"],
  ["office", "circle", "2026-02-01", null, "coverage.group_covers_team", "organizationId"],
  ["team", "circle", "2026-02-01", "2026-01-31", "coverage.end_before_start", "validTo"],
  ["team", "circle", "2025-12-31", null, "coverage.outside_unit", "validFrom"],
  ["city", "branch", "2026-01-01", null, "coverage.not_after_current", "validFrom"],
  ["office", "branch", "2026-01-15", null, "coverage.later_exists", "validFrom"],
])("%s can't be covered by %s from %s to %s", async (code, organization, validFrom, validTo, refused, field) => {
  const sending = at(code, covering(organization, validFrom, validTo));
  expect((await group.refused(office, "coverUnit", sending, refused)).field).toBe(field);
});

test("what somebody else covered in those days is not cut or ended from the outside", async () => {
  units.passed = await unit("passed", { parentId: units.city });
  await cover("passed", "south");
  await cover("passed", "north", "2026-03-01");
  const north = await group.caller("office.north", "party_affairs_officer", ids.north);
  const covers = at("passed", covering("branch", "2026-02-15"));
  const ends = at("passed", { lastDay: "2026-02-15" });
  const refusals = [
    await group.refused(north, "coverUnit", covers, "coverage.kept_elsewhere"),
    await group.refused(north, "endCoverage", ends, "coverage.kept_elsewhere"),
  ];
  expect(refusals.map(({ field }) => field)).toEqual(["validFrom", "lastDay"]);
  await north.ask("coverUnit", at("passed", covering("branch", "2026-03-02")));
});

test("a unit moves with all below it, never below itself", async () => {
  await group.refused(office, "moveUnit", at("city", { parentId: units.team as string }), "unit.below_itself");
  await group.refused(office, "moveUnit", at("office", { parentId: units.city as string }), "unit.nothing_changes");
  units.depot = await unit("depot", { kind: "COUNTY", parentId: units.top });
  await office.ask("moveUnit", at("office", { parentId: units.depot }));
  const moved = await listed(office, "root", { parentId: units.depot });
  expect(moved.map(({ code, keeper }) => [code, keeper?.name])).toEqual([["office", "group"]]);
  expect((await listed(office, "root", { parentId: units.office })).map(({ code }) => code)).toEqual(["team"]);
  await office.ask("moveUnit", at("office", { parentId: units.city as string }));
  expect((await listed(office, "north", { q: "team" })).map(({ keeper }) => keeper?.name)).toEqual(["north"]);
});

test("a restricted unit marks all below it and what comes to stand below; the mark is lifted above", async () => {
  expect(await office.ask("restrictUnit", at("depot", { restriction: "OVERSEAS" }))).toEqual({ units: 1 });
  units.camp = await unit("camp", { kind: "PROJECT", parentId: units.depot, validTo: "2026-08-31" });
  await group.refused(office, "restrictUnit", at("camp", { restriction: null }), "unit.restricted_above");
  expect(await office.ask("restrictUnit", at("depot", { restriction: null }))).toEqual({ units: 2 });
});

test("a unit ends once nothing is left in it, and what covers it ends with it", async () => {
  const end = (code: string, lastDay: string) => at(code, { lastDay });
  await group.refused(office, "endUnit", end("depot", "2026-04-30"), "unit.children_left");
  await group.refused(office, "endUnit", end("camp", "2025-12-31"), "unit.end_before_start");
  await office.ask("endUnit", end("camp", "2026-04-30"));
  const { personId } = await office.ask("admitPerson", {
    params: { organizationId: ids.branch as string },
    body: { name: "p", memberState: "FULL", groupId: null, ...from },
  });
  await office.ask("setEmployment", {
    params: { personId },
    body: { unitId: units.depot as string, position: null, leadsUnit: false, ...from, validTo: "2026-04-30" },
  });
  await group.refused(office, "endUnit", end("depot", "2026-04-29"), "unit.children_left");
  await office.ask("endUnit", end("camp", "2026-03-31"));
  const left = await group.refused(office, "endUnit", end("depot", "2026-04-29"), "unit.people_left");
  expect([left.values, left.field]).toEqual([{ count: 1 }, "lastDay"]);
  await cover("depot", "north", "2026-02-01");
  expect(await office.ask("endUnit", end("depot", "2026-04-30"))).toEqual({ coverages: 1 });
});

test("pages of a level follow each other without gaps or repetitions", async () => {
  for (const code of ["a1", "a2", "a3"]) await unit(code);
  const codes: string[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page: { items: { code: string }[]; next: string | null } = await office.ask("listUnits", {
      params: { organizationId: group.rootId },
      query: { parentId: units.top as string, limit: 2, ...(after === "" ? {} : { after }) },
    });
    codes.push(...page.items.map(({ code }) => code));
    after = page.next;
  }
  expect(codes.toSorted()).toEqual(["a1", "a2", "a3", "canary-south", "city", "depot"]);
});
