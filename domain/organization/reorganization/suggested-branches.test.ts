import { expect, test } from "vitest";
import type { UnitFacts } from "../gaps/unit-facts.ts";
import { suggestedBranches } from "./suggested-branches.ts";

const department = (id: string, changes: Partial<UnitFacts> = {}): UnitFacts => ({
  id,
  kind: "DEPARTMENT",
  name: id,
  fullMembers: 3,
  probationaryMembers: 0,
  head: { personId: `${id}-1`, state: "FULL" },
  branch: { id: "joint", kind: "JOINT_BRANCH", departments: 2, units: 2 },
  coveredBy: "JOINT_BRANCH",
  group: null,
  committeeMembers: [],
  superiorId: "committee",
  projectMonths: null,
  ...changes,
});
const organizations = [
  { id: "committee", class: null },
  { id: "joint", class: "生产类" },
];
const peopleOf = (unitId: string, count = 3) =>
  Array.from({ length: count }, (_, index) => ({
    personId: `${unitId}-${index + 1}`,
    organizationId: "joint",
    unitId,
  }));
const coverages = ["a", "b"].map((unitId) => ({ unitId, organizationId: "joint" }));

test("each department that shares a branch gets its own with its people and its head; the joint branch ends", () => {
  const units = [department("a"), department("b", { head: { personId: "b-1", state: "PROBATIONARY" } })];
  const { branches, ended } = suggestedBranches({
    units,
    organizations,
    people: [...peopleOf("a"), ...peopleOf("b")],
    coverages,
  });
  expect(branches).toEqual([
    {
      unitId: "a",
      unitName: "a",
      parentId: "committee",
      class: "生产类",
      predecessorIds: ["joint"],
      personIds: ["a-1", "a-2", "a-3"],
      secretaryId: "a-1",
    },
    expect.objectContaining({ unitId: "b", secretaryId: null }),
  ]);
  expect(ended).toEqual(["joint"]);
});

test("a joint branch stays with a department that is too small and with whoever works elsewhere", () => {
  const small = department("b", { fullMembers: 2 });
  const people = [...peopleOf("a"), ...peopleOf("b", 2)];
  const { branches, ended } = suggestedBranches({ units: [department("a"), small], organizations, people, coverages });
  expect(branches.map(({ unitId }) => unitId)).toEqual(["a"]);
  expect(ended).toEqual([]);
  const guest = { personId: "guest", organizationId: "joint", unitId: null };
  const all = [...peopleOf("a"), ...peopleOf("b"), guest];
  const units = [department("a"), department("b")];
  expect(suggestedBranches({ units, organizations, people: all, coverages }).ended).toEqual([]);
});

test("nothing is suggested for a department with its own branch, or whose superior can't be changed", () => {
  const own = department("a", { branch: { id: "own", kind: "BRANCH", departments: 1, units: 1 } });
  const outside = department("b", { superiorId: "elsewhere" });
  const people = [...peopleOf("a"), ...peopleOf("b")];
  expect(suggestedBranches({ units: [own, outside], organizations, people, coverages })).toEqual({
    branches: [],
    ended: [],
  });
});
