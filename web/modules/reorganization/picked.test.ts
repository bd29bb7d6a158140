import { expect, test } from "vitest";
import { type Picked, putDown } from "./picked.ts";
import { type Basis, type PlanAct, treeAfter } from "./plan-tree.ts";

type Kind = Basis["organizations"][number]["kind"];
const organization = (id: string, parentId: string | null, kind: Kind) => ({
  ...{ id, parentId, kind, name: id, code: id, class: null },
  endsOn: null,
});
const basis: Basis = {
  organizations: [
    organization("top", null, "COMMITTEE"),
    organization("general", "top", "GENERAL_BRANCH"),
    organization("first", "top", "BRANCH"),
    organization("second", "top", "BRANCH"),
    organization("group", "second", "GROUP"),
  ],
  people: [
    { personId: "p", personName: "p", organizationId: "first", groupId: null, unitId: null, member: true },
    { personId: "q", personName: "q", organizationId: "first", groupId: null, unitId: null, member: true },
  ],
  posts: [],
  units: [],
};
const put = (picked: Picked, target: string, acts: readonly PlanAct[] = []) =>
  putDown(acts, basis, treeAfter(basis, acts, "top"), picked, target);
const people: Picked = { what: "people", mode: "move", ids: ["p", "q"], name: "" };
const first = (mode: "move" | "merge" | "drag"): Picked => ({ what: "organization", mode, id: "first", name: "first" });

test("people go into a branch, or into a Party group with its branch, and nowhere else", () => {
  expect(put(people, "second")).toEqual([
    { act: "place", personIds: ["p", "q"], organizationId: "second", groupId: null },
  ]);
  expect(put(people, "group")).toEqual([
    { act: "place", personIds: ["p", "q"], organizationId: "second", groupId: "group" },
  ]);
  expect(put(people, "general")).toBe("notABranch");
});

test("a branch dragged onto a branch merges into it; onto another organisation it moves there", () => {
  expect(put(first("drag"), "second")).toEqual([{ act: "merge", organizationIds: ["first"], intoId: "second" }]);
  expect(put(first("drag"), "general")).toEqual([{ act: "move", organizationId: "first", parentId: "general" }]);
  expect(put(first("merge"), "general")).toBe("notABranch");
});

test("nothing is put down on itself, below itself, or where something ends", () => {
  expect(put(first("move"), "first")).toBe("belowItself");
  const second: Picked = { what: "organization", mode: "move", id: "second", name: "second" };
  expect(put(second, "group")).toBe("belowItself");
  expect(put(second, "first", [{ act: "revoke", organizationId: "first" }])).toBe("notABranch");
});
