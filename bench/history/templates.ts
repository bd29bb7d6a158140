import { type TemplateBody, templateBody } from "@dutyloop/domain/standards/things.ts";

/** Duties of each month that are recorded one by one, each against a standard of six checks. */
export const dutyCodes = ["study_meeting", "safety_meeting", "progress_meeting"] as const;
/** A duty of each month that any number of records serves; it has no standard. */
export const noteCode = "field_note";
export const plannedCodes = [...dutyCodes, noteCode];
/** What a duty's record should cover. */
export const topicCode = "central_work";
/** Fewer characters in the minutes don't pass. */
export const shortestMinutes = 20;

const names: Record<string, { zh: string; en: string }> = {
  study_meeting: { zh: "集中学习会", en: "Study meeting" },
  safety_meeting: { zh: "安全分析会", en: "Safety meeting" },
  progress_meeting: { zh: "攻坚推进会", en: "Progress meeting" },
  field_note: { zh: "现场工作纪实", en: "Note from the field" },
};

const checks = [
  { code: "theme", check: "topic_named", effect: "blocking", name: { zh: "有明确主题", en: "The theme is named" } },
  {
    code: "attendance",
    check: "attendance_taken",
    effect: "blocking",
    name: { zh: "逐人登记", en: "Everybody is marked" },
  },
  {
    code: "lecturer",
    check: "lecturer_named",
    effect: "blocking",
    name: { zh: "写明主讲人", en: "The lecturer is named" },
  },
  {
    code: "half_present",
    check: "half_present",
    effect: "scored",
    name: { zh: "到会过半", en: "At least half are present" },
  },
  {
    code: "topic",
    check: "topic_covered",
    parameters: { topic: topicCode },
    effect: "scored",
    name: { zh: "与中心工作结合", en: "Tied to the main work" },
  },
  {
    code: "minutes",
    check: "minutes_written",
    parameters: { minimum: shortestMinutes },
    effect: "scored",
    name: { zh: "有小结", en: "A summary is written" },
  },
];

/** The standards of the generated records: held by the committee, owed by every branch every month. */
export const templates: readonly TemplateBody[] = plannedCodes.map((code) =>
  templateBody.parse({
    code,
    name: names[code],
    rules: [],
    strength: "practice",
    cadence: { every: "month", times: 1 },
    owedBy: "branch",
    participants: "committee",
    fields: ["title", "occurred_on", "time", "place", "recorder", "lecturer", "attendance", "topics", "minutes"],
    topics: [{ code: topicCode, name: { zh: "与中心工作结合", en: "Tied to the main work" }, required: true }],
    resolutions: false,
    checks: code === noteCode ? [] : checks,
  }),
);
