import { addDays, type PlainDate, weekday } from "./plain-date.ts";

/** Days that differ from the week: free days from Monday to Friday, and Saturdays and Sundays worked instead (调休). */
export type WorkCalendar = { readonly holidays: readonly PlainDate[]; readonly workdays: readonly PlainDate[] };

/** True on a working day: Monday to Friday unless it is a holiday, and any day that the calendar makes one (DEV-M). */
export function isWorkday(date: PlainDate, calendar: WorkCalendar): boolean {
  if (calendar.workdays.includes(date)) return true;
  return weekday(date) <= 5 && !calendar.holidays.includes(date);
}

/** Whether the calendar knows the year of a day: every year has public holidays. What is counted without is provisional (DEV-M). */
export function knowsYearOf(date: PlainDate, calendar: WorkCalendar): boolean {
  return calendar.holidays.some((holiday) => holiday.slice(0, 4) === date.slice(0, 4));
}

/** Working days from `from` to `to` that are still to come, `today` included. */
export function workdaysLeft(
  today: PlainDate,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
  calendar: WorkCalendar,
): number {
  let left = 0;
  for (let day = today > from ? today : from; day <= to; day = addDays(day, 1)) {
    if (isWorkday(day, calendar)) left += 1;
  }
  return left;
}

/** The `count`th working day after `date`; `date` itself never counts, and with 0 it is the answer. */
export function addWorkdays(date: PlainDate, count: number, calendar: WorkCalendar): PlainDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}
