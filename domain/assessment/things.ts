import type { PlainDate } from "../kernel/plain-date.ts";
import type { BilingualText } from "../standards/things.ts";

/** The kinds of fact; each has a quantity and, where it is a share, a base. */
export const factKinds = [
  "obligation.due",
  "obligation.discharged",
  "obligation.waived",
  "record.standard",
  "attendance",
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
  readonly attributes: Record<string, string | number>;
};

/** A stored fact as the scoring function reads it; a storno has sign −1. */
export type ScoringFact = Pick<FactDraft, "kind" | "quantity" | "base" | "attributes"> & {
  readonly id: string;
  readonly sign: 1 | -1;
};

/** 已得分、不适用、待补报. */
export type LineState = "scored" | "not_applicable" | "pending";

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
      readonly items: readonly { readonly value: string; quantity: string; unit: string; points: string }[];
      readonly sum: string;
      /** The floor of a deduction, the ceiling of an addition. */
      readonly bound: string;
      readonly bounded: boolean;
    }
  | { readonly form: "linear"; value: string; baseline: string; target: string; share: string }
  | { readonly form: "bands"; readonly value: string; readonly bound: string | null }
  | { readonly form: "no_data"; readonly meaning: "pending" | "not_applicable" | "full" | "zero" }
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
  readonly arithmetic: Arithmetic;
  readonly factCount: number;
};

export type ScoreSheet = {
  readonly total: string | null;
  /** Percent with two places: "100.00". */
  readonly coverage: string;
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
  } | null;
};
