import { addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import { stepRule } from "../basis-things.ts";
import { developmentSteps } from "../development-things.ts";
import { type Finding, finding } from "../finding.ts";
import { assessmentFindings } from "./assessment-dues.ts";
import {
  type DevelopmentCase,
  type DevelopmentLimits,
  developmentLimits,
  doneOn,
  doneStep,
  isExempt,
  type StepExemption,
} from "./case-facts.ts";
import { integrityFindings } from "./integrity-checks.ts";
import { probationEndOf, standingDate } from "./probation-rules.ts";
import { type Ruleset, rulesetOn, rulesetSwitch } from "./ruleset-rules.ts";
import type { StepTerms } from "./step-refusals.ts";
import { type StepWindow, windowOf } from "./window-rules.ts";

export type StepStanding = StepWindow & {
  readonly step: number;
  /** `exempted` stands for done; `locked` waits for a step before it. */
  readonly state: "done" | "exempted" | "open" | "locked";
  readonly on: PlainDate | null;
  /** Rules of the day it was taken on, or of today. */
  readonly ruleset: Ruleset;
  readonly warnings: readonly Finding[];
};

export type Timeline = {
  readonly steps: readonly StepStanding[];
  /** The first step that can be taken; null when all are. */
  readonly current: number | null;
  readonly probationEndsOn: PlainDate | null;
  /** 党龄起算日, once approved (DEV-T10). */
  readonly standingFrom: PlainDate | null;
  readonly exemptions: readonly StepExemption[];
};

/** Where a case stands on a day: each step with its window, and what is to be looked at (DEV-C3); nothing is decided by it. */
export function timelineOf(
  each: DevelopmentCase,
  terms: StepTerms & { readonly assessments?: readonly PlainDate[] },
): Timeline {
  const { limits = developmentLimits } = terms;
  const integrity = integrityFindings(each.taken);
  const steps = developmentSteps.map(({ number, after }): StepStanding => {
    const on = doneOn(each, number);
    const ready = after.every((step) => doneOn(each, step) !== null || isExempt(each, step));
    const state = on !== null ? "done" : isExempt(each, number) ? "exempted" : ready ? "open" : "locked";
    const ruleset = rulesetOn(on ?? terms.today, terms.rulesetFrom ?? rulesetSwitch);
    const window = windowOf(number, each, { ruleset, calendar: terms.calendar, limits });
    const warnings = [
      ...windowFindings(number, state === "open" ? terms.today : on, on !== null, window),
      ...(integrity.get(number) ?? []),
      ...(number === 6 ? assessmentFindings(each, terms.assessments ?? [], terms.today, limits) : []),
      ...(number === 15 && on !== null ? reviewFindings(each, on, limits) : []),
    ];
    return { step: number, state, on, ruleset, ...window, warnings };
  });
  return {
    steps,
    current: steps.find(({ state }) => state === "open")?.step ?? null,
    probationEndsOn: probationEndOf(each, limits),
    standingFrom: standingDate(each, limits),
    exemptions: each.exemptions,
  };
}

/** Too early when it was done; overdue when it was done or is still open after the last day. */
function windowFindings(
  step: number,
  day: PlainDate | null,
  done: boolean,
  { earliest, latest }: StepWindow,
): Finding[] {
  if (day === null) return [];
  const early = done && earliest !== null && day < earliest.on;
  const late = latest !== null && day > latest.on;
  return [
    ...(early ? [bounded("development.done_too_early", step, day, earliest)] : []),
    ...(late ? [bounded(done ? "development.done_late" : "development.overdue", step, day, latest)] : []),
  ];
}

function bounded(code: string, step: number, on: PlainDate, bound: NonNullable<StepWindow["latest"]>): Finding {
  return finding(bound.rule, code, { step, on, limit: bound.on }, bound.strength);
}

/** A political review older than a year on the day of the meeting is pointed out; how long it holds is practice. */
function reviewFindings({ taken }: DevelopmentCase, meetingOn: PlainDate, limits: DevelopmentLimits): Finding[] {
  const review = doneStep(taken, 10);
  const until = review === null ? null : addMonthsTo(review.on, limits.reviewMonths);
  return until === null || meetingOn <= until
    ? []
    : [finding(stepRule(10), "development.review_outdated", { step: 15, on: meetingOn, limit: until }, "practice")];
}
