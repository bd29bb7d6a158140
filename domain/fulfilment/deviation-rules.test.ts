import { describe, expect, test } from "vitest";
import { evaluateStandard } from "../standards/standard-rules.ts";
import { meetingTemplate } from "../standards/testing.ts";
import type { StandardCheck, TemplateBody } from "../standards/things.ts";
import { deviationRefusal, deviationsOf, reasonFor } from "./deviation-rules.ts";
import { decideRecord } from "./record-rules.ts";
import { entry, input, roster } from "./testing.ts";
import type { RecordEntry } from "./things.ts";

const inQuarter = (window: { from: string; to: string }) =>
  meetingTemplate({ cadence: { every: "year", times: 1, window } });
const minutes = (changes: Partial<StandardCheck>): TemplateBody =>
  meetingTemplate({
    checks: [
      {
        code: "minutes",
        check: "minutes_written",
        parameters: { minimum: 1000 },
        effect: "scored",
        name: { zh: "记录", en: "Minutes" },
        ...changes,
      } as StandardCheck,
    ],
  });
const expected = roster.map(({ personId, memberState, exempt }) => ({ personId, memberState, exempt, votes: true }));
const departs = (template: TemplateBody, changes: Partial<RecordEntry> = {}) => {
  const content = entry(changes);
  const standard = evaluateStandard(template, { ...content, topics: [], expected });
  return deviationsOf(template, content.occurredOn, standard).map(({ check }) => check);
};

describe("a day outside the days in which the text says 一般", () => {
  test.each([
    ["2026-09-30", ["within_window"]],
    ["2026-10-01", []],
    ["2026-12-31", []],
  ])("%s of a last quarter: %j", (occurredOn, deviations) => {
    expect(departs(inQuarter({ from: "10-01", to: "12-31" }), { occurredOn })).toEqual(deviations);
  });
  test.each([
    ["2026-10-31", ["within_window"]],
    ["2026-11-01", []],
    ["2027-01-31", []],
    ["2027-02-01", ["within_window"]],
  ])("%s of days that run over the end of the year: %j", (occurredOn, deviations) => {
    expect(departs(inQuarter({ from: "11-01", to: "01-31" }), { occurredOn })).toEqual(deviations);
  });
});

test("an item that is 一般 in the text and isn't met is a deviation; one that is demanded, or blocking, is not", () => {
  expect(departs(minutes({ strength: "general" }))).toEqual(["minutes"]);
  expect(departs(minutes({ strength: "general" }), { minutes: "记".repeat(1000) })).toEqual([]);
  expect(departs(minutes({}))).toEqual([]);
  expect(departs(minutes({ strength: "must" }))).toEqual([]);
  expect(departs(minutes({ strength: "general", effect: "blocking" }))).toEqual([]);
});

test("each deviation has to have its reason, and a blank one is none", () => {
  const template = minutes({ strength: "general" });
  const decided = decideRecord(input({}, { templates: [template] }));
  expect(decided).toMatchObject({ deviations: [{ templateCode: "general_meeting", check: "minutes" }] });
  const deviations = [{ templateCode: "general_meeting", check: "minutes" }];
  const reason = (text: string) => [{ template: "general_meeting", check: "minutes", reason: text }];
  expect(deviationRefusal(deviations, [])).toMatchObject({
    code: "record.deviation_reason_missing",
    field: "deviations",
    values: { template: "general_meeting", check: "minutes" },
  });
  expect(deviationRefusal(deviations, reason("  "))).toMatchObject({ refused: true });
  expect(deviationRefusal(deviations, reason("另册记录"))).toBeNull();
  expect(deviationRefusal(deviations, [{ ...reason("另册记录")[0]!, check: "attendance" }])).not.toBeNull();
  expect(reasonFor(deviations[0]!, reason(" 另册记录 "))).toBe("另册记录");
});

test("what a record doesn't serve as is departed from by nobody", () => {
  const lecture = meetingTemplate({
    code: "party_lecture",
    cadence: { every: "year", times: 1, window: { from: "10-01", to: "12-31" } },
    checks: [
      { code: "lecturer", check: "lecturer_named", parameters: {}, effect: "blocking", name: { zh: "主讲", en: "L" } },
    ],
  });
  const both = input({}, { templates: [meetingTemplate(), lecture] });
  expect(decideRecord(both)).toMatchObject({ deviations: [] });
  const lectured = input({ lecturer: "书记" }, { templates: [meetingTemplate(), lecture] });
  expect(decideRecord(lectured)).toMatchObject({ deviations: [{ templateCode: "party_lecture" }] });
});
