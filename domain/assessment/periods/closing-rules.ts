import { addDays, type PlainDate } from "../../kernel/plain-date.ts";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { addWorkdays, type WorkCalendar } from "../../kernel/workdays.ts";
import { type PeriodAction, type PeriodStanding, type PeriodState, periodActions } from "../period-things.ts";
import { longerPeriodsOf, nameOfPeriod, periodsWithin } from "./span-rules.ts";

/** Days after the last day of a period in which entries are still made before it can be closed. */
export const graceDays = 5;
/** How long scores are in 公示 (EVA-12). */
const publicityWorkdays = 5;

/**
 * Whether a version of a period holds a fact that counts in it. `factClosing` is the number of the closing that the fact
 * comes before, `versionClosing` the closing that ended the version's entries; an open version (null) holds every fact.
 */
export function belongsTo(factClosing: number, versionClosing: number | null): boolean {
  return versionClosing === null || factClosing <= versionClosing;
}

/** What the closing of a period depends on. */
export type ClosingCircumstances = {
  readonly today: PlainDate;
  /** Number of the group's newest closing; 0 before the first. */
  readonly newestClosing: number;
  /** States of the periods that ever left their first opening, by name ('2026-03'); any other is open. */
  readonly states: ReadonlyMap<string, PeriodState>;
  /** Leaves of the period's sheets that are 待补报 and not settled. */
  readonly pendingLeaves: number;
  /** Disputes of the period that wait for their answer. */
  readonly openDisputes: number;
  /** Triggered vetoes of the period's sheets that nobody has confirmed or dismissed. */
  readonly waitingVetoes: number;
};

/**
 * Puts an open period into 公示 for five workdays, the first day of which is tomorrow (EVA-12). Its entries end, so it
 * takes the group's next closing number. Refused: period.not_open, and as for closing period.grace_days,
 * period.sub_period_open, period.leaves_pending.
 */
export function startPublicity(
  period: PeriodStanding,
  circumstances: ClosingCircumstances,
  calendar: WorkCalendar,
): PeriodStanding | Refusal {
  const state = after(period, "start_publicity");
  if (state === null) return refuse("period.not_open", { period: nameOfPeriod(period) });
  const { today, newestClosing } = circumstances;
  return (
    unfinished(period, circumstances) ?? {
      ...period,
      state,
      closing: newestClosing + 1,
      publicityFrom: addDays(today, 1),
      publicityTo: addWorkdays(today, publicityWorkdays, calendar),
    }
  );
}

/**
 * Closes a period: from open under the group's next closing number, from 公示 under the number it has. Refused:
 * period.already_closed; period.grace_days until the grace days after its last day are over; period.sub_period_open;
 * period.leaves_pending; from 公示 period.in_publicity to the end of its last day and period.disputes_open;
 * period.vetoes_waiting, since a veto decided later would change totals that stand.
 */
export function decideClosing(period: PeriodStanding, circumstances: ClosingCircumstances): PeriodStanding | Refusal {
  const state = after(period, "close");
  if (state === null) return refuse("period.already_closed", { period: nameOfPeriod(period) });
  const refusal = unfinished(period, circumstances) ?? undecided(period, circumstances);
  return refusal ?? { ...period, state, closing: period.closing ?? circumstances.newestClosing + 1 };
}

/**
 * Opens a closed period again as the next version; the one before stays readable. Refused: period.not_closed;
 * period.reason_missing; period.longer_not_open while a longer period that contains it has ended its entries.
 */
export function decideReopening(
  period: PeriodStanding,
  reason: string,
  states: ReadonlyMap<string, PeriodState>,
): PeriodStanding | Refusal {
  const state = after(period, "reopen");
  if (state === null) return refuse("period.not_closed", { period: nameOfPeriod(period) });
  if (reason.trim() === "") return refuse("period.reason_missing", {}, "reason");
  const ended = longerPeriodsOf(period)
    .map(nameOfPeriod)
    .find((name) => (states.get(name) ?? "open") !== "open");
  if (ended !== undefined) return refuse("period.longer_not_open", { period: nameOfPeriod(period), longer: ended });
  return { ...period, state, version: period.version + 1, closing: null, publicityFrom: null, publicityTo: null };
}

function after(period: PeriodStanding, action: PeriodAction): PeriodState | null {
  return periodActions[period.state][action] ?? null;
}

/** Why the entries of a period can't be final yet. */
function unfinished(period: PeriodStanding, circumstances: ClosingCircumstances): Refusal | null {
  const name = nameOfPeriod(period);
  const from = addDays(period.to, graceDays + 1);
  if (circumstances.today < from) return refuse("period.grace_days", { period: name, days: graceDays, from });
  const open = openWithin(period, circumstances.states);
  if (open !== null) return refuse("period.sub_period_open", { period: name, open });
  const { pendingLeaves } = circumstances;
  return pendingLeaves > 0 ? refuse("period.leaves_pending", { period: name, count: pendingLeaves }) : null;
}

/**
 * The first shorter period within it that isn't closed. Every month has to be; a quarter or half-year only once somebody
 * made use of it, because without a scheme of that length nobody ever closes one.
 */
function openWithin(period: PeriodStanding, states: ReadonlyMap<string, PeriodState>): string | null {
  const shorter = (["month", "quarter", "half_year"] as const).flatMap((span) => periodsWithin(span, period));
  const open = shorter.find(({ span, from }) => {
    const name = nameOfPeriod({ span, from });
    if (name === nameOfPeriod(period)) return false;
    return span === "month" ? states.get(name) !== "closed" : (states.get(name) ?? "closed") !== "closed";
  });
  return open === undefined ? null : nameOfPeriod(open);
}

/** What people still have to decide before the totals of a period stand. */
function undecided(period: PeriodStanding, circumstances: ClosingCircumstances): Refusal | null {
  const { today, openDisputes, waitingVetoes } = circumstances;
  const { publicityTo } = period;
  if (publicityTo !== null && today <= publicityTo) {
    return refuse("period.in_publicity", { period: nameOfPeriod(period), to: publicityTo });
  }
  if (openDisputes > 0) return refuse("period.disputes_open", { count: openDisputes });
  return waitingVetoes > 0 ? refuse("period.vetoes_waiting", { count: waitingVetoes }) : null;
}
