import { addMonths, type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/**
 * The months a record of this day may post facts in: its own, and those of its year to whose end a duty of the day can
 * be due; and the year after, in case these are closed.
 */
export function postingMonths(occurredOn: PlainDate): Month[] {
  const month = monthOf(occurredOn);
  return monthsFromTo(month, addMonths(`${month.slice(0, 4)}-12`, 1));
}
