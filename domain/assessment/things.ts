import type { PlainDate } from "../kernel/plain-date.ts";
import type { BilingualText } from "../standards/things.ts";

/** The kinds of fact; each has a quantity and, where it is a share, a base. */
export const factKinds = [
  "obligation.due",
  "obligation.discharged",
  "obligation.waived",
  "record.standard",
  "attendance",
  "attendance.made_up",
  "finding.opened",
  "finding.closed",
  "finding.overdue",
  "finding.relapsed",
  "inspection.item",
  "metric",
  "review.result",
  "judgement",
  "honour",
  "notice.replied",
  "visit.done",
  "decision.late",
  "learning.hours",
  "milestone",
] as const;
export type FactKind = (typeof factKinds)[number];

/** Something that happened and counts, before it is stored. Quantities are decimals written as texts. */
export type FactDraft = {
  readonly kind: FactKind;
  readonly organizationId: string;
  /** The 党小组 or person it is about; null for the organisation itself. */
  readonly subjectId: string | null;
  readonly occurredOn: PlainDate;
  /** The day that decides its period: the due date for obligations, else the day it happened. */
  readonly countsOn: PlainDate;
  readonly quantity: string;
  readonly base: string | null;
  /** What indicators may ask for; few different values, because facts are grouped by them. */
  readonly attributes: Record<string, string | number>;
  /** What is shown and never scored: the obligation, days late, a reason. */
  readonly details: Record<string, string | number>;
};

/** A stored fact as the scoring function reads it; a storno has sign −1 and names the fact it corrects. */
export type ScoringFact = Pick<FactDraft, "kind" | "quantity" | "base" | "attributes" | "occurredOn"> & {
  readonly id: string;
  readonly sign: 1 | -1;
  readonly corrects: string | null;
  /** Instant as ISO text; breaks ties of `last` only. */
  readonly recordedAt: string;
};

/**
 * Facts of one kind with the same attributes, added up, stornos taken off: what additive measures need. Figures are
 * decimals as texts. `single` stands where one fact must be told from another (`last`, `mean`, judges); then the group
 * is that fact alone, and reversed facts and their stornos are left out.
 */
export type Evidence = {
  readonly kind: FactKind;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly count: number;
  readonly quantity: string;
  readonly base: string;
  readonly single: { readonly id: string; readonly occurredOn: PlainDate; readonly recordedAt: string } | null;
};

/** 已得分、不适用、待补报. */
export type LineState = "scored" | "not_applicable" | "pending";

/** 样本不足: too few answers; settled: a person decided at the close what a leaf without data counts. */
export type LineNote = "sample" | "settled";

/** How the value came about that a points rule turns into points; texts as in `Arithmetic`. */
export type ValueOrigin =
  | { readonly of: "ratio"; readonly numerator: string; readonly denominator: string }
  | {
      readonly of: "timely_ratio";
      readonly due: string;
      readonly onTime: string;
      readonly late: string;
      readonly lateFactor: string;
    }
  /** Σ quantity, or how many, of so many facts. */
  | { readonly of: "sum" | "count"; readonly facts: number }
  /** The latest of so many facts. */
  | { readonly of: "last"; readonly occurredOn: PlainDate; readonly facts: number }
  | { readonly of: "mean"; readonly sum: string; readonly facts: number; readonly answers: string | null }
  | {
      readonly of: "judges";
      /** `counted` is false for the highest and the lowest figure where they are left out. */
      readonly judges: readonly { readonly judge: string; readonly points: string; readonly counted: boolean }[];
      readonly sum: string;
      readonly counted: number;
    }
  | {
      readonly of: "formula";
      readonly expression: string;
      readonly inputs: readonly { readonly name: string; readonly indicator: string; readonly value: string }[];
    }
  | {
      readonly of: "rollup";
      readonly scheme: string;
      readonly line: string | null;
      readonly weighting: "equal" | "members";
      /** Organisations below by state; only the scored ones count. */
      readonly scored: number;
      readonly pending: number;
      readonly notApplicable: number;
      /** Σ of their points in percent of full marks, times members where members weigh. */
      readonly sum: string;
      /** The organisations, or their members, that the sum is divided by. */
      readonly weights: string;
    }
  /** The mean of another scheme's totals. */
  | { readonly of: "figure"; readonly scheme: string }
  /** Entered by a person when the period closed. */
  | { readonly of: "settled" };

