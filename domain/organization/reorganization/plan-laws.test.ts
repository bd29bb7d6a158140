import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import type { Act } from "./acts.ts";
import { applyChanges, inverseOf, ordered } from "./changes.ts";
import { currentOn } from "./next-people.ts";
import { planReorganization } from "./plan.ts";
import type { GroupState } from "./reorganization-rows.ts";
import { asOf, create, grant, groupOf, inputOf, member, post } from "./testing.ts";

const committees = ["top", "east", "west"];
const branches = ["a", "b", "c", "d"];
const groups = ["a1", "b1"];
const tree = groupOf([
  { id: "top", kind: "COMMITTEE", parent: null },
  { id: "east", kind: "COMMITTEE", parent: "top" },
  { id: "west", kind: "COMMITTEE", parent: "top" },
  { id: "a", kind: "BRANCH", parent: "east", members: 9, units: ["ua"] },
  { id: "b", kind: "BRANCH", parent: "east", members: 7, units: ["ub"] },
  { id: "c", kind: "BRANCH", parent: "west", members: 5 },
  { id: "d", kind: "BRANCH", parent: "west", members: 4 },
  { id: "a1", kind: "GROUP", parent: "a" },
  { id: "b1", kind: "GROUP", parent: "b" },
]);
const state: GroupState = {
  ...tree,
  memberships: tree.memberships.map((row, index) =>
    index % 3 === 0 && ["a", "b"].includes(row.organizationId)
      ? member(row.personId, row.organizationId, `${row.organizationId}1`)
      : row,
  ),
  appointments: [
    ...branches.map((branch) => post(`${branch}-1`, branch, "SECRETARY")),
    post("a-1", "a1", "GROUP_LEADER"),
    post("c-2", "west", "SECRETARY"),
    post("d-1", "top", "SECRETARY"),
    post("b-3", "b", "PUBLICITY_MEMBER", "2026-03-16"),
  ],
  grants: [...committees, ...branches, ...groups].map((id) => grant(`at ${id}`, id)),
};
const people = state.memberships.map(({ personId }) => personId);
const existing = [...committees, ...branches, ...groups];
const begun = ["n1", "n2"];

const one = (values: readonly string[]) => fc.constantFrom(...values);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ act: fc.constant("revoke" as const), organizationId: one(existing) }),
  fc.record({ act: fc.constant("rename" as const), organizationId: one(existing), name: one(["x", "y"]) }),
  fc.record({
    act: fc.constant("move" as const),
    organizationId: one(existing),
    parentId: one([...existing, ...begun]),
  }),
  fc.record({
    act: fc.constant("merge" as const),
    organizationIds: fc.uniqueArray(one(branches), { minLength: 1, maxLength: 2 }),
    intoId: one([...branches, ...begun]),
  }),
  fc.record({
    act: fc.constant("place" as const),
    personId: one(people),
    organizationId: one([...branches, ...begun]),
    groupId: fc.constantFrom(null, null, ...groups),
  }),
  fc.record({
    act: fc.constant("appoint" as const),
    personId: one(people),
    organizationId: one([...branches, ...begun]),
    post: fc.constantFrom("SECRETARY" as const, "DEPUTY_SECRETARY" as const),
  }),
);
/** A plan with up to four acts of all kinds, and sometimes a new branch with enough people in it. */
const anyPlan = fc
  .tuple(
    fc.array(anyAct, { minLength: 1, maxLength: 4 }),
    fc.option(
      fc.record({
        id: one(begun),
        under: one(committees),
        people: fc.uniqueArray(one(people), { minLength: 3, maxLength: 6 }),
      }),
    ),
    fc.constantFrom<PlainDate>("2026-03-16", "2026-03-17", "2027-01-01"),
  )
  .map(([acts, branch, effectiveOn]) => {
    if (branch === null) return { acts, effectiveOn };
    const placed = branch.people.map(
      (personId): Act => ({ act: "place", personId, organizationId: branch.id, groupId: null }),
    );
    return { acts: [create(branch.id, branch.under), ...placed, ...acts], effectiveOn };
  });

