import { z } from "zod";
import type { MemberState } from "../organization/things.ts";

export const bilingualText = z.strictObject({ zh: z.string().min(1).max(200), en: z.string().min(1).max(200) });
export type BilingualText = z.infer<typeof bilingualText>;

/** A stable code of library content: lower case, digits and underscores. */
export const contentCode = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** A day of any year, "MM-DD". */
const dayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** `times` obligations in every period of the year of the given length. */
export const cadence = z.strictObject({
  every: z.enum(["month", "two_months", "quarter", "half_year", "year"]),
  times: z.int().min(1).max(31),
  /** Of a yearly duty: its last day where that isn't 31 December; before the window begins, it is one of the next year. */
  due: dayOfYear.optional(),
  /** 一般 in these days of the year; outside of them a reason is asked for. */
  window: z.strictObject({ from: dayOfYear, to: dayOfYear }).optional(),
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

const ruleId = z.string().max(20);

const checkFrame = {
  code: contentCode,
  /** blocking: no discharge without it; scored: it lowers the standard. */
  effect: z.enum(["blocking", "scored"]),
  rule: ruleId.optional(),
  name: bilingualText,
  /** general: 一般 in the text; where a scored item of this kind isn't met, the record says why. */
  strength: z.enum(["must", "general", "practice"]).optional(),
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
  z.strictObject({ ...checkFrame, check: z.literal("two_thirds_present"), parameters: noParameters }),
  z.strictObject({ ...checkFrame, check: z.literal("secretary_last"), parameters: noParameters }),
  z.strictObject({
    ...checkFrame,
    check: z.literal("material_there"),
    parameters: z.strictObject({ material: contentCode }),
  }),
]);
export type StandardCheck = z.infer<typeof standardCheck>;

/** Who takes a step of the flow. */
export const stepActors = [
  "secretary",
  "organization_commissioner",
  "publicity_commissioner",
  "committee",
  "group_leader",
  "members",
  "superior",
  "staff",
] as const;

/** One step of the flow; `days` counts from the event, before it negative. */
const step = z.strictObject({
  code: contentCode,
  name: bilingualText,
  actor: z.enum(stepActors),
  days: z.int().min(-180).max(180),
  material: contentCode.optional(),
  rule: ruleId.optional(),
});
export type TemplateStep = z.infer<typeof step>;

/** A paper that belongs to the work: a file, or a paper kept on the spot. Photographs are never one (RES-06). */
const material = z.strictObject({
  code: contentCode,
  name: bilingualText,
  /** The part of the record that is this paper itself: nobody is asked for it again (RES-06). */
  field: z.enum(recordFields).optional(),
  rule: ruleId.optional(),
});
export type TemplateMaterial = z.infer<typeof material>;

/** Guidance shown where it is needed: at a step, or at a field of the record. */
const guide = z.strictObject({
  code: contentCode,
  title: bilingualText,
  text: z.strictObject({ zh: z.string().min(1).max(2000), en: z.string().min(1).max(4000) }),
  at: z.enum(["start", "attendance", "topics", "minutes", "resolutions", "materials"]),
});
export type TemplateGuide = z.infer<typeof guide>;

/** Whose duty it is. `leader` is a leading member of a committee, counted from records of others and never typed. */
export const owers = [
  "branch",
  "branch_with_committee",
  "temporary_branch",
  "group",
  "general_branch",
  "committee",
  "leading_group",
  "leader",
] as const;
export type Ower = (typeof owers)[number];

/** 探索学习, 试行矫正, 验收深化, 推广, 废止. */
export const templateStages = ["exploring", "trial", "acceptance", "promoted", "withdrawn"] as const;
export type TemplateStage = (typeof templateStages)[number];

/** What a piece of work is, who owes it how often, and what makes it well done. Published versions never change. */
export const templateBody = z.strictObject({
  code: contentCode,
  /** Of the built-in library: rises with every change. */
  version: z.int().min(1).default(1),
  name: bilingualText,
  /** record: done by recording an event; task: done by handing in its evidence. */
  kind: z.enum(["record", "task"]).default("record"),
  /** Ids of the rules that demand the work. */
  rules: z.array(ruleId),
  /** Where it comes from, in the words of the source. */
  basis: bilingualText.optional(),
  /** 示例: no regulation prints its contents; they are there to be adapted. */
  example: z.boolean().default(false),
  /** Null for what is done on occasion: it is never owed by itself. */
  cadence: cadence.nullable(),
  owedBy: z.enum(owers),
  participants: z.enum(["members", "committee", "group_members", "committee_members", "leading_group_members"]),
  fields: z.array(z.enum(recordFields)),
  topics: z.array(z.strictObject({ code: contentCode, name: bilingualText, required: z.boolean() })),
  steps: z.array(step).default([]),
  materials: z.array(material).default([]),
  guides: z.array(guide).default([]),
  resolutions: z.boolean(),
  votingRule: z.enum(votingRules).optional(),
  checks: z.array(standardCheck),
  /** What a unit may adapt: names of parts of this body. */
  open: z.array(z.enum(["cadence", "fields", "topics", "steps", "materials", "guides", "checks"])).default([]),
  /** must: demanded by the text; general: 一般 in the text; practice: custom, never called statutory. */
  strength: z.enum(["must", "general", "practice"]),
});
export type TemplateBody = z.infer<typeof templateBody>;
export type Participants = TemplateBody["participants"];

/** A resolution with its tally: whole numbers of ballots, never who voted what (PRV-18). */
export type Resolution = {
  readonly title: string;
  readonly for: number | null;
  readonly against: number | null;
  readonly abstain: number | null;
  /** VOTE-02: formal opinions of voters who were away, counted among the ballots. */
  readonly written?: number | undefined;
  /** VOTE-07: decisions about personnel ask for two thirds. */
  readonly personnel?: boolean | undefined;
  /** VOTE-07: whether the secretary spoke last; null where nobody said. */
  readonly secretaryLast?: boolean | null | undefined;
};

/** An election as it was counted (VOTE-03, VOTE-04, VOTE-05): tallies only, never who voted for whom (PRV-18). */
export type Election = {
  readonly title: string;
  readonly seats: number;
  readonly issued: number;
  readonly returned: number;
  readonly candidates: readonly {
    readonly personId: string | null;
    readonly name: string;
    readonly votes: number;
    /** VOTE-04: somebody has confirmed the election by no more than half of those expected. */
    readonly confirmed?: boolean | undefined;
  }[];
};

/** A paper of a record: a file of the product, or one that is kept on paper. */
export type RecordMaterial = { readonly code: string; readonly fileId: string | null };

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
  readonly elections?: readonly Election[] | undefined;
  readonly actions?: readonly { readonly text: string; readonly dueOn: string | null }[] | undefined;
  readonly materials?: readonly RecordMaterial[] | undefined;
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
