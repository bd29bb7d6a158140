import { addMonthsTo, isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import type { WorkCalendar } from "../../kernel/workdays.ts";
import { stepRule } from "../basis-things.ts";
import { approvedSteps, concludedSteps, developmentSteps, isIndispensable } from "../development-things.ts";
import { refuseBy } from "../finding.ts";
import { branchActRefusal } from "../kinds/act-rules.ts";
import { approverRefusal } from "./approver-rules.ts";
import {
  type DevelopmentCase,
  type DevelopmentLimits,
  developmentLimits,
  doneOn,
  isExempt,
  type TakenStep,
} from "./case-facts.ts";
import { rulesetOn, rulesetSwitch } from "./ruleset-rules.ts";
import { peopleRefusal, trainingRefusal } from "./supporter-rules.ts";
import { lowerBoundsOf, noticeEnd, type WindowBasis, windowOf } from "./window-rules.ts";

export type StepTerms = {
  readonly today: PlainDate;
  readonly calendar: WorkCalendar;
  readonly limits?: DevelopmentLimits;
  readonly rulesetFrom?: PlainDate;
};

/**
 * Why a step can't be entered into a case, or null. In this order: where nobody is developed (ORG-06), the day, what
 * comes before, the rule of the step itself, its figures, who approves, who signs. Steps that are only late are entered
 * and pointed out, but for a meeting after a lapsed pre-review (DEV-T6) and an approval after half a year (DEV-T7).
 */
export function stepRefusal(each: DevelopmentCase, attempt: TakenStep, terms: StepTerms): Refusal | null {
  const { limits = developmentLimits, rulesetFrom = rulesetSwitch } = terms;
  const basis = { ruleset: rulesetOn(attempt.on, rulesetFrom), calendar: terms.calendar, limits };
  return (
    branchActRefusal(each.branchKind, "develop") ??
    dayRefusal(attempt, terms.today) ??
    orderRefusal(each, attempt) ??
    earlyRefusal(each, attempt, basis) ??
    lapsedRefusal(each, attempt, basis) ??
    peopleRefusal(attempt, limits) ??
    trainingRefusal(attempt, limits) ??
    authorityRefusal(attempt)
  );
}

/** Why a step can't be left out, or null: nobody is developed without some, the others need a reason and somebody who decided. */
export function exemptionRefusal({ step, reason, decidedBy }: DevelopmentCase["exemptions"][number]): Refusal | null {
  if (!developmentSteps.some(({ number }) => number === step))
    return refuseBy("DEV-C3", "development.step_unknown", { step }, "step");
  if (isIndispensable(step)) return refuseBy(stepRule(step), "development.exemption_impossible", { step }, "step");
  if (reason.trim() !== "" && decidedBy !== "") return null;
  return refuseBy(stepRule(step), "development.exemption_without_reason", { step }, "reason");
}

function dayRefusal({ step, on }: TakenStep, today: PlainDate): Refusal | null {
  if (!developmentSteps.some(({ number }) => number === step))
    return refuseBy("DEV-C3", "development.step_unknown", { step }, "step");
  if (!isPlainDate(on)) return refuseBy("DEV-C3", "development.date_invalid", { step, on }, "on");
  return on > today ? refuseBy("DEV-C3", "development.date_in_future", { step, on, today }, "on") : null;
}

function orderRefusal(each: DevelopmentCase, { step, on }: TakenStep): Refusal | null {
  const before = developmentSteps.find(({ number }) => number === step)?.after ?? [];
  const missing = before.find((earlier) => doneOn(each, earlier) === null && !isExempt(each, earlier));
  if (missing !== undefined) {
    return refuseBy(stepRule(step), "development.previous_step_missing", { step, missing }, "step");
  }
  const later = before.find((earlier) => (doneOn(each, earlier) ?? on) > on);
  if (later === undefined) return null;
  const values = { step, on, previous: later, previousOn: doneOn(each, later) ?? "" };
  return refuseBy("DEV-C3", "development.before_previous_step", values, "on");
}

function earlyRefusal(each: DevelopmentCase, { step, on }: TakenStep, basis: WindowBasis): Refusal | null {
  if (step === 1 && each.birthDate === null)
    return refuseBy(stepRule(1), "development.birth_date_missing", {}, "birthDate");
  const notice = step === 7 ? noticeRefusal(each, on, basis) : null;
  if (notice !== null) return notice;
  const earliest = lowerBoundsOf(step, each, basis).find((bound) => bound.strength === "must" && on < bound.on);
  if (!earliest) return null;
  const values = { step, on, earliest: earliest.on };
  return refuseBy(earliest.rule, "development.too_early", values, "on", earliest.strength);
}

/** Since 2026 a notice of five working days is over before somebody is named a candidate (DEV-T4). */
function noticeRefusal(each: DevelopmentCase, on: PlainDate, basis: WindowBasis): Refusal | null {
  if (basis.ruleset === "v2014") return null;
  const end = noticeEnd(each, basis);
  if (each.notice === null || end === null) return refuseBy("DEV-T4", "development.notice_missing", {}, "notice");
  if (each.notice.to >= end.on) {
    return on >= each.notice.to
      ? null
      : refuseBy("DEV-T4", "development.notice_running", { on, to: each.notice.to }, "on");
  }
  const values = { from: each.notice.from, to: each.notice.to, needed: end.on, workdays: basis.limits.noticeWorkdays };
  return refuseBy("DEV-T4", "development.notice_too_short", values, "notice");
}

function lapsedRefusal(each: DevelopmentCase, { step, on }: TakenStep, basis: WindowBasis): Refusal | null {
  if (step === 15) {
    const { latest } = windowOf(15, each, basis);
    if (latest === null || on <= latest.on || latest.strength !== "must") return null;
    return refuseBy("DEV-T6", "development.pre_review_lapsed", { on, latest: latest.on }, "on");
  }
  const meetingOn = step === 17 ? doneOn(each, 15) : null;
  if (meetingOn === null) return null;
  const latest = addMonthsTo(meetingOn, basis.limits.approvalMonthsMost);
  return on <= latest ? null : refuseBy("DEV-T7", "development.approval_lapsed", { on, latest }, "on");
}

function authorityRefusal({ step, approver, conclusion, concludedBy }: TakenStep): Refusal | null {
  if (approvedSteps.includes(step)) {
    if (approver === null) return refuseBy("DEV-C1", "development.approver_missing", { step }, "approver");
    const refusal = approverRefusal(approver.kind, approver.authorised);
    if (refusal !== null) return refusal;
  }
  const signed = conclusion !== null && concludedBy !== null && concludedBy !== "";
  return signed || !concludedSteps.includes(step)
    ? null
    : refuseBy("DEV-C4", "development.conclusion_not_signed", { step }, "conclusion");
}
