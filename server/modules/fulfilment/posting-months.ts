import { addMonths, type Month, monthOf, monthsFromTo, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";

/**
 * The months a record of this day may post facts in: its own, and those of its year to whose end a duty of the day can
 * be due; and those until after today, in case these are closed.
 */
export function postingMonths(occurredOn: PlainDate, today: PlainDate): Month[] {
  const month = monthOf(occurredOn);
  const ends = [`${month.slice(0, 4)}-12`, monthOf(today)].sort();
  return monthsFromTo(month, addMonths(ends.at(-1) as Month, 1));
}
