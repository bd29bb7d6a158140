import { expect, test } from "vitest";
import { meetingTemplate } from "../standards/testing.ts";
import type { Election } from "../standards/things.ts";
import { decideElections, quorumArithmetic, votesArithmetic } from "./election-rules.ts";
import { decideRecord } from "./record-rules.ts";
import { allPresent, entry, input, member } from "./testing.ts";

const people = Array.from({ length: 10 }, (_, index) => member(`person-${index}`));
const voters = { expected: 10, present: 8 };
const election = (votes: readonly number[], changes: Partial<Election> = {}): Election => ({
  title: "选举支部委员会委员",
  seats: 2,
  issued: 8,
  returned: 8,
  candidates: votes.map((given, index) => ({ personId: `person-${index}`, name: `候选人${index}`, votes: given })),
  ...changes,
});
const decide = (one: Election, counted = voters) => decideElections([one], counted, people);
const outcomes = (one: Election, counted = voters) => {
  const decided = decide(one, counted);
  return Array.isArray(decided) ? decided[0]?.candidates.map(({ outcome }) => outcome) : decided;
};

test("elected is who has more than half of those present, as many as there are seats", () => {
  expect(outcomes(election([8, 6, 2]))).toEqual(["elected", "elected", "not_elected"]);
  expect(decide(election([8, 4]))).toMatchObject([{ valid: true, needed: 5, quorumNeeded: 8, open: 1 }]);
});

test("those who are equal at the last seat are elected again", () => {
  expect(outcomes(election([7, 6, 6], { returned: 8, seats: 3 }))).toEqual(["elected", "elected", "elected"]);
  expect(outcomes(election([6, 5, 5], { seats: 2 }))).toEqual(["elected", "tied", "tied"]);
});

test("whoever has no more than half of those expected waits for somebody to confirm it", () => {
  expect(outcomes(election([7, 5]))).toEqual(["elected", "to_confirm"]);
  const [first, second] = election([7, 5]).candidates;
  const confirmed = election([], { candidates: [first!, { ...second!, confirmed: true }] });
  expect(outcomes(confirmed)).toEqual(["elected", "elected"]);
});

test("seven of ten are no quorum: the count is kept and elects nobody", () => {
  const counted = { expected: 10, present: 7 };
  const count = election([7, 6], { issued: 7, returned: 7 });
  expect(decide(count, counted)).toMatchObject([{ valid: false, open: 2, quorumNeeded: 8 }]);
  expect(outcomes(count, counted)).toEqual(["not_elected", "not_elected"]);
});

test.each<[Partial<Election>, string]>([
  [{ issued: 9 }, "election.more_issued_than_present"],
  [{ issued: 7, returned: 8 }, "election.more_returned_than_issued"],
  [{ seats: 1 }, "election.more_votes_than_seats"],
  [{ returned: 6 }, "election.more_votes_than_ballots"],
  [{ candidates: [{ personId: "stranger", name: "外人", votes: 1 }] }, "election.candidate_not_here"],
  [
    {
      candidates: [
        { personId: null, name: "来宾", votes: 1 },
        { personId: null, name: " 来宾", votes: 2 },
      ],
    },
    "election.candidate_twice",
  ],
])("an election with %j is refused: %s", (changes, code) => {
  expect(decide(election([7, 6], changes))).toMatchObject({ refused: true, code, field: "elections" });
});

test("the arithmetic stands in figures", () => {
  expect(quorumArithmetic({ expected: 10, present: 8 })).toBe("8 × 5 = 40 ≥ 10 × 4 = 40");
  expect(quorumArithmetic({ expected: 10, present: 7 })).toBe("7 × 5 = 35 < 10 × 4 = 40");
  expect(votesArithmetic({ votes: 6, outcome: "elected" }, voters)).toEqual({
    arithmetic: "6 × 2 = 12 > 8",
    ofExpected: null,
  });
  expect(votesArithmetic({ votes: 5, outcome: "to_confirm" }, voters)).toEqual({
    arithmetic: "5 × 2 = 10 > 8",
    ofExpected: "5 × 2 = 10 ≤ 10",
  });
  expect(votesArithmetic({ votes: 4, outcome: "not_elected" }, voters)).toEqual({
    arithmetic: "4 × 2 = 8 ≤ 8",
    ofExpected: null,
  });
});

test("a record's elections are held by those who vote, and count as recorded and valid by their quorum", () => {
  const checks = [
    { code: "votes", check: "votes_recorded", effect: "scored", name: { zh: "表决", en: "Votes" } },
    {
      code: "valid",
      check: "resolutions_valid",
      parameters: { rule: "VOTE-03" },
      effect: "scored",
      name: { zh: "有效", en: "Valid" },
    },
  ] as const;
  const templates = [
    meetingTemplate({ votingRule: "VOTE-03", checks: checks.map((one) => ({ parameters: {}, ...one })) as never }),
  ];
  const roster = [...people, member("newcomer", { memberState: "PROBATIONARY" })];
  const judged = (present: number) => {
    const marks = allPresent(roster).map((mark, index) =>
      index < present || index === 10 ? mark : { ...mark, presence: "absent" as const, reason: "在外" },
    );
    const counted = election([present], { seats: 1, issued: present, returned: present });
    const { content, ...rest } = input({}, { templates, roster });
    return decideRecord({ ...rest, content: entry({ ...content, attendance: marks, elections: [counted] }) });
  };
  expect(judged(8)).toMatchObject({
    elections: [{ expected: 10, present: 8, valid: true }],
    standards: [{ standard: { passed: 2, applicable: 2 } }],
  });
  expect(judged(7)).toMatchObject({
    elections: [{ present: 7, valid: false }],
    standards: [{ standard: { passed: 1, applicable: 2 } }],
  });
});
