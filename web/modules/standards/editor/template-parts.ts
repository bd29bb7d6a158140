import type { Answer } from "@dutyloop/contract/endpoints.ts";

type Body = Answer<"getTemplate">["body"];
type Check = Body["checks"][number];

/** The parts of a record form, in their order there. */
export const recordFields = [
  ...["title", "occurred_on", "time", "place", "host", "recorder", "lecturer"],
  ...["attendance", "guests", "topics", "resolutions", "actions", "minutes", "files"],
] as Body["fields"];

/** The parts that a template may leave open to those below. */
export const openParts = [
  "cadence",
  "fields",
  "topics",
  "steps",
  "materials",
  "guides",
  "checks",
] as const satisfies readonly Body["open"][number][];

export const stepActors = [
  "secretary",
  "organization_commissioner",
  "publicity_commissioner",
  "committee",
  "group_leader",
  "members",
  "superior",
  "staff",
] as const satisfies readonly Body["steps"][number]["actor"][];

export const votingRules = [
  "VOTE-01",
  "VOTE-02",
  "VOTE-03",
  "VOTE-06",
  "VOTE-07",
] as const satisfies readonly NonNullable<Body["votingRule"]>[];

export const guidePlaces = [
  "start",
  "attendance",
  "topics",
  "minutes",
  "resolutions",
  "materials",
] as const satisfies readonly Body["guides"][number]["at"][];

/** What a check begins with when it is chosen, besides its code, name and effect. */
export const checkParameters = {
  topic_named: {},
  attendance_taken: {},
  half_present: {},
  two_thirds_present: {},
  quorum: { rule: "VOTE-01" },
  minutes_written: { minimum: 20 },
  topic_covered: { topic: "" },
  lecturer_named: {},
  votes_recorded: {},
  resolutions_valid: { rule: "VOTE-01" },
  actions_have_due_dates: {},
  secretary_last: {},
  material_there: { material: "" },
} as const satisfies Record<Check["check"], object>;
export type CheckName = keyof typeof checkParameters;
export const checkNames = Object.keys(checkParameters) as CheckName[];

/** What an item of a list begins with. */
export const freshItems = {
  topics: { name: { zh: "", en: "" }, required: false },
  steps: { name: { zh: "", en: "" }, actor: "secretary", days: 0 },
  materials: { name: { zh: "", en: "" } },
  guides: { at: "start", title: { zh: "", en: "" }, text: { zh: "", en: "" } },
  checks: { check: "topic_named", effect: "scored", name: { zh: "", en: "" } },
} as const;
export type ListName = keyof typeof freshItems;
