import { expect, test } from "vitest";
import { type Deviation, onceEach, reasonFor, withReason } from "./deviations.ts";
import { ballotsTooMany, emptyElection, excessOf, isListed, wholeNumber, withCandidate } from "./elections.ts";

test("an election begins with as many ballots as voters were there, and no votes", () => {
  expect(emptyElection("k", 8)).toEqual({ key: "k", title: "", seats: 1, issued: 8, returned: 8, candidates: [] });
});

test("a candidate is listed by a tap and taken out by another; of others the name tells who they are", () => {
  const one = withCandidate([], { personId: "a", name: "赵" });
  const two = withCandidate(one, { personId: null, name: "钱" });
  expect(two).toEqual([
    { personId: "a", name: "赵", votes: 0 },
    { personId: null, name: "钱", votes: 0 },
  ]);
  expect(isListed(two, "a")).toBe(true);
  expect(withCandidate(two, { personId: "a", name: "赵" })).toEqual([{ personId: null, name: "钱", votes: 0 }]);
  expect(withCandidate(two, { personId: null, name: "钱" })).toEqual(one);
});

test.each([
  ["7", 7],
  ["7.9", 7],
  ["-3", 0],
  ["", 0],
  ["三", 0],
])("%j ballots are the whole number %i", (typed, number) => {
  expect(wholeNumber(typed)).toBe(number);
});

const deviation = (organizationId: string, check: string) =>
  ({ organizationId, templateCode: "organizational_life", check }) as Deviation;

test("hosts that depart in the same way share the reason, each departure has its own", () => {
  const all = [deviation("a", "within_window"), deviation("b", "within_window"), deviation("a", "minutes")];
  const each = onceEach(all);
  expect(each.map(({ check }) => check)).toEqual(["within_window", "minutes"]);
  const reasons = withReason([], deviation("a", "within_window"), "上级统一安排在一月");
  expect(reasonFor(reasons, deviation("b", "within_window"))).toBe("上级统一安排在一月");
  expect(reasonFor(reasons, deviation("a", "minutes"))).toBe("");
  expect(withReason(reasons, deviation("a", "within_window"), "改")).toHaveLength(1);
});

test("more ballots than voters, more back than out and more votes than ballots are told at once", () => {
  const one = { personId: "a", name: "赵", votes: 8 };
  const election = { ...emptyElection("k", 8), candidates: [one] };
  expect(excessOf(election, 8)).toEqual({ election: null, candidates: [null] });
  expect(excessOf(election, 7).election).toEqual({ figure: "issued", most: 7 });
  expect(excessOf({ ...election, returned: 9 }, 8).election).toEqual({ figure: "returned", most: 8 });
  expect(excessOf({ ...election, returned: 7 }, 8).candidates).toEqual([{ figure: "votes", most: 7 }]);
});

test("votes beyond those who were there are counted, opinions in writing count as voters", () => {
  const tally = { for: 6, against: 2, abstain: 1 };
  expect(ballotsTooMany(tally, 9)).toBe(0);
  expect(ballotsTooMany(tally, 7)).toBe(2);
  expect(ballotsTooMany({ ...tally, written: 2 }, 7)).toBe(0);
});
