import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { entryStates } from "@dutyloop/domain/organization/member-things.ts";
import type { OrganizationKind, Post } from "@dutyloop/domain/organization/things.ts";
import type { UnitKind } from "@dutyloop/domain/organization/unit-things.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { employ } from "../../../testing/units.ts";

let group: AssessedGroup;
let office: Client;
const ids: Record<string, string> = {};
const units: Record<string, string> = {};
const people: Record<string, string> = {};
type Units = Answer<"listUnits">;
const began = "2026-01-01";

/**
 * North covers a city. Its departments: joint has four full members in a joint branch, lonely three and no branch, single a
 * branch of its own with a team of four. South has a department of three, which nobody of north may see.
 */
beforeAll(async () => {
  group = await assessedGroup();
  office = group.office;
  ids.root = group.rootId;
  ids.north = await set("north", "COMMITTEE");
  ids.south = await set("canary-south", "COMMITTEE");
  ids.shared = await set("shared", "JOINT_BRANCH", "north");
  ids.single = await set("single-branch", "BRANCH", "north");
  ids.far = await set("canary-far", "BRANCH", "south");
  await unit("company", "COMPANY", null);
  await unit("city", "CITY", "company", "north");
  await unit("joint", "DEPARTMENT", "city", "shared");
  await unit("small", "DEPARTMENT", "city", "shared");
  await unit("lonely", "DEPARTMENT", "city");
  await unit("single", "DEPARTMENT", "city", "single");
  await unit("crew", "TEAM", "single");
  await unit("south-city", "CITY", "company", "south");
  await unit("canary-desk", "DEPARTMENT", "south-city");
  await staff("joint", "shared", ["FULL", "FULL", "FULL", "FULL"]);
  await staff("small", "shared", ["FULL", "FULL"]);
  await staff("lonely", "shared", ["FULL", "FULL", "FULL", "PROBATIONARY"]);
  await staff("crew", "single", ["FULL", "FULL", "FULL", "PROBATIONARY"]);
  await staff("canary-desk", "far", ["FULL", "FULL", "FULL"]);
  await post("crew-2", "single", "ORGANIZATION_MEMBER");
  await post("joint-1", "shared", "SECRETARY");
});
afterAll(() => group.close());

const set = (code: string, kind: OrganizationKind, above = "root") =>
  group.organization(code, { kind, parentId: ids[above] as string, validFrom: began });
async function unit(
  code: string,
  kind: UnitKind,
  above: string | null,
  organization?: string,
  validTo: string | null = null,
) {
  const parentId = above === null ? null : (units[above] as string);
  const body = { parentId, kind, code, name: code, region: null, validFrom: began, validTo };
  units[code] = (await office.ask("createUnit", { body })).id;
  if (organization === undefined) return;
  const coverage = { organizationId: ids[organization] as string, validFrom: began, validTo: null };
  await office.ask("coverUnit", { params: { unitId: units[code] as string }, body: coverage });
}
async function staff(code: string, branch: string, states: readonly (typeof entryStates)[number][]) {
  const ofUnit: string[] = [];
  for (const memberState of states) {
    const name = `${code}-${ofUnit.length + 1}`;
    const body = { name, memberState, groupId: null, validFrom: began };
    const { personId } = await office.ask("admitPerson", { params: { organizationId: ids[branch] as string }, body });
    people[name] = personId;
    ofUnit.push(personId);
  }
  await employ(group.database.superUrl, group.tenantId, units[code] as string, ofUnit);
}
const post = (person: string, organization: string, held: Post) =>
  office.ask("appoint", {
    params: { organizationId: ids[organization] as string },
    body: { personId: people[person] as string, post: held, validFrom: began, validTo: null },
  });
const gaps = (organization = "root", client = office, query: object = {}) =>
  client.ask("listGaps", { params: { organizationId: ids[organization] as string }, query });
const accepting = (code: string, finding: string, over: object = {}) => ({
  params: { unitId: units[code] as string },
  body: { finding, on: "2026-03-02", ...over },
});
/** In the order of the units' names, whatever their numbers in the tree. */
const found = async (organization = "root", client = office) =>
  (await gaps(organization, client)).items
    .map(({ unit: { name }, finding }) => `${name} ${finding.rule} ${finding.code}`)
    .toSorted();
const gapAt = async (name: string, organization = "north", client = office) =>
  (await gaps(organization, client)).items.find(({ unit: of }) => of.name === name);

