import { committeeMembers } from "./size.ts";
import { dutyCodes, noteCode, shortestMinutes, topicCode } from "./templates.ts";

const minutes =
  "学习安全生产月活动方案，讨论工器具双人复核办法，党员领题三项：台账清理、隐患排查、新员工结对。会议决定下月初复查。";
const shortMinutes = "已召开，内容见附件。";
/** Of the checks of a duty's standard, theme and attendance always pass. */
export const applicableChecks = 6;
/** Whether the event `e` is a meeting with a standard. */
export const isDuty = `e.slot <= ${dutyCodes.length}`;
const halfPresent = `e.present * 2 >= ${committeeMembers}`;
export const passedChecks = `2 + e.lecturer::integer + (${halfPresent})::integer + e.topic::integer + e.long_minutes::integer`;

/** Where a value of the event comes in. */
const blank = "@@";
const said = { lecturer: blank, minutes: blank, topics: blank };
const saidValues = [
  `CASE WHEN e.lecturer THEN '"主讲人"' ELSE 'null' END`,
  `CASE WHEN e.long_minutes THEN '"${minutes}"' ELSE '"${shortMinutes}"' END`,
  `CASE WHEN e.topic THEN '["${topicCode}"]' ELSE '[]' END`,
];
const frame = {
  startTime: "14:30",
  endTime: "16:00",
  place: "三楼党员活动室",
  chairId: null,
  recorderId: null,
  ...said,
};

const item = (code: string, effect: "blocking" | "scored", values: object) => ({ code, effect, passed: blank, values });
const judged = {
  templateCode: blank,
  standard: {
    items: [
      item("theme", "blocking", {}),
      item("attendance", "blocking", { missing: 0, expected: committeeMembers }),
      item("lecturer", "blocking", {}),
      item("half_present", "scored", { present: blank, expected: committeeMembers }),
      item("topic", "scored", { topic: topicCode }),
      item("minutes", "scored", { written: blank, minimum: shortestMinutes }),
    ],
    passed: blank,
    applicable: applicableChecks,
    blockingMet: blank,
  },
};
const yesNo = (condition: string) => `CASE WHEN ${condition} THEN 'true' ELSE 'false' END`;
const judgedValues = [
  "to_json(e.template)",
  "'true'",
  "'true'",
  yesNo("e.lecturer"),
  yesNo(halfPresent),
  "e.present",
  yesNo("e.topic"),
  yesNo("e.long_minutes"),
  `CASE WHEN e.long_minutes THEN ${[...minutes].length} ELSE ${[...shortMinutes].length} END`,
  passedChecks,
  yesNo("e.lecturer"),
];
const unjudged = {
  templateCode: noteCode,
  standard: { items: [], passed: 0, applicable: 0, blockingMet: true },
};

function filled(standard: object, values: readonly string[]): string {
  const form = JSON.stringify({ ...frame, standards: [standard] }).replaceAll(`"${blank}"`, "%s");
  return `format('${form}', ${values.join(", ")})`;
}

/** What stands in record_version.body for the event `e`, as the product writes it. */
export const versionBody = `CASE WHEN ${isDuty} THEN ${filled(judged, [...saidValues, ...judgedValues])} ELSE ${filled(unjudged, saidValues)} END`;
