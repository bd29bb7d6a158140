import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { votingRules } from "./things.ts";
import { arithmeticOf, decideVote, quorum, type VoteCount } from "./voting-rules.ts";

const count = (expected: number, present: number, agreed: number, against = 0, abstain = 0): VoteCount => ({
  expected,
  present,
  for: agreed,
  against,
  abstain,
});

describe("the figures of the rule set", () => {
  test.each([
    ["VOTE-01", 10, 5, 6],
    ["VOTE-02", 10, 6, 6],
    ["VOTE-03", 10, 8, 6],
    ["VOTE-06", 10, 5, 6],
    ["VOTE-07", 10, 6, 6],
    ["VOTE-01", 11, 6, 6],
    ["VOTE-02", 11, 6, 6],
    ["VOTE-03", 11, 9, 6],
  ] as const)("%s with %i voters needs %i present and, all present, %i for it", (rule, voters, present, agreed) => {
    expect(quorum(rule, voters)).toEqual({ needed: present });
    expect(decideVote(rule, count(voters, voters, voters))).toMatchObject({ passNeeded: agreed, passed: true });
    expect(decideVote(rule, count(voters, voters, agreed - 1))).toMatchObject({ passed: false, valid: true });
  });

  test("eleven voters, five present: six are needed, the resolution is invalid whoever agrees", () => {
    expect(decideVote("VOTE-01", count(11, 5, 5))).toEqual({
      rule: "VOTE-01",
      expected: 11,
      present: 5,
      quorumNeeded: 6,
      quorumMet: false,
      passNeeded: 6,
      valid: false,
      passed: false,
    });
  });

  test("a committee that decides about personnel needs two thirds, otherwise more than half", () => {
    expect(decideVote("VOTE-07", count(9, 5, 5))).toMatchObject({ quorumNeeded: 5, passed: true });
    const personnel = (voters: number, present: number) =>
      decideVote("VOTE-07", { ...count(voters, present, present), personnel: true });
    expect(personnel(9, 5)).toMatchObject({ quorumNeeded: 6, valid: false, passed: false });
    expect(personnel(9, 6)).toMatchObject({ valid: true, passed: true });
    expect(personnel(7, 5)).toMatchObject({ quorumNeeded: 5, valid: true });
  });

  test("an election counts the majority of those present", () => {
    expect(decideVote("VOTE-03", count(10, 8, 5, 3))).toMatchObject({ passNeeded: 5, passed: true });
  });
});

describe("figures that can't be", () => {
  test("more ballots than voters present", () => {
    expect(decideVote("VOTE-01", count(10, 6, 5, 1, 1))).toMatchObject({
      code: "vote.more_ballots_than_voters",
      values: { ballots: 7, voters: 6 },
    });
  });

  test("opinions in writing count only where the rule knows them", () => {
    const withOne = { ...count(10, 6, 7), written: 1 };
    expect(decideVote("VOTE-02", withOne)).toMatchObject({ quorumMet: true, passed: true });
    expect(decideVote("VOTE-02", count(10, 6, 7))).toMatchObject({ code: "vote.more_ballots_than_voters" });
    expect(decideVote("VOTE-02", { ...withOne, written: 5 })).toMatchObject({
      code: "vote.more_written_than_absent",
      values: { written: 5, absent: 4 },
    });
    expect(decideVote("VOTE-01", withOne)).toMatchObject({ code: "vote.more_written_than_absent" });
  });

  test("more present than there are, half a ballot, fewer than none", () => {
    expect(decideVote("VOTE-01", count(5, 6, 1))).toMatchObject({ code: "vote.more_present_than_expected" });
    expect(decideVote("VOTE-01", count(5, 5, 1.5))).toMatchObject({ code: "vote.count_not_whole" });
    expect(decideVote("VOTE-01", count(5, 5, -1))).toMatchObject({ code: "vote.count_not_whole" });
  });
});

test("nobody decides where nobody has a vote", () => {
  expect(decideVote("VOTE-01", count(0, 0, 0))).toMatchObject({ quorumMet: false, valid: false, passed: false });
});

test("the quorum is the least number that satisfies the inequality of the rule", () => {
  const holds = {
    "VOTE-01": (p: number, v: number) => p * 2 >= v,
    "VOTE-02": (p: number, v: number) => p * 2 > v,
    "VOTE-03": (p: number, v: number) => p * 5 >= v * 4,
    "VOTE-06": (p: number, v: number) => p * 2 >= v,
    "VOTE-07": (p: number, v: number) => p * 2 > v,
  };
  fc.assert(
    fc.property(fc.constantFrom(...votingRules), fc.integer({ min: 1, max: 5000 }), (rule, voters) => {
      const { needed } = quorum(rule, voters);
      expect(holds[rule](needed, voters)).toBe(true);
      expect(holds[rule](needed - 1, voters)).toBe(false);
    }),
  );
});

test.each([
  ["VOTE-01", { expected: 10, present: 8, for: 6 }, "8 × 2 = 16 ≥ 10", "6 × 2 = 12 > 10"],
  ["VOTE-01", { expected: 11, present: 5, for: 5 }, "5 × 2 = 10 < 11", "5 × 2 = 10 ≤ 11"],
  ["VOTE-02", { expected: 10, present: 5, for: 6 }, "5 × 2 = 10 ≤ 10", "6 × 2 = 12 > 10"],
  ["VOTE-03", { expected: 10, present: 8, for: 5 }, "8 × 5 = 40 ≥ 10 × 4 = 40", "5 × 2 = 10 > 8"],
  ["VOTE-07", { expected: 9, present: 6, for: 5, personnel: true }, "6 × 3 = 18 ≥ 9 × 2 = 18", "5 × 2 = 10 > 9"],
  ["VOTE-07", { expected: 9, present: 5, for: 5 }, "5 × 2 = 10 > 9", "5 × 2 = 10 > 9"],
] as const)("the arithmetic of %s with %j stands in figures", (rule, count, quorumText, pass) => {
  expect(arithmeticOf(rule, count)).toEqual({ quorum: quorumText, pass });
});
