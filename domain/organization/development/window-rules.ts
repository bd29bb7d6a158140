import { addDays, addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import { addWorkdays, knowsYearOf, type WorkCalendar } from "../../kernel/workdays.ts";
import { type RuleId, type Strength, stepRule, strengthOf } from "../basis-things.ts";
import { type DevelopmentCase, type DevelopmentLimits, doneOn } from "./case-facts.ts";
import { probationEndOf } from "./probation-rules.ts";
import type { Ruleset } from "./ruleset-rules.ts";

export type Bound = {
  readonly on: PlainDate;
  readonly rule: RuleId;
  readonly strength: Strength;
  /** Counted in working days of a year whose holidays aren't known yet (DEV-M). */
  readonly provisional: boolean;
};
/** From when to when a step is to be taken; null where no rule says, or the day it counts from isn't there yet. */
export type StepWindow = { readonly earliest: Bound | null; readonly latest: Bound | null };

export type WindowBasis = {
  readonly ruleset: Ruleset;
  readonly calendar: WorkCalendar;
  readonly limits: DevelopmentLimits;
};

/** The window of a step in a case (DEV-T1, DEV-T2, DEV-T4, DEV-T6 to DEV-T9, and the defaults of steps without a national figure). */
export function windowOf(step: number, each: DevelopmentCase, basis: WindowBasis): StepWindow {
  return { earliest: earliestOf(step, each, basis), latest: latestOf(step, each, basis) };
}

function earliestOf(step: number, each: DevelopmentCase, basis: WindowBasis): Bound | null {
  return lowerBoundsOf(step, each, basis).reduce<Bound | null>(
    (latest, next) => (latest === null || next.on > latest.on ? next : latest),
    null,
  );
}

/** Every day before which a step is too early, each with its own rule; the last of them counts. */
export function lowerBoundsOf(step: number, each: DevelopmentCase, basis: WindowBasis): Bound[] {
  const { limits } = basis;
  return present(
    step === 1 ? monthsAfter(each.birthDate, limits.age * 12, stepRule(1)) : null,
    step === 6 || step === 7 ? monthsAfter(doneOn(each, 3), limits.cultivationMonths, "DEV-T2") : null,
    step === 7 ? noticeEnd(each, basis) : null,
    step === 21 || step === 23 ? monthsAfter(probationEndOf(each, limits), 0, "DEV-T8") : null,
    step === 22 ? daysAfter(probationEndOf(each, limits), -limits.applicationDays, stepRule(22), "practice") : null,
  );
}

function latestOf(step: number, each: DevelopmentCase, { ruleset, limits }: WindowBasis): Bound | null {
  switch (step) {
    case 2:
      return monthsAfter(doneOn(each, 1), limits.talkMonths, "DEV-T1");
    case 4:
      return daysAfter(doneOn(each, 3), limits.filingDays, stepRule(4), "design");
    case 15:
      return monthsAfter(doneOn(each, 13), limits.meetingMonths, "DEV-T6", ruleset === "v2014" ? "practice" : "must");
    case 17:
      return monthsAfter(
        doneOn(each, 15),
        each.specialApproval ? limits.approvalMonthsMost : limits.approvalMonths,
        "DEV-T7",
      );
    case 19:
      return daysAfter(doneOn(each, 17), limits.joiningDays, stepRule(19), "design");
    case 20:
      // 一般在批准后一个月内: only the rules of 2026 say so.
      return ruleset === "v2014" ? null : monthsAfter(doneOn(each, 17), limits.oathMonths, stepRule(20), "general");
    case 22:
      return daysAfter(probationEndOf(each, limits), limits.applicationDays, stepRule(22), "practice");
    case 23:
      return discussionEnd(each, limits);
    case 24:
      return monthsAfter(doneOn(each, 23), limits.confirmationMonths, "DEV-T9");
    case 25:
      return daysAfter(doneOn(each, 24), limits.archiveDays, stepRule(25), "design");
    default:
      return null;
  }
}

/** The last working day of a notice that is long enough; 公示 is a must since 2026 and was practice before (DEV-T4). */
export function noticeEnd({ notice }: DevelopmentCase, { ruleset, calendar, limits }: WindowBasis): Bound | null {
  if (notice === null) return null;
  const on = addWorkdays(notice.from, limits.noticeWorkdays, calendar);
  return {
    on,
    rule: "DEV-T4",
    strength: ruleset === "v2014" ? "practice" : "must",
    provisional: !knowsYearOf(notice.from, calendar) || !knowsYearOf(on, calendar),
  };
}

/** 期满后及时讨论: within a month by default, or as long as it was put off for somebody transferred in (MEM-11). */
function discussionEnd(each: DevelopmentCase, limits: DevelopmentLimits): Bound | null {
  const end = probationEndOf(each, limits);
  return each.deferredMonths > 0
    ? monthsAfter(end, each.deferredMonths, "MEM-11")
    : monthsAfter(end, limits.discussionMonths, stepRule(23), "design");
}

function monthsAfter(day: PlainDate | null, months: number, rule: RuleId, strength?: Strength): Bound | null {
  return day === null ? null : bound(addMonthsTo(day, months), rule, strength);
}

function daysAfter(day: PlainDate | null, days: number, rule: RuleId, strength: Strength): Bound | null {
  return day === null ? null : bound(addDays(day, days), rule, strength);
}

function bound(on: PlainDate, rule: RuleId, strength: Strength = strengthOf(rule)): Bound {
  return { on, rule, strength, provisional: false };
}

function present(...bounds: (Bound | null)[]): Bound[] {
  return bounds.filter((each) => each !== null);
}
