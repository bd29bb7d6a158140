import { expect, test } from "vitest";
import { created, merged, moved, placed, renamed, revoked, split, without } from "./plan-edits.ts";
import { type Basis, type CreateAct, membersBelow, type PlanAct, rowsOf, treeAfter } from "./plan-tree.ts";

type Kind = Basis["organizations"][number]["kind"];
const organization = (id: string, parentId: string | null, kind: Kind = "BRANCH") => ({
  ...{ id, parentId, kind, name: id, code: id, class: null },
  endsOn: null,
});
const person = (personId: string, organizationId: string, unitId: string, groupId: string | null = null) => ({
  ...{ personId, personName: personId, organizationId, groupId, unitId },
  member: true,
});
const basis: Basis = {
  organizations: [
    organization("top", "elsewhere", "COMMITTEE"),
    organization("general", "top", "GENERAL_BRANCH"),
    organization("joint", "top", "JOINT_BRANCH"),
    organization("group", "joint", "GROUP"),
    organization("other", "top"),
  ],
  people: [
    person("a1", "joint", "a"),
    person("a2", "joint", "a"),
    person("b1", "joint", "b", "group"),
    person("o1", "other", "o"),
  ],
  posts: [],
  units: [],
};
const begin = (id: string, unitId: string): CreateAct => ({
  act: "create",
  id,
  kind: "BRANCH",
  parentId: "top",
  class: null,
  code: id,
  name: id,
  unitIds: [unitId],
  predecessorIds: ["joint"],
  approved: false,
  adoptsTemplates: true,
});
const after = (acts: readonly PlanAct[]) => treeAfter(basis, acts, "top");
const peopleIn = (acts: readonly PlanAct[], id: string) =>
  after(acts)
    .nodes.get(id)
    ?.people.map(({ personId }) => personId);

test("without acts the tree is that of the day before, whatever stands above its top", () => {
  const rows = rowsOf(after([]), new Set(["top", "joint"]));
  expect(rows.map(({ node, depth }) => [node.id, depth])).toEqual([
    ["top", 0],
    ["general", 1],
    ["joint", 1],
    ["group", 2],
    ["other", 1],
  ]);
  expect(membersBelow(after([])).get("top")).toBe(4);
});

test("a move back to the old superior, and a name changed back, leave no act", () => {
  const there = moved([], basis, "other", "general");
  expect(after(there).nodes.get("other")).toMatchObject({ parentId: "general", change: "moved" });
  expect(moved(there, basis, "other", "top")).toEqual([]);
  expect(renamed(renamed([], basis, "other", "x"), basis, "other", "other")).toEqual([]);
});

test("a branch that ends stays in sight until everybody in it has a place", () => {
  const acts = revoked([], "joint");
  expect(after(acts).nodes.get("joint")).toMatchObject({ change: "ending" });
  expect(after(acts).nodes.get("group")).toBeUndefined();
  const done = placed(acts, basis, ["a1", "a2", "b1"], "other");
  expect(after(done).nodes.has("joint")).toBe(false);
  expect(peopleIn(done, "other")).toEqual(["a1", "a2", "b1", "o1"]);
});

test("nobody is placed twice, and whoever comes home needs no act", () => {
  const first = placed([], basis, ["a1", "a2"], "other");
  const second = placed(first, basis, ["a1"], "joint");
  expect(second).toEqual([{ act: "place", personIds: ["a2"], organizationId: "other", groupId: null }]);
});

test("merged branches bring their members; those merged into one branch are one act", () => {
  const acts = merged(merged([], "joint", "general"), "other", "general");
  expect(acts).toEqual([{ act: "merge", organizationIds: ["joint", "other"], intoId: "general" }]);
  expect(peopleIn(acts, "general")).toHaveLength(4);
});

test("a split begins a branch for each department with its people; the old one ends unless it stays", () => {
  const parts = [
    { organization: begin("new-a", "a"), personIds: ["a1", "a2"] },
    { organization: begin("new-b", "b"), personIds: ["b1"] },
  ];
  const acts = split([], basis, "joint", parts, false);
  expect(after(acts).nodes.has("joint")).toBe(false);
  expect([peopleIn(acts, "new-a"), peopleIn(acts, "new-b")]).toEqual([["a1", "a2"], ["b1"]]);
  expect(after(split([], basis, "joint", parts, true)).nodes.get("joint")?.change).toBeNull();
});

test("what is no longer begun takes its people's places and what was below it along", () => {
  const first = created([], basis, begin("new-a", "a"), ["a1", "a2"]);
  const acts = created(first, basis, { ...begin("below", "b"), parentId: "new-a" }, ["b1"]);
  expect(without(acts, 0)).toEqual([]);
  expect(peopleIn(without(acts, 0), "joint")).toEqual(["a1", "a2", "b1"]);
});

test("organisations moved below each other are left to the server, and don't hang the page", () => {
  const acts = moved(moved([], basis, "general", "other"), basis, "other", "general");
  expect(rowsOf(after(acts), new Set(["top"])).map(({ node }) => node.id)).toEqual(["top", "joint"]);
  expect(membersBelow(after(acts)).get("general")).toBe(1);
});
