import { z } from "zod";
import type { MemberState } from "../organization/things.ts";

export const bilingualText = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
export type BilingualText = z.infer<typeof bilingualText>;

/** A stable code of library content: lower case, digits and underscores. */
export const contentCode = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** `times` obligations in every period of the year of the given length. */
const cadence = z.strictObject({
  every: z.enum(["month", "quarter", "half_year", "year"]),
  times: z.int().min(1).max(31),
});
export type Cadence = z.infer<typeof cadence>;

/** The voting rules the rule set has arithmetic for. */
export const votingRules = ["VOTE-01", "VOTE-02", "VOTE-03", "VOTE-06", "VOTE-07"] as const;
export type VotingRule = (typeof votingRules)[number];

/** The parts of a record form that a template can ask for. */
const recordFields = [
  "title",
  "occurred_on",
  "time",
  "place",
  "host",
  "recorder",
  "lecturer",
  "topics",
  "attendance",
  "guests",
  "minutes",
  "resolutions",
  "actions",
  "files",
] as const;
export type RecordField = (typeof recordFields)[number];

const checkFrame = {
  code: contentCode,
  /** blocking: no discharge without it; scored: it lowers the standard. */
  effect: z.enum(["blocking", "scored"]),
  rule: z.string().max(20).optional(),
  name: bilingualText,
};
const noParameters = z.strictObject({}).default({});

/** One item of a standard that the record itself answers. */
export const standardCheck = z.discriminatedUnion("check", [
  z.strictObject({ ...checkFrame, check: z.literal("topic_named"), parameters: noParameters }),
  z.strictObject({ ...checkFrame, check: z.literal("attendance_taken"), parameters: noParameters }),
  z.strictObject({ ...checkFrame, check: z.literal("half_present"), parameters: noParameters }),
  z.strictObject({
    ...checkFrame,
    check: z.literal("quorum"),
    parameters: z.strictObject({ rule: z.enum(votingRules) }),
  }),
  z.strictObject({
    ...checkFrame,
    check: z.literal("minutes_written"),
    parameters: z.strictObject({ minimum: z.int().min(1).max(20000) }),
  }),
  z.strictObject({
    ...checkFrame,
    check: z.literal("topic_covered"),
    parameters: z.strictObject({ topic: contentCode }),
  }),
  z.strictObject({ ...checkFrame, check: z.literal("lecturer_named"), parameters: noParameters }),
  z.strictObject({ ...checkFrame, check: z.literal("votes_recorded"), parameters: noParameters }),
  z.strictObject({
    ...checkFrame,
    check: z.literal("resolutions_valid"),
    parameters: z.strictObject({ rule: z.enum(votingRules) }),
  }),
  z.strictObject({ ...checkFrame, check: z.literal("actions_have_due_dates"), parameters: noParameters }),
]);
export type StandardCheck = z.infer<typeof standardCheck>;

/** What a piece of work is, who owes it how often, and what makes it well done. Published versions never change. */
export const templateBody = z.strictObject({
  code: contentCode,
  name: bilingualText,
  /** Ids of the rules that demand the work. */
  rules: z.array(z.string().max(20)),
  cadence,
  owedBy: z.enum(["branch", "branch_with_committee", "temporary_branch", "group"]),
  participants: z.enum(["members", "committee", "group_members"]),
  fields: z.array(z.enum(recordFields)).min(1),
  topics: z.array(z.strictObject({ code: contentCode, name: bilingualText, required: z.boolean() })),
  resolutions: z.boolean(),
  votingRule: z.enum(votingRules).optional(),
  checks: z.array(standardCheck),
  /** must: demanded by the text; general: 一般 in the text; practice: custom, never called statutory. */
  strength: z.enum(["must", "general", "practice"]),
});
export type TemplateBody = z.infer<typeof templateBody>;
export type Participants = TemplateBody["participants"];

/** A resolution with its tally; the four figures are whole numbers of ballots. */
export type Resolution = {
  readonly title: string;
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
};

/** Somebody who ought to be there. `exempt` leaves the rate (MTG-19), `votes` says whether the person counts in V. */
export type ExpectedParticipant = {
  readonly personId: string;
  readonly memberState: MemberState;
  readonly exempt: boolean;
  readonly votes: boolean;
};

export type Presence = "present" | "leave" | "absent";
export type AttendanceMark = {
  readonly personId: string;
  readonly presence: Presence;
  readonly reason?: string | undefined;
};

/** What the automatic checks look at; the content of a record has this shape and more. */
export type StandardFacts = {
  readonly title: string;
  readonly minutes: string;
  readonly lecturer?: string | null | undefined;
  readonly topics: readonly string[];
  readonly resolutions: readonly Resolution[];
  readonly actions?: readonly { readonly text: string; readonly dueOn: string | null }[] | undefined;
  readonly expected: readonly ExpectedParticipant[];
  readonly attendance: readonly AttendanceMark[];
};

/** `passed` is null where the item doesn't apply; `values` are the figures that explain it. */
export type StandardItem = {
  readonly code: string;
  readonly effect: "blocking" | "scored";
  readonly passed: boolean | null;
  readonly values: Record<string, string | number>;
};
export type StandardResult = {
  readonly items: readonly StandardItem[];
  readonly passed: number;
  readonly applicable: number;
  readonly blockingMet: boolean;
};
