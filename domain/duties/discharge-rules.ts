import { isWithin, type PlainDate } from "../kernel/plain-date.ts";
import { isOpenState, type Obligation, type Timeliness } from "./things.ts";

/**
 * The obligation a record of that day discharges among those of one source, template and subject: the earliest open one
 * whose period contains the day, or null.
 */
export function chooseObligation(obligations: readonly Obligation[], occurredOn: PlainDate): Obligation | null {
  const fitting = obligations.filter(
    (obligation) => isOpenState(obligation.state) && isWithin(occurredOn, obligation.periodFrom, obligation.periodTo),
  );
  return fitting.toSorted(byPeriodAndOccurrence)[0] ?? null;
}

/** One obligation of each source line that demands the work, chosen as above; ordered by source. */
export function chooseObligations(obligations: readonly Obligation[], occurredOn: PlainDate): Obligation[] {
  const sources = [...new Set(obligations.map((obligation) => obligation.sourceId))].sort();
  return sources.flatMap((sourceId) => {
    const ofSource = obligations.filter((obligation) => obligation.sourceId === sourceId);
    return chooseObligation(ofSource, occurredOn) ?? [];
  });
}

/**
 * on_time up to the due date; late only up to an approved later deadline; null when the work came too late to discharge.
 * What counts is the day it was done, not the day it was entered.
 */
export function timeliness(occurredOn: PlainDate, dueOn: PlainDate, extendedTo: PlainDate | null): Timeliness | null {
  if (occurredOn <= dueOn) return "on_time";
  return extendedTo !== null && occurredOn <= extendedTo ? "late" : null;
}

function byPeriodAndOccurrence(a: Obligation, b: Obligation): number {
  if (a.periodFrom !== b.periodFrom) return a.periodFrom < b.periodFrom ? -1 : 1;
  return a.occurrence - b.occurrence || (a.id < b.id ? -1 : 1);
}
