import { expect, test } from "vitest";
import { obligation } from "../duties/testing.ts";
import { isRefusal } from "../kernel/refusal.ts";
import { groupTemplate, meetingTemplate } from "../standards/testing.ts";
import { decideRecord } from "./record-rules.ts";
import { allPresent, input, member, roster } from "./testing.ts";
import type { RecordEntry, RecordInput } from "./things.ts";

const refusal = (content: Partial<RecordEntry>, changes: Partial<RecordInput> = {}) => {
  const answer = decideRecord(input(content, changes));
  return isRefusal(answer) ? answer : null;
};
const withMarks = (...marks: RecordEntry["attendance"]) => ({ attendance: [...allPresent(roster), ...marks] });
const tally = (agreed: number, against: number) => [{ title: "决议", for: agreed, against, abstain: 0 }];
const committee = meetingTemplate({ participants: "committee" });

test.each<[string, string, Partial<RecordEntry>, Partial<RecordInput>]>([
  ["a day to come", "record.date.in_future", { occurredOn: "2026-01-17" }, {}],
  ["a day that doesn't exist", "record.date.not_a_day", { occurredOn: "2026-02-30" }, { today: "2026-03-01" }],
  ["a day in no period", "record.date.outside_obligation", { occurredOn: "2025-12-31" }, {}],
  ["a paper nobody asks for", "record.material_unknown", { materials: [{ code: "plan", fileId: null }] }, {}],
  ["a make-up for nobody's duty", "record.make_up_not_open", {}, { makesUpFor: ["elsewhere"] }],
  ["no type of meeting", "record.template.missing", {}, { templates: [] }],
  ["a 党小组会 without its 党小组", "record.group.missing", {}, { templates: [groupTemplate()] }],
  ["an end before the start", "record.time.end_before_start", { startTime: "14:00", endTime: "13:59" }, {}],
  ["minutes that never end", "record.text.too_long", { minutes: "长".repeat(20_001) }, {}],
  ["a title of a page", "record.text.too_long", { title: "长".repeat(501) }, {}],
  ["a hidden control", "record.text.control_characters", { minutes: "会议\u0000记录会议记录会议" }, {}],
  ["half a character", "record.text.control_characters", { title: "会议\uD83D" }, {}],
  [
    "text that reads backwards",
    "record.text.control_characters",
    { guests: [{ personId: null, name: "\u202Eab" }] },
    {},
  ],
  ["a stranger among the members", "record.attendee.not_member", withMarks({ personId: "x", presence: "present" }), {}],
  ["a member twice", "record.attendee.twice", withMarks({ personId: "a", presence: "present" }), {}],
  ["somebody without a mark", "record.attendance.incomplete", { attendance: allPresent(roster.slice(1)) }, {}],
  ["nobody to expect", "record.attendance.nobody_expected", { attendance: [] }, { templates: [committee] }],
  ["a member at a meeting of others", "record.attendee.not_expected", {}, { templates: [committee] }],
  ["more ballots than voters", "vote.more_ballots_than_voters", { resolutions: tally(4, 1) }, {}],
  ["a negative ballot", "vote.count_not_whole", { resolutions: tally(-1, 1) }, {}],
])("%s is refused as %s", (_, code, content, changes) => {
  expect(refusal(content, changes)?.code).toBe(code);
});

test.each(["leave", "absent"] as const)("%s needs a reason", (presence) => {
  const marks = (reason?: string) => [
    { personId: "a", presence, ...(reason === undefined ? {} : { reason }) },
    ...allPresent(roster.slice(1)),
  ];
  expect(refusal({ attendance: marks() })?.code).toBe("record.absence.reason_missing");
  expect(refusal({ attendance: marks("  ") })?.code).toBe("record.absence.reason_missing");
  expect(refusal({ attendance: marks("出差") })).toBeNull();
});

test("a person who wasn't a member on that day is welcome as 列席", () => {
  const people = [...roster, member("e", { memberState: "ACTIVIST" })];
  expect(refusal({ attendance: allPresent(people) }, { roster: people })).toMatchObject({
    code: "record.attendee.not_member",
    values: { personId: "e" },
    field: "attendance",
  });
  expect(refusal({ guests: [{ personId: "e", name: "积极分子" }] }, { roster: people })).toBeNull();
});

test("the nearest window is named where the day lies in none", () => {
  const windows = [obligation(), obligation({ id: "later", periodFrom: "2026-07-01", periodTo: "2026-09-30" })];
  const answer = refusal({ occurredOn: "2026-04-02" }, { obligations: windows, today: "2026-05-01" });
  expect(answer).toMatchObject({
    code: "record.date.outside_obligation",
    values: { date: "2026-04-02", from: "2026-01-01", to: "2026-03-31" },
    field: "occurredOn",
  });
});

test("line breaks, tabs, rare characters and the longest text allowed are taken", () => {
  expect(refusal({ minutes: `第一项\r\n\t第二项 𠮷 😀` })).toBeNull();
  expect(refusal({ minutes: "𠮷".repeat(20_000) })).toBeNull();
});

test.each<[string, Partial<RecordInput>]>([
  ["nobody imposed the duty", { obligations: [] }],
  ["somebody else owes it", { obligations: [obligation({ subjectId: "group" })] }],
  ["it happens on occasion", { templates: [meetingTemplate({ cadence: null })] }],
])("a record is taken on any day where %s", (_, changes) => {
  expect(refusal({ occurredOn: "2025-12-31" }, changes)).toBeNull();
});
