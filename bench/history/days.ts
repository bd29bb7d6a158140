import { addMonths, firstDayOf, type Month, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/** The last month of every history. The calendar is fixed, so that two runs generate the same rows. */
const lastMonth: Month = "2025-12";

/** The months of a history, the oldest first. */
export function monthsOf(months: number): Month[] {
  return monthsFromTo(addMonths(lastMonth, 1 - months), lastMonth);
}

/** Also the first day of every organisation and membership, so that no sheet of an earlier month is missing. */
export function firstMonthDay(months: number): PlainDate {
  return firstDayOf(addMonths(lastMonth, 1 - months));
}

/** In the grace days after the last month: everything is over and the last month can still be entered. */
export const afterTheHistory = "2026-01-04T02:00:00.000Z";
/** The first day on which the last month may be closed. */
export const afterTheGrace = "2026-01-06T02:00:00.000Z";
/** In the last month, before its duties are due. */
export const withinTheLastMonth = "2025-12-20T02:00:00.000Z";
