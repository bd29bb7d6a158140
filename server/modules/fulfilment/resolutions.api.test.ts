import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../testing/client.ts";
import { type MeetingBody, meetingBody } from "../../testing/meeting.ts";
import { openStage } from "../../testing/stage.ts";
import { type Branch, buildWorld, type World } from "../../testing/world.ts";

let world: World;
let branch: Branch;
let secretary: Client;
beforeAll(async () => {
  world = await buildWorld(await openStage());
  branch = world.alpha.first;
  await world.alpha.account("alpha.first.secretary", "branch_secretary", branch.id);
  secretary = await world.client("alpha.first.secretary");
});
afterAll(() => world.close());

type Votes = Omit<MeetingBody["resolutions"][number], "title">;
/** A general meeting of eleven voters with so many present, and the vote on one resolution. */
async function meeting(present: number, votes: Votes, key: string, templateCodes = ["general_meeting"]) {
  const body = meetingBody(branch, {
    templateCodes,
    topics: [],
    resolutions: [{ title: "年度计划", ...votes }],
    attendance: branch.memberIds.map((personId, index) =>
      index < present
        ? { personId, presence: "present", reason: null }
        : { personId, presence: "absent", reason: "在外" },
    ),
  });
  const headers = { "idempotency-key": key };
  const submitted = await secretary.ask("submitRecord", { params: { organizationId: branch.id }, body, headers });
  const record = await secretary.ask("getRecord", { params: { recordId: submitted.recordId } });
  return { submitted, record };
}

test("a resolution of five of eleven voters is kept and shown as invalid: six were needed", async () => {
  const { submitted, record } = await meeting(5, { for: 5, against: 0, abstain: 0 }, "without-quorum");
  const resolution = { title: "年度计划", for: 5, against: 0, abstain: 0, rule: "VOTE-01" };
  const judged = { votersExpected: 11, votersPresent: 5, quorumNeeded: 6, passNeeded: 6, valid: false, passed: false };
  const said = { written: 0, personnel: false, secretaryLast: null };
  const arithmetic = { quorum: "5 × 2 = 10 < 11", pass: "5 × 2 = 10 ≤ 11" };
  expect(record.resolutions).toEqual([{ ...resolution, ...judged, ...said, arithmetic }]);
  expect(submitted.resolutions).toEqual(record.resolutions);
  const items = record.standards.flatMap((standard) => standard.items);
  expect(items.find(({ code }) => code === "resolutions_valid")).toMatchObject({ passed: false });
});

test("with six of eleven present the vote is valid, and six votes pass it", async () => {
  const { record } = await meeting(6, { for: 6, against: 0, abstain: 0 }, "with-quorum-1");
  expect(record.resolutions[0]).toMatchObject({ votersPresent: 6, valid: true, passed: true });
});

test("five votes of six present don't pass it: more than half of the eleven is needed", async () => {
  const { record } = await meeting(6, { for: 5, against: 1, abstain: 0 }, "with-quorum-2");
  expect(record.resolutions[0]).toMatchObject({ valid: true, passed: false, passNeeded: 6 });
});

test("what is said about a vote is kept beside its tally", async () => {
  const said = { personnel: true, secretaryLast: true };
  const { record } = await meeting(6, { for: 6, against: 0, abstain: 0, ...said }, "with-more-said");
  expect(record.resolutions[0]).toMatchObject({ ...said, written: 0, valid: true });
});

test("a vote on admission counts opinions in writing among its ballots, also where the meeting is an ordinary one too", async () => {
  const votes = { for: 8, against: 0, abstain: 0, written: 2 };
  for (const types of [["admission_meeting"], ["general_meeting", "admission_meeting"]]) {
    const { submitted, record } = await meeting(6, votes, `admission-${types.length}`, types);
    expect(record.resolutions).toMatchObject([
      {
        ...{ rule: "VOTE-02", written: 2, votersExpected: 11, votersPresent: 6, valid: true, passed: true },
        arithmetic: { quorum: "6 × 2 = 12 > 11", pass: "8 × 2 = 16 > 11" },
      },
    ]);
    const items = record.standards.flatMap((standard) => standard.items);
    expect(items.filter(({ code }) => code === "resolutions_valid").every(({ passed }) => passed)).toBe(true);
    expect(submitted.unsatisfied.find(({ templateCode }) => templateCode === "admission_meeting")?.reason).toBe(
      "discharge.on_occasion",
    );
  }
});
