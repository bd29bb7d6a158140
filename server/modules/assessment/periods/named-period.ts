import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { parsePeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { type Month, monthOf, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { notFound } from "../../../platform/ritual/refused.ts";

/** The period that a request names. */
export function namedPeriod(name: string): Period {
  const period = parsePeriod(name);
  if (period === null) throw notFound();
  return period;
}

/** The months whose books belong to the period. */
export function monthsOf({ from, to }: Pick<Period, "from" | "to">): Month[] {
  return monthsFromTo(monthOf(from), monthOf(to));
}
