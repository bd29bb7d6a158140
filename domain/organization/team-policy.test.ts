import { expect, test } from "vitest";
import { endingRefusal, endingWith, type TeamPost } from "./team-policy.ts";

const held = (id: string, over: Partial<TeamPost> = {}): TeamPost => ({
  id,
  personId: id,
  post: "COMMITTEE_MEMBER",
  role: "branch_committee_member",
  carriedOn: false,
  ...over,
});
const outcome = (team: TeamPost[], ...staying: string[]) =>
  endingWith(team, new Set(staying)).map(({ post, roleEnds }) => [post.id, roleEnds]);

test("whoever isn't re-elected leaves the post, and the role with it", () => {
  expect(outcome([held("a"), held("b"), held("c")], "b")).toEqual([
    ["a", true],
    ["c", true],
  ]);
});

test("a role goes on with another post of the same person, in the old team or the new one", () => {
  const twice = [held("a", { personId: "zhang" }), held("b", { personId: "zhang" })];
  expect(outcome(twice, "b")).toEqual([["a", false]]);
  expect(outcome(twice)).toEqual([
    ["a", true],
    ["b", true],
  ]);
  expect(outcome([held("a", { carriedOn: true })])).toEqual([["a", false]]);
});

test("another role of the same person, and a post without a role, change nothing", () => {
  const two = [held("a", { personId: "li" }), held("b", { personId: "li", role: "branch_secretary" })];
  expect(outcome(two, "b")).toEqual([["a", true]]);
  expect(outcome([held("a", { role: null })])).toEqual([["a", false]]);
});

test("a post that isn't one of the old team can't end with it", () => {
  expect(endingRefusal(["a"], [held("a"), held("b")])).toBeNull();
  expect(endingRefusal(["a", "z"], [held("a")])).toMatchObject({ code: "term.team_changed", field: "ending" });
});
