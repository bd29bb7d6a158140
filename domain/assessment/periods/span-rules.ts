import {
  addDays,
  firstDayOf,
  halfYearOf,
  isPlainDate,
  lastDayOf,
  monthOf,
  type PlainDate,
  quarterOf,
} from "../../kernel/plain-date.ts";
import { type Period, type Span, spans } from "../period-things.ts";

export type { Period, Span } from "../period-things.ts";

/** The period of this length that a day lies in. */
export function periodOf(span: Span, date: PlainDate): Period {
  if (span === "month") return { span, from: firstDayOf(monthOf(date)), to: lastDayOf(monthOf(date)) };
  if (span === "quarter") return { span, ...quarterOf(date) };
  if (span === "half_year") return { span, ...halfYearOf(date) };
  return { span, from: `${date.slice(0, 4)}-01-01`, to: `${date.slice(0, 4)}-12-31` };
}

/** The name of a period by its first day: '2026-03', '2026-Q1', '2026-H1', '2026'. */
export function nameOfPeriod({ span, from }: Pick<Period, "span" | "from">): string {
  const month = Number(from.slice(5, 7));
  if (span === "month") return monthOf(from);
  if (span === "quarter") return `${from.slice(0, 4)}-Q${Math.ceil(month / 3)}`;
  if (span === "half_year") return `${from.slice(0, 4)}-H${Math.ceil(month / 6)}`;
  return from.slice(0, 4);
}

/** Reads the name of a period; null for anything that is none. Years are 1900 to 2999. */
export function parsePeriod(text: string): Period | null {
  const parts = /^((?:19|2\d)\d{2})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/.exec(text);
  if (parts === null) return null;
  const [, year, month, quarter, half] = parts;
  if (month !== undefined) return periodFrom("month", `${year}-${month}-01`);
  if (quarter !== undefined) return periodFrom("quarter", firstDay(year!, Number(quarter) * 3 - 2));
  if (half !== undefined) return periodFrom("half_year", firstDay(year!, Number(half) * 6 - 5));
  return periodFrom("year", firstDay(year!, 1));
}

/** The period of the same length after it. */
export function nextPeriod(period: Period): Period {
  return periodOf(period.span, addDays(period.to, 1));
}

/** The period of the same length before it. */
export function previousPeriod(period: Period): Period {
  return periodOf(period.span, addDays(period.from, -1));
}

/** The periods of this length that lie within a longer one (or are it), in their order. */
export function periodsWithin(span: Span, whole: Period): Period[] {
  const found: Period[] = [];
  let period = periodOf(span, whole.from);
  for (; period.from >= whole.from && period.to <= whole.to; period = nextPeriod(period)) found.push(period);
  return found;
}

/** The longer periods that contain it, from the shortest: a month's quarter, half-year and year. */
export function longerPeriodsOf(period: Period): Period[] {
  return spans.slice(spans.indexOf(period.span) + 1).map((span) => periodOf(span, period.from));
}

/** True when something that lasts from a day to a day (null: it still does) existed on every day of the period. */
export function existsWholly(period: Period, validFrom: PlainDate, validTo: PlainDate | null): boolean {
  return validFrom <= period.from && (validTo === null || validTo >= period.to);
}

/** The first period an organisation exists in for the whole: set up on 2026-03-16, its first whole month is 2026-04. */
export function firstWholePeriod(span: Span, validFrom: PlainDate): Period {
  const period = periodOf(span, validFrom);
  return period.from === validFrom ? period : nextPeriod(period);
}

function periodFrom(span: Span, from: PlainDate): Period | null {
  return isPlainDate(from) ? periodOf(span, from) : null;
}

function firstDay(year: string, month: number): PlainDate {
  return firstDayOf(`${year}-${String(month).padStart(2, "0")}`);
}
