import { expect, test } from "vitest";
import { planReorganization } from "./plan.ts";
import type { Surroundings } from "./surroundings.ts";
import { create, groupOf, inputOf, placeAll } from "./testing.ts";

const state = groupOf([
  { id: "above", kind: "COMMITTEE", parent: null },
  { id: "top", kind: "COMMITTEE", parent: "above" },
  { id: "old", kind: "JOINT_BRANCH", parent: "top", units: ["a", "b"], members: 6 },
]);
const nothing: Surroundings = { above: ["above"], taken: [], units: ["a", "b"], letters: [] };
const people = (from: number) => [from, from + 1, from + 2].map((number) => `old-${number}`);
const acts = [
  create("new-a", "top", { unitIds: ["a"], predecessorIds: ["old"] }),
  create("new-b", "top", { unitIds: ["b"], predecessorIds: ["old"] }),
  ...placeAll(people(1), "new-a"),
  ...placeAll(people(4), "new-b"),
  { act: "revoke" as const, organizationId: "old" },
];
const refusalsOf = (over: Partial<Surroundings>, ...changed: typeof acts) =>
  planReorganization(
    inputOf(state, changed.length > 0 ? changed : acts, { surroundings: { ...nothing, ...over } }),
  ).refusals.map(({ code, values }) => [code, values.act ?? values.person ?? values.on]);

test("what stands around doesn't speak against a plan that leaves it alone", () => {
  expect(refusalsOf({})).toEqual([]);
});

test("nothing is moved below, merged into or begun under what stands above the part that may change", () => {
  expect(refusalsOf({}, { act: "move", organizationId: "old", parentId: "above" })).toEqual([
    ["reorganization.organization_unknown", 1],
  ]);
  expect(refusalsOf({}, { act: "merge", organizationIds: ["old"], intoId: "above" })[0]).toEqual([
    "reorganization.organization_unknown",
    1,
  ]);
  expect(refusalsOf({}, { act: "rename", organizationId: "above", name: "x" })[0]).toEqual([
    "reorganization.organization_unknown",
    1,
  ]);
});

test("ids and codes of organisations elsewhere are taken, units of others aren't covered, and each by one", () => {
  expect(refusalsOf({ taken: [{ id: "x", code: "new-b" }] })).toEqual([["reorganization.code_taken", 2]]);
  expect(refusalsOf({ taken: [{ id: "new-a", code: "x" }] })).toEqual([["reorganization.id_taken", 1]]);
  expect(refusalsOf({ units: ["a"] })).toEqual([["reorganization.unit_unknown", 2]]);
  const both = acts.map((act) => (act.act === "create" ? { ...act, unitIds: ["a"] } : act));
  expect(refusalsOf({}, ...both)).toEqual([["reorganization.unit_twice", 2]]);
});

test("a letter on its way from a branch that ends, or of a member who is placed, has to be settled first", () => {
  const letter = (personId: string, ...organizationIds: string[]) => ({ personId, organizationIds });
  expect(refusalsOf({ letters: [letter("somebody", "old")] })).toEqual([
    ["reorganization.letter_on_its_way", "somebody"],
  ]);
  expect(refusalsOf({ letters: [letter("old-4", "elsewhere")] })).toEqual([
    ["reorganization.letter_on_its_way", "old-4"],
  ]);
  expect(refusalsOf({ letters: [letter("somebody", "elsewhere")] })).toEqual([]);
});

test("an organisation with another place or name from a later day on isn't changed before it", () => {
  const [place] = state.places.filter(({ organizationId }) => organizationId === "old");
  const later = { ...state, places: [...state.places, { ...place, name: "later", validFrom: "2026-05-01" } as never] };
  const { refusals } = planReorganization(inputOf(later, acts, { surroundings: nothing }));
  expect(refusals).toMatchObject([{ code: "reorganization.changes_later", values: { on: "2026-05-01" } }]);
});
