import { type Span, spans } from "@dutyloop/domain/assessment/period-things.ts";

/** A period as the address and the API name it: '2026-03', '2026-Q1', '2026-H1' or '2026'. */
type NamedPeriod = {
  readonly span: Span;
  readonly year: number;
  /** Which of its kind in the year, from 1. */
  readonly number: number;
  /** The months in it, the first first. */
  readonly months: readonly string[];
};

const lengths: Record<Span, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

export function isSpan(text: string | undefined): text is Span {
  return spans.some((span) => span === text);
}

/** The period of a length that holds a month: ("quarter", "2026-03") → "2026-Q1". */
export function periodHolding(span: Span, month: string): string {
  const [year = "", number = "1"] = month.split("-");
  const which = Math.ceil(Number(number) / lengths[span]);
  if (span === "month") return month;
  if (span === "year") return year;
  return `${year}-${span === "quarter" ? "Q" : "H"}${which}`;
}

/** What a name stands for; null where it names no period. */
export function parsePeriod(name: string): NamedPeriod | null {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name);
  if (!found) return null;
  const [, year = "", month, quarter, half] = found;
  const span: Span = month ? "month" : quarter ? "quarter" : half ? "half_year" : "year";
  const number = Number(month ?? quarter ?? half ?? 1);
  const length = lengths[span];
  const months = Array.from(
    { length },
    (_, at) => `${year}-${String((number - 1) * length + at + 1).padStart(2, "0")}`,
  );
  return { span, year: Number(year), number, months };
}

/** The periods of a length that end with the one holding `month`, newest first, each once. */
export function periodsUpTo(span: Span, month: string, count: number): string[] {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + number - 1 - back * lengths[span];
    const then = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return periodHolding(span, then);
  });
}

/** The month that stands for a period in the top bar: its last one, but none that hasn't begun. */
export function monthStandingFor(name: string, thisMonth: string): string {
  const months = parsePeriod(name)?.months ?? [thisMonth];
  return months.findLast((month) => month <= thisMonth) ?? months[0] ?? thisMonth;
}
