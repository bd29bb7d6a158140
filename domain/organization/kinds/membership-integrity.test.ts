import { expect, test } from "vitest";
import { integrityFindings } from "./membership-integrity.ts";

const node = (id: string, ...parents: string[]) => ({ id, kind: "COMMITTEE" as const, parents });
const of = (organizations: ReturnType<typeof node>[], members: { id: string; branches: string[] }[] = []) =>
  integrityFindings(organizations, members).map(
    ({ code, values }) => `${code} ${values.organization ?? values.person}`,
  );

test("a sound tree with everybody in one branch has no findings", () => {
  expect(of([node("a"), node("b", "a"), node("c", "b")], [{ id: "p", branches: ["c"] }])).toEqual([]);
});

test("two superiors, an unknown one, and a circle are found", () => {
  expect(of([node("a"), node("b"), node("c", "a", "b")])).toEqual(["organization.several_parents c"]);
  expect(of([node("a"), node("b", "gone")])).toEqual(["organization.parent_unknown b"]);
  const circle = [node("a", "c"), node("b", "a"), node("c", "b"), node("under", "c")];
  expect(of(circle)).toEqual(["a", "b", "c"].map((id) => `organization.below_itself ${id}`));
  expect(of([node("a", "a")])).toEqual(["organization.below_itself a"]);
});

test("nobody is without a branch or in two", () => {
  const tree = [node("a"), node("b", "a")];
  expect(of(tree, [{ id: "p", branches: [] }])).toEqual(["person.without_branch p"]);
  expect(of(tree, [{ id: "p", branches: ["gone"] }])).toEqual(["person.without_branch p"]);
  expect(of(tree, [{ id: "p", branches: ["a", "b"] }])).toEqual(["person.in_several_branches p"]);
});
