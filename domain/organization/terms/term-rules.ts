import { addMonthsTo, daysBetween, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type Finding, finding, refuseBy } from "../finding.ts";
import { type TermState, termMonths } from "../term-things.ts";
import type { OrganizationKind } from "../things.ts";
import { type ReminderLadder, reminderLadder } from "./reminder-rules.ts";

export type Term = {
  readonly kind: OrganizationKind;
  readonly beganOn: PlainDate;
  /** Months by which the superior moved the election; below zero where it is earlier. */
  readonly movedMonths: number;
  /** A project branch serves no longer than its project; null for others. */
  readonly projectEndsOn: PlainDate | null;
};

export type TermStanding = {
  readonly state: TermState;
  /** 届满日. */
  readonly endsOn: PlainDate;
  /** What it would be had nobody moved it. */
  readonly regularEndsOn: PlainDate;
  /** Days until the last one; below zero when overdue. */
  readonly daysLeft: number;
  /** Weeks overdue, whole ones: how often it has been reported to the superior (ORG-16). */
  readonly escalations: number;
};

/** The day a term is full, by its first day and its kind (ORG-14, DEV-M); null for kinds without a term. */
export function termEnd(
  term: Term,
  months: Readonly<Record<OrganizationKind, number | null>> = termMonths,
): PlainDate | null {
  const regular = regularEnd(term, months);
  if (regular === null) return null;
  const moved = addMonthsTo(regular, term.movedMonths);
  return earlier(moved, term.projectEndsOn);
}

/** How a term stands on a day (ORG-14, ORG-15, ORG-16); null for kinds without a term. */
export function termStanding(
  term: Term,
  today: PlainDate,
  ladder: ReminderLadder = reminderLadder,
  months: Readonly<Record<OrganizationKind, number | null>> = termMonths,
): TermStanding | null {
  const regular = regularEnd(term, months);
  const endsOn = termEnd(term, months);
  if (regular === null || endsOn === null) return null;
  return standingAt({ endsOn, regularEndsOn: earlier(regular, term.projectEndsOn) }, today, ladder);
}

/** How a term whose ends are known stands on a day (ORG-15, ORG-16). */
export function standingAt(
  ends: Pick<TermStanding, "endsOn" | "regularEndsOn">,
  today: PlainDate,
  ladder: ReminderLadder = reminderLadder,
): TermStanding {
  const daysLeft = daysBetween(today, ends.endsOn);
  return {
    ...ends,
    state: stateOn(today, ends.endsOn, ladder),
    daysLeft,
    escalations: daysLeft < 0 ? Math.floor(-daysLeft / ladder.overdueEveryDays) : 0,
  };
}

function stateOn(today: PlainDate, endsOn: PlainDate, ladder: ReminderLadder): TermState {
  if (today > endsOn) return "overdue";
  if (today === endsOn) return "due";
  return today >= addMonthsTo(endsOn, -Math.max(...ladder.monthsBefore)) ? "approaching" : "in_term";
}

function regularEnd(
  { kind, beganOn }: Term,
  months: Readonly<Record<OrganizationKind, number | null>>,
): PlainDate | null {
  const count = months[kind];
  return count === null ? null : addMonthsTo(beganOn, count);
}

function earlier(day: PlainDate, other: PlainDate | null): PlainDate {
  return other !== null && other < day ? other : day;
}

/** Most months by which an election is usually moved (ORG-17). */
export const movedMonthsUsual = 12;

/** Why an election can't be moved by so many months, or null: the superior approves every move (ORG-17). */
export function moveRefusal(months: number, approved: boolean): Refusal | null {
  if (!Number.isSafeInteger(months) || months === 0) {
    return refuseBy("ORG-17", "term.months_invalid", { months }, "months");
  }
  return approved ? null : refuseBy("ORG-17", "term.move_without_approval", { months }, "approved");
}

/** A warning where an election is moved by more than a year: 一般不超过一年 (ORG-17), or null. */
export function moveFinding(months: number, usual: number = movedMonthsUsual): Finding | null {
  const by = Math.abs(months);
  return by <= usual ? null : finding("ORG-17", "term.moved_longer_than_usual", { months: by, most: usual }, "general");
}