/** The figures behind a line, in words' order; texts are decimals, an endless one is cut off with "…". */
export type Arithmetic =
  | {
      readonly form: "timely_ratio";
      readonly due: string;
      readonly onTime: string;
      readonly late: string;
      readonly lateFactor: string;
      readonly target: string;
      readonly quotient: string;
      readonly ofTarget: string;
      /** True when the quotient exceeded the target and counts as full. */
      readonly capped: boolean;
      readonly breakdown: readonly { readonly template: string; due: string; onTime: string; late: string }[];
    }
  | {
      readonly form: "ratio";
      readonly numerator: string;
      readonly denominator: string;
      readonly target: string;
      readonly quotient: string;
      readonly ofTarget: string;
      readonly capped: boolean;
      readonly breakdown: readonly { readonly template: string; numerator: string; denominator: string }[];
    }
  | {
      readonly form: "units";
      readonly rule: "add" | "deduct";
      /** Empty where a person entered the sum when the period closed. */
      readonly items: readonly { readonly value: string; quantity: string; unit: string; points: string }[];
      readonly sum: string;
      /** The floor of a deduction, the ceiling of an addition. */
      readonly bound: string;
      readonly bounded: boolean;
    }
  /** A value as a share of its target, at most 1. */
  | {
      readonly form: "of_target";
      readonly value: string;
      readonly target: string;
      readonly ofTarget: string;
      readonly capped: boolean;
      readonly origin: ValueOrigin;
    }
  | {
      readonly form: "linear";
      readonly value: string;
      readonly baseline: string;
      readonly target: string;
      readonly share: string;
      readonly origin: ValueOrigin;
    }
  /** The band reached and its points; null below the last one. */
  | {
      readonly form: "bands";
      readonly value: string;
      readonly bound: string | null;
      readonly points: string;
      readonly origin: ValueOrigin;
    }
  | {
      readonly form: "cel";
      readonly value: string;
      readonly expression: string;
      /** What the expression gives before it is brought into floor…ceiling. */
      readonly result: string;
      readonly floor: string;
      readonly ceiling: string;
      readonly bounded: boolean;
      readonly origin: ValueOrigin;
    }
  | { readonly form: "no_data"; readonly meaning: "pending" | "not_applicable" | "full" | "zero" }
  /** 样本不足. */
  | { readonly form: "sample"; readonly answers: string; readonly minimum: number }
  /** Fewer judges than needed so far. */
  | { readonly form: "judges_missing"; readonly judged: number; readonly minimum: number }
  /** A formula waits for these inputs, or has none of them to work with. */
  | {
      readonly form: "inputs_missing";
      readonly inputs: readonly { readonly name: string; readonly indicator: string; readonly state: LineState }[];
    }
  /** No value, decided by a person when the period closed; a settled value appears as the points rule's own form. */
  | { readonly form: "settled"; readonly outcome: "not_applicable" | "zero" }
  /** Figures of a closed sheet that what is known now doesn't lead to any more. */
  | { readonly form: "stored" }
  | {
      readonly form: "sum";
      readonly counted: readonly { readonly code: string; points: string; fullMarks: string }[];
      readonly points: string;
      readonly marks: string;
      /** True when marks left out were given to the counted children. */
      readonly redistributed: boolean;
    }
  | {
      readonly form: "weighted";
      readonly counted: readonly { readonly code: string; points: string; fullMarks: string; weight: string }[];
      readonly weights: string;
    }
  | {
      readonly form: "extra";
      readonly effect: "bonus" | "deduction";
      readonly points: string;
      readonly ceiling: string;
      readonly bounded: boolean;
    };

/** What it would take to reach full marks. */
export type Reach =
  /** So much more in the numerator at the present denominator. */
  | { readonly form: "numerator"; readonly missing: string }
  /** Deductions of so many points would have to go. */
  | { readonly form: "units_off"; readonly points: string }
  /** Events worth so many more points. */
  | { readonly form: "units_more"; readonly points: string }
  /** The value would have to reach this. */
  | { readonly form: "value"; readonly target: string }
  /** Data has to come in. */
  | { readonly form: "data" };

export type ScoreLine = {
  readonly code: string;
  /** The node this line belongs to; null for the root and for bonus and deduction nodes. */
  readonly parent: string | null;
  readonly kind: "leaf" | "node";
  readonly name: BilingualText;
  /** Version of the indicator; null for nodes. */
  readonly version: number | null;
  readonly fullMarks: string;
  readonly state: LineState;
  /** The indicator's exact value as numerator and denominator; null for nodes and without data. */
  readonly value: { readonly n: string; readonly d: string } | null;
  readonly points: string | null;
  readonly why: LineNote | null;
  readonly arithmetic: Arithmetic;
  /** Null at full marks, where nothing can be done, and for nodes. */
  readonly reach: Reach | null;
  readonly factCount: number;
};

/** A veto whose facts stand; it caps only once a person has confirmed it. */
export type ScoreVeto = {
  readonly code: string;
  readonly name: BilingualText;
  /** Facts that stand, and how many trigger it. */
  readonly count: number;
  readonly atLeast: number;
  readonly decision: "waiting" | "confirmed" | "dismissed";
  readonly effect:
    | { readonly caps: "grade"; readonly grade: string }
    | { readonly caps: "total"; readonly total: string };
};

export type ScoreSheet = {
  readonly total: string | null;
  /** Percent with two places, rounded down: "100.00"; reaches a scheme's threshold just where the exact share does. */
  readonly coverage: string;
  /** Triggered ones; they stand before the lines. */
  readonly vetoes: readonly ScoreVeto[];
  /** The root first, each node before its children, bonus and deduction nodes last. */
  readonly lines: readonly ScoreLine[];
  /** How the total is put together; null as long as the root has no score. */
  readonly composition: {
    readonly root: string;
    readonly bonus: string;
    readonly deduction: string;
    readonly floor: string;
    readonly ceiling: string;
    /** True when the sum lay outside floor…ceiling. */
    readonly bounded: boolean;
    /** The confirmed veto that holds the total down; null where none does. */
    readonly cappedBy: string | null;
  } | null;
};