test("what ought to be built is listed with its rule, its strength and a proposal", async () => {
  expect(await found("north")).toEqual([
    "crew ORG-23 gap.no_group",
    "joint ORG-02 gap.own_branch_possible",
    "lonely ORG-01 gap.no_branch",
  ]);
  const { counts } = await gaps("north");
  expect(counts).toEqual({ must: 1, general: 1, practice: 1, design: 0 });
  expect(await gapAt("lonely")).toMatchObject({
    keeper: { name: "north" },
    finding: { strength: "must", values: { unit: "lonely", fullMembers: 3, least: 3 } },
    proposal: {
      act: "create",
      kind: "BRANCH",
      name: "lonely党支部",
      code: "lonely",
      under: { id: ids.north, name: "north" },
      post: "SECRETARY",
      personName: "lonely-1",
      needsApproval: false,
    },
  });
  expect((await gapAt("crew"))?.proposal).toMatchObject({
    kind: "GROUP",
    under: { id: ids.single },
    post: "GROUP_LEADER",
    joining: 1,
  });
});

test("each level of the drill-down lists and counts what lies below it and nothing else", async () => {
  expect(await found("root")).toHaveLength(4);
  expect(await found("single")).toEqual(["crew ORG-23 gap.no_group"]);
  const { counts } = await gaps("shared");
  expect(counts).toEqual({ must: 0, general: 1, practice: 0, design: 0 });
  const north = await group.caller("north", "party_affairs_officer", ids.north);
  for (const organization of ["north", "shared", "single"])
    expect(
      (await north.call("listGaps", { params: { organizationId: ids[organization] as string } })).text,
    ).not.toContain("canary");
  await group.refused(north, "listGaps", { params: { organizationId: group.rootId } }, "not_found");
});

test("names are only for those who may read them, and of a secret unit for nobody", async () => {
  const leader = await group.caller("leader", "party_committee_leader");
  const named = (client: Client) =>
    Promise.all(
      ["crew", "joint", "lonely"].map(async (name) => (await gapAt(name, "north", client))?.proposal.personName),
    );
  expect(await named(leader)).toEqual([null, null, null]);
  const restrict = (restriction: "SECRET" | null) =>
    office.ask("restrictUnit", { params: { unitId: units.lonely as string }, body: { restriction } });
  await restrict("SECRET");
  expect(await named(office)).toEqual(["crew-1", "joint-1", null]);
  await restrict(null);
});

test("一部门一支部 is the same figure in the lists and on the workbench, at every level", async () => {
  await group.count();
  for (const organization of ["root", "north", "south", "shared", "single", "far"]) {
    const params = { organizationId: ids[organization] as string };
    const { figures } = await office.ask("getWorkbench", { params, query: { period: "2026-03" } });
    const [own, lacking] = await Promise.all(
      (["own_branch", "no_own_branch"] as const).map((which) => office.ask("listUnits", { params, query: { which } })),
    );
    const counted = {
      covered: own?.items.length,
      departments: (own?.items.length ?? 0) + (lacking?.items.length ?? 0),
    };
    expect(own?.ownBranches, organization).toEqual(counted);
    expect((await gaps(organization)).ownBranches, organization).toEqual(counted);
    expect(figures.ownBranches, organization).toEqual({ done: counted.covered, of: counted.departments });
  }
  expect((await gaps("north")).ownBranches).toEqual({ covered: 1, departments: 3 });
  expect((await gaps("root")).ownBranches).toEqual({ covered: 1, departments: 4 });
});

test("the list is paged by key", async () => {
  const first = await gaps("root", office, { limit: 3 });
  const second = await gaps("root", office, { limit: 3, after: first.next ?? "" });
  expect([...first.items, ...second.items].map(({ unit: { name } }) => name)).toEqual(
    (await gaps("root")).items.map(({ unit: { name } }) => name),
  );
  expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null]);
});

test.each([
  ["joint", { finding: "gap.no_branch" }, "gap.closed", undefined],
  ["lonely", { on: "2026-03-20" }, "organization.change_in_future", "on"],
  ["lonely", { on: "2025-12-31" }, "gap.closed", undefined],
  ["lonely", { code: "north" }, "organization.code_taken", "code"],
  ["lonely", { on: "2026-02-30" }, "request.invalid", undefined],
  ["lonely", { name: " " }, "request.invalid", undefined],
])("at %s %o is refused", async (code, over, refused, field) => {
  const sending = accepting(code, "gap.no_branch", over);
  expect((await group.refused(office, "acceptGap", sending as never, refused)).field).toBe(field);
});

