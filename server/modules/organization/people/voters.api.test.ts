import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import {
  attendanceOf,
  type JointBranches,
  type JointHost,
  jointBranches,
  themeDay,
} from "../../../testing/joint-branches.ts";

let group: JointBranches;
let branch: JointHost;
let secretary: Client;
let organizer: Client;
beforeAll(async () => {
  group = await jointBranches([10]);
  [branch] = group.hosts as [JointHost];
  secretary = await group.lasting("voters.secretary", "branch_secretary", branch.id);
  organizer = await group.lasting("voters.organizer", "organizer");
});
afterAll(() => group.close());

const person = (index: number) => ({ personId: branch.personIds[index] ?? "" });
const decided: Body<"setVoterExclusion"> = {
  ground: "BEDRIDDEN",
  approvedBy: "上级党委",
  approvedOn: "2026-02-01",
  resolvedOn: "2026-02-10",
  validFrom: "2026-03-01",
};
const exclude = (index: number, over: Partial<Body<"setVoterExclusion">> = {}) => ({
  params: person(index),
  body: { ...decided, ...over },
});
const params = () => ({ organizationId: branch.id });
const form = (client = secretary, on = "2026-03-10") =>
  client.ask("getRecordForm", { params: params(), query: { template: "general_meeting", on } });

function meeting(occurredOn: string, present = branch.personIds.length): Body<"submitRecord"> {
  return themeDay(branch, {
    templateCodes: ["general_meeting"],
    topics: [],
    occurredOn,
    attendance: attendanceOf(branch, present),
    resolutions: [{ title: "年度计划", for: 5, against: 0, abstain: 0 }],
  });
}
let keys = 0;
async function votersOn(occurredOn: string, present?: number) {
  keys += 1;
  const headers = { "idempotency-key": `voters-of-${keys}` };
  const sending = { params: params(), body: meeting(occurredOn, present), headers };
  const { resolutions } = await secretary.ask("submitRecord", sending);
  return [resolutions[0]?.votersExpected, resolutions[0]?.votersPresent];
}

test("a member left out of the voters doesn't count in V from that day until it ends (VOTE-08)", async () => {
  const { id } = await secretary.ask("setVoterExclusion", exclude(0));
  expect(await votersOn("2026-02-27")).toEqual([10, 10]);
  expect(await votersOn("2026-03-02")).toEqual([9, 9]);
  expect((await form()).roster.filter(({ votes }) => !votes)).toHaveLength(1);
  await group.refused(secretary, "setVoterExclusion", exclude(0), "voter.entered_already");
  const ending = (lastDay: string) => ({ params: { exclusionId: id }, body: { lastDay } });
  await group.refused(secretary, "endVoterExclusion", ending("2026-02-28"), "voter.end_before_start");
  await secretary.ask("endVoterExclusion", ending("2026-03-04"));
  await group.refused(secretary, "endVoterExclusion", ending("2026-03-05"), "voter.ended");
  expect(await votersOn("2026-03-04")).toEqual([9, 9]);
  expect(await votersOn("2026-03-05")).toEqual([10, 10]);
});

test("without the superior's agreement or the meeting's resolution it is refused, and nothing is written", async () => {
  const refused = (over: Partial<Body<"setVoterExclusion">>, code: string) =>
    group.refused(secretary, "setVoterExclusion", exclude(1, over), code);
  await refused({ approvedOn: null }, "voter.approval_missing");
  await refused({ approvedBy: " " }, "voter.approval_missing");
  await refused({ resolvedOn: null }, "voter.resolution_missing");
  await refused({ validFrom: "2026-02-09" }, "voter.before_decision");
  await refused({ validFrom: "2026-03-19" }, "member.in_future");
});

test("why is shown only to those who read private fields, and stands in no audit entry", async () => {
  await secretary.ask("setVoterExclusion", exclude(2, { ground: "MENTAL" }));
  await secretary.ask("setVoterExclusion", exclude(3, { ground: "PROBATION_OR_JAIL" }));
  const seen = async (client: Client) => {
    const { items } = await client.ask("listVoterExclusions", { params: params() });
    const running = items.filter(({ validTo }) => validTo === null);
    return running.map(({ personName, ground }) => [personName, ground]).sort();
  };
  expect(await seen(organizer)).toEqual([
    ["branch0-3", "MENTAL"],
    ["branch0-4", "PROBATION_OR_JAIL"],
  ]);
  expect(await seen(group.office)).toEqual([
    ["branch0-3", "MENTAL"],
    ["branch0-4", null],
  ]);
  expect(await seen(secretary)).toEqual([
    ["branch0-3", null],
    ["branch0-4", null],
  ]);
  const audit = await group.query<{ text: string }>("SELECT a::text AS text FROM audit_entry a");
  expect(audit.some(({ text }) => text.includes('"MENTAL"') || text.includes("PROBATION_OR_JAIL"))).toBe(false);
  for (const { personId } of [person(2), person(3)]) {
    const rows = await group.query<{ id: string }>("SELECT id FROM voter_exclusion WHERE person_id = $1", [personId]);
    await secretary.ask("endVoterExclusion", {
      params: { exclusionId: rows[0]?.id ?? "" },
      body: { lastDay: "2026-03-01" },
    });
  }
});

test("whose vote is suspended counts in neither V nor P, and nobody without the right is told whose it is (VOTE-09)", async () => {
  const before = await form();
  const impede = { params: person(4), body: { kind: "DETAINED" as const, validFrom: "2026-03-06" } };
  const { id } = await organizer.ask("setVotingImpediment", impede);
  expect(await votersOn("2026-03-05")).toEqual([10, 10]);
  expect(await votersOn("2026-03-06")).toEqual([9, 9]);

  // What a secretary reads is to the byte what he would read of anybody.
  expect(await form()).toEqual(before);
  const { draftId: _none, ...entry } = meeting("2026-03-07");
  const told = await secretary.ask("previewRecord", { params: params(), body: entry });
  expect(told.result?.resolutions[0]).toMatchObject({ votersExpected: 10, votersPresent: 10 });
  const record = await secretary.call("getPerson", { params: person(4) });
  const list = await secretary.call("listPeople", { params: params() });
  const exclusions = await secretary.call("listVoterExclusions", { params: params() });
  for (const { text } of [record, list, exclusions]) expect(text).not.toContain("DETAINED");
  await group.refused(secretary, "listVotingImpediments", { params: person(4) }, "access.not_allowed");
  await group.refused(secretary, "setVotingImpediment", impede, "access.not_allowed");
  const audit = await group.query<{ text: string }>("SELECT a::text AS text FROM audit_entry a");
  const ofIt = audit.filter(({ text }) => text.includes("impediment"));
  expect(ofIt).not.toHaveLength(0);
  expect(ofIt.some(({ text }) => text.includes(person(4).personId) || text.includes("DETAINED"))).toBe(false);

  const { items } = await organizer.ask("listVotingImpediments", { params: person(4) });
  expect(items).toEqual([{ id, kind: "DETAINED", validFrom: "2026-03-06", validTo: null }]);
  await group.refused(organizer, "setVotingImpediment", impede, "voter.entered_already");
  await organizer.ask("endVotingImpediment", { params: { impedimentId: id }, body: { lastDay: "2026-03-07" } });
  expect(await votersOn("2026-03-08")).toEqual([10, 10]);
});
