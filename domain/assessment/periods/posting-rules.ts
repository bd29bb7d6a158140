import { addMonths, type Month, monthOf, type PlainDate } from "../../kernel/plain-date.ts";

/**
 * The month a fact is booked in: that of the day it counts on while it is open, else the first open month after it
 * (逾期补录, shown as an adjustment). Fixed when the fact is stored.
 */
export function postedIn(countsOn: PlainDate, closedMonths: ReadonlySet<Month>): Month {
  let month = monthOf(countsOn);
  while (closedMonths.has(month)) month = addMonths(month, 1);
  return month;
}