test("who keeps the branch but not what the new one would stand under, or not all members' branches, is refused", async () => {
  const shared = await group.caller("shared", "party_affairs_officer", ids.shared);
  await group.refused(shared, "acceptGap", accepting("joint", "gap.own_branch_possible"), "gap.superior_elsewhere");
  const move = (organization: string) =>
    group.query("UPDATE membership SET organization_id = $1 WHERE person_id = $2", [
      ids[organization],
      people["lonely-2"],
    ]);
  await move("far");
  const north = await group.caller("north-2", "party_affairs_officer", ids.north);
  const refusal = await group.refused(
    north,
    "acceptGap",
    accepting("lonely", "gap.no_branch"),
    "gap.members_elsewhere",
  );
  expect(refusal.values).toEqual({ count: 1 });
  await move("shared");
});

test("a day in a month that is closed takes no new organisation", async () => {
  await group.query(
    `WITH closed AS (INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
       VALUES ($1, 1, 'month', '2026-02-01', 1, now()))
     INSERT INTO period (tenant_id, span, period_from, state, closing) VALUES ($1, 'month', '2026-02-01', 'closed', 1)`,
    [group.tenantId],
  );
  const sending = accepting("lonely", "gap.no_branch", { on: "2026-01-15" });
  const refusal = await group.refused(office, "acceptGap", sending, "organization.period_closed");
  expect([refusal.values.month, refusal.field]).toEqual(["2026-02", "on"]);
  await group.query("DELETE FROM period");
  await group.query("DELETE FROM period_closing");
});

test("one click builds the branch: organisation, place, coverage, members, secretary and search", async () => {
  const before = await group.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry");
  const answer = await office.ask("acceptGap", accepting("lonely", "gap.no_branch", { class: "生产类" }));
  expect(answer).toMatchObject({ members: 4, appointed: true });
  const { organizationId } = answer;
  const after = await group.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry");
  expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(1);
  const branch = await office.ask("getOrganization", { params: { organizationId } });
  expect(branch).toMatchObject({
    name: "lonely党支部",
    kind: "BRANCH",
    code: "lonely",
    class: "生产类",
    parentId: ids.north,
    validFrom: "2026-03-02",
    fullMembers: 3,
    probationaryMembers: 1,
    posts: [{ post: "SECRETARY", personName: "lonely-1", validFrom: "2026-03-02" }],
  });
  expect((await office.ask("searchOrganizations", { query: { q: "lonely" } })).items).toHaveLength(1);
  const home = async (on: string) =>
    (await office.ask("listPeople", { params: { organizationId: ids.shared as string }, query: { on } })).items.length;
  expect([await home("2026-03-01"), await home("2026-03-02")]).toEqual([10, 6]);
  expect(await found("north")).not.toContain("lonely ORG-01 gap.no_branch");
  expect((await gaps("north")).ownBranches).toEqual({ covered: 2, departments: 3 });
  await group.refused(office, "acceptGap", accepting("lonely", "gap.no_branch"), "gap.closed");
  const asked = await group.query<{ topic: string }>("SELECT DISTINCT topic FROM outbox ORDER BY topic");
  expect(asked.map(({ topic }) => topic)).toEqual(["score.dirty", "tree.changed"]);
});

test("a branch of its own ends what the joint one covered and the posts that were held there", async () => {
  const { organizationId } = await office.ask(
    "acceptGap",
    accepting("joint", "gap.own_branch_possible", { name: "专业党支部", code: "own" }),
  );
  const rows = await group.query(
    "SELECT organization_id, valid_from::text, valid_to::text FROM coverage WHERE unit_id = $1 ORDER BY valid_from",
    [units.joint],
  );
  expect(rows).toEqual([
    { organization_id: ids.shared, valid_from: began, valid_to: "2026-03-01" },
    { organization_id: organizationId, valid_from: "2026-03-02", valid_to: null },
  ]);
  const posts = await group.query(
    "SELECT organization_id, post, valid_to::text FROM appointment WHERE person_id = $1 ORDER BY valid_from",
    [people["joint-1"]],
  );
  expect(posts).toEqual([
    { organization_id: ids.shared, post: "SECRETARY", valid_to: "2026-03-01" },
    { organization_id: organizationId, post: "SECRETARY", valid_to: null },
  ]);
});

