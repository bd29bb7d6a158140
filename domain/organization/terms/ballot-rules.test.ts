import { describe, expect, test } from "vitest";
import { type Count, electionQuorum, electionResult, isBallotValid } from "./ballot-rules.ts";

const votes = (...counts: number[]) =>
  counts.map((each, index) => ({ candidate: "abcdefgh"[index] ?? "z", votes: each }));
const count = (changes: Partial<Count> = {}): Count => ({
  expected: 10,
  present: 10,
  issued: 10,
  returned: 10,
  seats: 3,
  votes: votes(9, 8, 7, 4),
  ...changes,
});

test.each([
  [5, 4],
  [9, 8],
  [10, 8],
  [11, 9],
  [14, 12],
  [15, 12],
])("of %i voters %i make an election valid", (expected, needed) => {
  expect(electionQuorum(expected)).toBe(needed);
  const held = (present: number) =>
    electionResult(count({ expected, present, issued: present, returned: present, votes: votes(present) }));
  expect(held(needed)).toMatchObject({ elected: ["a"], valid: true, quorum: needed });
  expect(held(needed - 1)).toMatchObject({ elected: [], open: 3, valid: false, quorum: needed, findings: [] });
});

describe("elected is", () => {
  test("whoever has more than half of those present, by votes", () => {
    const followed = { elected: ["a", "b", "c"], tied: [], open: 0, needed: 6, quorum: 8, valid: true, findings: [] };
    expect(electionResult(count())).toEqual(followed);
    expect(electionResult(count({ votes: votes(6, 9, 5, 4) }))).toMatchObject({ elected: ["b", "a"], open: 1 });
    expect(electionResult(count({ votes: votes(5, 5, 5) }))).toMatchObject({ elected: [], open: 3 });
  });

  test.each([
    [9, 5],
    [8, 5],
    [10, 6],
  ])("with %i present whoever has %i", (present, needed) => {
    const held = (most: number) =>
      electionResult(count({ present, issued: present, returned: present, seats: 1, votes: votes(most) }));
    expect(held(needed)).toMatchObject({ elected: ["a"], needed });
    expect(held(needed - 1)).toMatchObject({ elected: [], open: 1 });
  });

  test("no more than there are seats", () => {
    expect(electionResult(count({ votes: votes(6, 7, 8, 9), seats: 4 }))).toMatchObject({
      elected: ["d", "c", "b", "a"],
    });
    expect(electionResult(count({ votes: votes(6, 7, 8, 9) }))).toMatchObject({ elected: ["d", "c", "b"], open: 0 });
  });

  test("nobody of those equal at the last seat until they are voted on again", () => {
    expect(electionResult(count({ votes: votes(9, 7, 7, 7) }))).toMatchObject({
      elected: ["a"],
      tied: ["b", "c", "d"],
      open: 2,
    });
    expect(electionResult(count({ votes: votes(9, 7, 7, 5) }))).toMatchObject({ elected: ["a", "b", "c"], tied: [] });
    expect(electionResult(count({ votes: votes(8, 8, 8, 6) }))).toMatchObject({ elected: ["a", "b", "c"], tied: [] });
  });

  test("pointed out where it is half or less of those who ought to be there", () => {
    const held = (expected: number, most: number) =>
      electionResult(count({ expected, present: 8, issued: 8, returned: 8, seats: 1, votes: votes(most) }));
    expect(held(10, 5)).toMatchObject({
      elected: ["a"],
      findings: [{ rule: "VOTE-04", code: "election.less_than_half_of_expected", values: { candidate: "a" } }],
    });
    expect(held(10, 6)).toMatchObject({ findings: [] });
    expect(held(9, 5)).toMatchObject({ findings: [] });
  });
});

test.each<[Partial<Count>, string]>([
  [{ seats: 0 }, "election.count_not_whole"],
  [{ present: 9.5 }, "election.count_not_whole"],
  [{ votes: votes(-1) }, "election.count_not_whole"],
  [{ present: 11 }, "election.more_present_than_expected"],
  [{ issued: 11 }, "election.more_issued_than_present"],
  [{ issued: 9, returned: 10 }, "election.more_returned_than_issued"],
  [{ returned: 8 }, "election.more_votes_than_ballots"],
  [{ votes: votes(9, 9, 9, 4) }, "election.more_votes_than_seats"],
])("a count with %j is refused: %s", (changes, code) => {
  expect(electionResult(count(changes))).toMatchObject({ refused: true, code });
});

test("where nobody may elect, nobody is elected", () => {
  const nobody = count({ expected: 0, present: 0, issued: 0, returned: 0, votes: votes(0) });
  expect(electionResult(nobody)).toMatchObject({ valid: false, elected: [], open: 3 });
});

test("fewer ballots back than given out, and every vote used, are fine", () => {
  expect(electionResult(count({ returned: 9, votes: votes(9, 8, 7, 3) }))).toMatchObject({ elected: ["a", "b", "c"] });
  expect(electionResult(count({ votes: votes(9, 8, 7, 6) }))).toMatchObject({ elected: ["a", "b", "c"] });
});

test("a ballot names as many as there are seats at most", () => {
  expect([0, 2, 3, 4].map((chosen) => isBallotValid(chosen, 3))).toEqual([true, true, true, false]);
});
