import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../testing/joint-branches.ts";

let group: JointBranches;
let branch: JointHost;
let other: JointHost;
beforeAll(async () => {
  group = await jointBranches([10, 3]);
  [branch, other] = group.hosts as [JointHost, JointHost];
});
afterAll(() => group.close());

type Election = NonNullable<Body<"submitRecord">["elections"]>[number];
const candidates = (...votes: number[]): Election["candidates"] =>
  votes.map((given, index) => ({ personId: branch.personIds[index] ?? null, name: "as typed", votes: given }));
const counted = (present: number, over: Partial<Election> = {}): Election => ({
  title: "选举支部委员会委员",
  seats: 2,
  issued: present,
  returned: present,
  candidates: candidates(7, 5, 2),
  ...over,
});
let keys = 0;
function sending(present: number, elections: Election[], over: Partial<Body<"submitRecord">> = {}) {
  keys += 1;
  const body = themeDay(branch, {
    templateCodes: ["election"],
    title: "换届选举大会",
    topics: ["work_report", "rules", "ballot"],
    attendance: attendanceOf(branch, present),
    resolutions: [{ title: "通过选举办法", for: present, against: 0, abstain: 0 }],
    elections,
    ...over,
  });
  return { params: { organizationId: branch.id }, body, headers: { "idempotency-key": `elections-${keys}` } };
}
const held = async (present: number, elections: Election[]) => {
  const submitted = await group.secretary.ask("submitRecord", sending(present, elections));
  const record = await group.secretary.ask("getRecord", { params: { recordId: submitted.recordId } });
  expect(submitted.elections).toEqual(record.elections);
  return record;
};

test("an election is shown with who is elected, whom somebody has to confirm, and the arithmetic", async () => {
  const record = await held(8, [counted(8)]);
  expect(record.elections).toEqual([
    {
      ...{ title: "选举支部委员会委员", seats: 2, issued: 8, returned: 8 },
      ...{ votersExpected: 10, votersPresent: 8, quorumNeeded: 8, needed: 5, valid: true, open: 0 },
      arithmetic: { quorum: "8 × 5 = 40 ≥ 10 × 4 = 40" },
      candidates: [
        ["branch0-1", 7, "elected", "7 × 2 = 14 > 8", null],
        ["branch0-2", 5, "to_confirm", "5 × 2 = 10 > 8", "5 × 2 = 10 ≤ 10"],
        ["branch0-3", 2, "not_elected", "2 × 2 = 4 ≤ 8", null],
      ].map(([name, votes, outcome, arithmetic, ofExpected], index) => ({
        personId: branch.personIds[index],
        ...{ name, votes, outcome, arithmetic, ofExpected },
      })),
    },
  ]);
  expect(record.resolutions[0]?.arithmetic).toEqual({ quorum: "8 × 5 = 40 ≥ 10 × 4 = 40", pass: "8 × 2 = 16 > 8" });
  const item = (code: string) => record.standards[0]?.items.find((one) => one.code === code);
  expect([item("quorum"), item("votes"), item("resolutions_valid")].map((one) => one?.passed)).toEqual([
    true,
    true,
    true,
  ]);
});

test("without four fifths the count is kept, is invalid and elects nobody", async () => {
  const record = await held(7, [counted(7)]);
  expect(record.elections[0]).toMatchObject({
    ...{ valid: false, open: 2, votersPresent: 7 },
    arithmetic: { quorum: "7 × 5 = 35 < 10 × 4 = 40" },
  });
  expect(record.elections[0]?.candidates.every(({ outcome }) => outcome === "not_elected")).toBe(true);
  const valid = record.standards[0]?.items.find(({ code }) => code === "resolutions_valid");
  expect(valid?.passed).toBe(false);
});

test("those who are equal at the last seat are elected again at the same meeting", async () => {
  const again = counted(9, { title: "再次投票", seats: 1, candidates: candidates(0, 6, 3).slice(1) });
  const record = await held(9, [counted(9, { candidates: candidates(8, 5, 5) }), again]);
  const outcomes = record.elections.map((one) => one.candidates.map(({ outcome }) => outcome));
  expect(outcomes).toEqual([
    ["elected", "tied", "tied"],
    ["elected", "not_elected"],
  ]);
  expect(record.elections.map(({ open }) => open)).toEqual([1, 0]);
});

test("who sees counts only sees votes without names", async () => {
  const { id } = await held(8, [counted(8)]);
  const leader = await group.lasting("election.leader", "party_committee_leader", group.rootId);
  const record = await leader.ask("getRecord", { params: { recordId: id } });
  expect(record.elections[0]?.candidates.map(({ name, personId, votes }) => [name, personId, votes])).toEqual([
    [null, null, 7],
    [null, null, 5],
    [null, null, 2],
  ]);
});

test("a correction confirms who was elected by no more than half of those expected; both versions stay", async () => {
  const { id } = await held(8, [counted(8)]);
  const { entry, version } = await group.secretary.ask("getRecordEntry", { params: { recordId: id } });
  expect(entry.elections).toEqual([counted(8)]);
  const [first, second, ...others] = counted(8).candidates;
  const confirmed = [first!, { ...second!, confirmed: true }, ...others];
  const corrected = await group.secretary.ask("correctRecord", {
    params: { recordId: id },
    body: { ...entry, elections: [counted(8, { candidates: confirmed })], version, reason: "上级确认当选" },
    headers: { "idempotency-key": "election-confirmed" },
  });
  expect(corrected.elections[0]?.candidates[1]).toMatchObject({ outcome: "elected", ofExpected: "5 × 2 = 10 ≤ 10" });
  const kept = await group.query<{ version: number; outcome: string }>(
    "SELECT version, candidates->1->>'outcome' AS outcome FROM election_tally WHERE record_id = $1 ORDER BY version",
    [id],
  );
  expect(kept).toEqual([
    { version: 1, outcome: "to_confirm" },
    { version: 2, outcome: "elected" },
  ]);
});

test.each<[string, () => Election, string]>([
  ["more ballots than people there", () => counted(8, { issued: 9 }), "election.more_issued_than_present"],
  ["more ballots back than handed out", () => counted(8, { issued: 7 }), "election.more_returned_than_issued"],
  ["more votes than ballots", () => counted(8, { returned: 6 }), "election.more_votes_than_ballots"],
  ["more votes than seats on all ballots", () => counted(8, { seats: 1 }), "election.more_votes_than_seats"],
  [
    "a candidate of another branch",
    () => counted(8, { candidates: [{ personId: other.personIds[0] ?? null, name: "other", votes: 5 }] }),
    "election.candidate_not_here",
  ],
  [
    "the same candidate twice",
    () => counted(8, { candidates: [...candidates(4), ...candidates(3)] }),
    "election.candidate_twice",
  ],
])("an election with %s is refused and nothing is written", async (_case, election, code) => {
  await group.refused(group.secretary, "submitRecord", sending(8, [election()]), code);
});