test("a team gets its 党小组 with all its members, and its head leads it; what comes up then is closed person by person", async () => {
  const { organizationId } = await office.ask("acceptGap", accepting("crew", "gap.no_group"));
  const circle = await office.ask("getOrganization", { params: { organizationId: ids.single as string } });
  expect(circle.groups).toEqual([{ id: organizationId, name: "crew党小组", members: 4 }]);
  expect(await found("single")).toEqual([]);
  const head = await group.query("SELECT person_id, post FROM appointment WHERE organization_id = $1", [
    organizationId,
  ]);
  expect(head).toEqual([{ person_id: people["crew-1"], post: "GROUP_LEADER" }]);
  await group.query("UPDATE membership SET group_id = NULL WHERE person_id = $1", [people["crew-2"]]);
  await group.query("UPDATE appointment SET person_id = $1 WHERE organization_id = $2", [
    people["crew-3"],
    organizationId,
  ]);
  expect(await found("single")).toEqual([
    "crew ORG-23 gap.committee_member_outside_group",
    "crew ORG-23 gap.head_does_not_lead_group",
  ]);
  const day = { on: "2026-03-04" };
  const joining = accepting("crew", "gap.committee_member_outside_group", { ...day, personId: people["crew-2"] });
  expect(await office.ask("acceptGap", joining)).toEqual({ organizationId, members: 1, appointed: false });
  expect(await office.ask("acceptGap", accepting("crew", "gap.head_does_not_lead_group", day))).toEqual({
    organizationId,
    members: 0,
    appointed: true,
  });
  expect(await found("single")).toEqual([]);
  await group.refused(office, "acceptGap", joining, "gap.closed");
});

test("a head who is on probation or whose state is another leads nothing", async () => {
  await unit("night", "TEAM", "single");
  await staff("night", "single", ["PROBATIONARY", "FULL", "FULL", "FULL"]);
  const [gap] = (await gaps("single")).items;
  expect([gap?.unit.name, gap?.proposal.post, gap?.proposal.personName]).toEqual(["night", null, null]);
  const answer = await office.ask("acceptGap", accepting("night", "gap.no_group"));
  expect(answer).toMatchObject({ members: 4, appointed: false });
});

test("a short project gets a temporary branch with approval only, and its members stay where they are", async () => {
  await unit("camp", "PROJECT", "city", undefined, "2026-05-31");
  await staff("camp", "shared", ["FULL", "FULL", "FULL"]);
  const [gap] = (await gaps("north")).items.filter(({ unit: { name } }) => name === "camp");
  expect([gap?.finding.rule, gap?.proposal.kind, gap?.proposal.needsApproval]).toEqual(["ORG-06", "TEMP_BRANCH", true]);
  const refusal = await group.refused(
    office,
    "acceptGap",
    accepting("camp", "gap.no_branch"),
    "organization.temporary_without_approval",
  );
  expect([refusal.values.rule, refusal.field]).toEqual(["ORG-06", "approval"]);
  const approved = accepting("camp", "gap.no_branch", { approval: "党委〔2026〕8号" });
  const move = (organization: string) =>
    group.query("UPDATE membership SET organization_id = $1 WHERE person_id = $2", [
      ids[organization],
      people["camp-1"],
    ]);
  await move("far");
  const north = await group.caller("north-3", "party_affairs_officer", ids.north);
  await group.refused(north, "acceptGap", approved, "gap.members_elsewhere");
  await move("shared");
  expect(await office.ask("acceptGap", approved)).toMatchObject({ members: 0, appointed: true });
  const [row] = await group.query("SELECT bound_to, bound_until::text, approval FROM organization WHERE code = 'camp'");
  expect(row).toEqual({ bound_to: "camp", bound_until: "2026-05-31", approval: "党委〔2026〕8号" });
});

test("members who change later, or are being transferred, keep the act back", async () => {
  await unit("late", "DEPARTMENT", "city");
  await staff("late", "shared", ["FULL", "FULL", "FULL"]);
  await group.query("UPDATE membership SET valid_to = '2026-06-30' WHERE person_id = $1", [people["late-3"]]);
  const refusal = await group.refused(
    office,
    "acceptGap",
    accepting("late", "gap.no_branch"),
    "gap.member_changes_later",
  );
  expect([refusal.values, refusal.field]).toEqual([{ count: 1 }, "on"]);
});

test("a unit shows the same figures on whatever page, step or search it stands", async () => {
  const list = async (query: object) => {
    const found = [];
    for (let after: object | null = {}; after !== null; ) {
      const params = { organizationId: ids.root as string };
      const { items, next } = (await office.ask("listUnits", { params, query: { ...query, ...after } })) as Units;
      found.push(...items);
      after = next === null ? null : { after: next };
    }
    return found;
  };
  const below = await list({ parentId: units.city });
  expect(below.find(({ id }) => id === units.single)?.fullMembers).toBeGreaterThanOrEqual(3);
  expect(await list({ parentId: units.city, limit: 1 })).toEqual(below);
  const same = below.filter(({ ownBranch }) => ownBranch !== null);
  const everywhere = [await list({ which: "own_branch" }), await list({ which: "no_own_branch" })].flat();
  for (const unit of same) expect(everywhere).toContainEqual(unit);
  for (const unit of below) expect(await list({ q: unit.code, limit: 1 })).toContainEqual(unit);
});
