import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DepartmentsGroup, departmentsGroup } from "../../testing/departments-group.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let group: DepartmentsGroup;
beforeAll(async () => {
  group = await departmentsGroup([2, 3]);
});
afterAll(() => group.close());

const asked = () => ({ params: { organizationId: group.committeeId }, query: { on: "2026-03-16" } });
const unitsOf = () => group.joint.flatMap(({ departments }) => departments);

test("the basis names organisations, members with their departments, posts and units below the committee", async () => {
  const { organizations, people, posts, units } = await group.officer.ask("getReorganizationBasis", asked());
  expect(organizations.map(({ name }) => name)).toEqual(["矿业党委", "第1联合党支部", "第2联合党支部"]);
  expect(people).toHaveLength(15);
  const [first] = unitsOf();
  expect(people.filter(({ unitId }) => unitId === first?.unitId).map(({ personId }) => personId)).toEqual(
    expect.arrayContaining([...(first?.personIds ?? [])]),
  );
  expect(people.every(({ member, personName }) => member && personName?.startsWith("党员"))).toBe(true);
  expect(posts.map(({ post }) => post)).toEqual(["SECRETARY", "SECRETARY"]);
  expect(units.map(({ proposedCode }) => proposedCode)).toEqual(["D1", "D2", "D3", "D4", "D5"]);
});

test("the basis of a day before anything stood is empty", async () => {
  const { params } = asked();
  const basis = await group.officer.ask("getReorganizationBasis", { params, query: { on: "2025-06-01" } });
  expect(basis).toEqual({ organizations: [], people: [], posts: [], units: [] });
});

test("the suggested acts give each department its branch, and nothing speaks against them", async () => {
  const { acts } = await group.officer.ask("suggestReorganization", asked());
  const { params } = asked();
  const { refusals, effects } = await group.officer.ask("previewReorganization", {
    params,
    body: { name: "一部门一支部", decision: "党委〔2026〕1号", effectiveOn: "2026-03-16", acts },
  });
  expect(refusals).toEqual([]);
  expect(effects?.ended.map(({ name }) => name)).toEqual(["第1联合党支部", "第2联合党支部"]);
  expect(effects?.begun.map(({ name, members }) => [name, members])).toEqual(
    unitsOf().map(({ name }) => [`${name}党支部`, 3]),
  );
  expect(effects?.appointmentsBegun).toHaveLength(5);
  expect(effects?.sameness).toMatchObject({ organization: true, leaders: true, rules: true });
});

test("whoever may not re-organise gets neither", async () => {
  const leader = await group.caller("leader.mine", "party_committee_leader", group.committeeId);
  const basis = await leader.call("getReorganizationBasis", asked());
  const suggestion = await leader.call("suggestReorganization", asked());
  expect([basis.refusal.code, suggestion.refusal.code]).toEqual(["access.not_allowed", "access.not_allowed"]);
});
