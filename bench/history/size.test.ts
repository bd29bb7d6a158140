import { describe, expect, test } from "vitest";
import { beginning, treeOf, wholeHistory } from "./size.ts";

describe("the tree of a generated group", () => {
  test("of 11 000 organisations 10 000 are branches and none is left over", () => {
    const tree = treeOf(wholeHistory(11_000, 300_000, 12));
    expect(tree).toEqual({ committees: 20, generalBranches: 400, branches: 10_000, groups: 579 });
    expect(1 + tree.committees + tree.generalBranches + tree.branches + tree.groups).toBe(11_000);
  });

  test("has all its levels when it is small", () => {
    const tree = treeOf(beginning(60));
    expect(Math.min(tree.committees, tree.generalBranches, tree.branches)).toBeGreaterThan(0);
  });

  test("is refused where its branches couldn't elect a committee, or there is no branch", () => {
    expect(() => treeOf(wholeHistory(1100, 4999, 12))).toThrow("1000 branches need 5000 members");
    expect(() => treeOf(wholeHistory(3, 300, 12))).toThrow("at least");
    expect(() => treeOf(wholeHistory(1100, 5000.5, 12))).toThrow("whole numbers");
  });
});
