import {
  addMonths,
  firstDayOf,
  lastDayOf,
  type Month,
  monthOf,
  monthsFromTo,
  type PlainDate,
  quarterOf,
  weekday,
  yearOf,
} from "@dutyloop/domain/kernel/plain-date.ts";

/** The stretch of time the demo fills. */
export type DemoCalendar = {
  readonly today: PlainDate;
  /** First day of the 党委: long before anything that is shown. */
  readonly groupFrom: PlainDate;
  /** First day of the branches, the first of a quarter: from here on each of them owes its duties. */
  readonly branchesFrom: PlainDate;
  /** Twelve to fourteen whole months and, last, the month of today. */
  readonly months: readonly Month[];
  readonly years: readonly number[];
  /** The instant of a time of day, "HH:MM", in the group's time zone. */
  readonly at: (day: PlainDate, time: string) => Date;
};

/**
 * At least twelve whole months before the month of today. They begin with a quarter, so that no branch owes a quarter
 * whose first weeks the demo doesn't tell.
 */
export function demoCalendar(today: PlainDate, timeZone: string): DemoCalendar {
  const branchesFrom = quarterOf(firstDayOf(addMonths(monthOf(today), -12))).from;
  const months = monthsFromTo(monthOf(branchesFrom), monthOf(today));
  return {
    today,
    groupFrom: `${yearOf(today) - 2}-01-01`,
    branchesFrom,
    months,
    years: [...new Set(months.map(yearOf))],
    at: (day, time) => instantIn(timeZone, day, time),
  };
}

/** Working days of a month from one of its days to another; the national holiday week of October is left out. */
export function workingDays(month: Month, from: number, to: number): PlainDate[] {
  const last = Math.min(to, Number(lastDayOf(month).slice(8)));
  const days: PlainDate[] = [];
  for (let day = month.endsWith("-10") ? Math.max(from, 9) : from; day <= last; day += 1) {
    const date = `${month}-${String(day).padStart(2, "0")}`;
    if (weekday(date) <= 5) days.push(date);
  }
  return days;
}

function instantIn(timeZone: string, day: PlainDate, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = new Date(asUtc).toLocaleString("sv-SE", { timeZone });
  return new Date(2 * asUtc - Date.parse(`${shown.replace(" ", "T")}Z`));
}