test("whatever is planned can be applied, taken back without a difference, and changes nothing before its day", () => {
  let planned = 0;
  fc.assert(
    fc.property(anyPlan, ({ acts, effectiveOn }) => {
      const { plan, refusals } = planReorganization(inputOf(state, acts, { effectiveOn }));
      expect(plan === null).toBe(refusals.length > 0);
      if (plan === null) return;
      planned += 1;
      const applied = applyChanges(state, plan.changes);
      if (isRefusal(applied)) throw new Error("refused");
      expect(applied).toEqual(ordered(plan.after));
      expect(applyChanges(applied, inverseOf(plan.changes))).toEqual(ordered(state));
      const before = addDays(effectiveOn, -1);
      expect(asOf(applied, before)).toEqual(asOf(state, before));
      expectSound(applied, effectiveOn);
    }),
    { numRuns: 500 },
  );
  expect(planned).toBeGreaterThan(50);
}, 30_000);

test("a 党小组 that comes back to its branch, by whatever way and days, stands there with its members as if it had never left", () => {
  const days = ["2026-04-01", "2026-04-01", "2026-05-16", "2026-07-01", "2027-01-01"] as const;
  const anyWay = fc.array(one(branches), { minLength: 1, maxLength: 4 }).map((way) => [...way, "a"]);
  const last = "2027-06-30";
  fc.assert(
    fc.property(anyWay, (way) => {
      const after = way.reduce((now, parentId, index) => {
        const acts: Act[] = [{ act: "move", organizationId: "a1", parentId }];
        const { plan } = planReorganization(inputOf(now, acts, { effectiveOn: days[index] as PlainDate }));
        const next = plan === null ? null : applyChanges(now, plan.changes);
        if (next === null || isRefusal(next)) throw new Error("refused");
        expectSound(next, days[index] as PlainDate);
        return next;
      }, state);
      const withoutBeginnings = ({ memberships, organizations }: GroupState) => ({
        organizations,
        members: currentOn(memberships, last).map(({ validFrom: _validFrom, ...row }) => row),
      });
      expect(withoutBeginnings(ordered(after))).toEqual(withoutBeginnings(ordered(state)));
    }),
    { numRuns: 100 },
  );
});

/** ORG-24 on the day and for good: each member in one living branch, every path from the labels above it, its place with the name it has, no stretch over another. */
function expectSound(after: GroupState, day: PlainDate) {
  const living = new Map(after.organizations.filter(({ validTo }) => validTo === null).map((row) => [row.id, row]));
  const now = asOf(after, day);
  const places = new Set(now.places);
  const members = now.memberships.map((text) => JSON.parse(text));
  expect(members.map(({ personId }) => personId).toSorted()).toEqual(people.toSorted());
  for (const { organizationId, groupId } of members) {
    expect(living.has(organizationId)).toBe(true);
    if (groupId !== null) expect(living.get(groupId)?.parentId).toBe(organizationId);
  }
  for (const { id, parentId, path, label, name, class: kept } of living.values()) {
    expect(path).toBe(`${parentId === null ? "" : living.get(parentId)?.path}${label}.`);
    expect(places.has(JSON.stringify({ organizationId: id, parentId, path, name, class: kept }))).toBe(true);
  }
  expect(now.places).toHaveLength(living.size);
  for (const rows of [after.places, after.memberships, after.appointments, after.grants, after.coverages]) {
    for (const { validFrom, validTo } of rows) expect(validTo === null || validTo >= validFrom).toBe(true);
  }
  for (const { organizationId, validTo } of [...after.appointments, ...after.grants, ...after.coverages]) {
    if (validTo === null) expect(living.has(organizationId)).toBe(true);
  }
}
