import type { Cadence } from "./things.ts";

const periodsInYear: Record<Cadence["every"], number> = { month: 12, two_months: 6, quarter: 4, half_year: 2, year: 1 };

/** How often something is owed in a year; what happens on occasion is never owed. */
export function timesInYear(cadence: Cadence | null): number {
  return cadence === null ? 0 : periodsInYear[cadence.every] * cadence.times;
}
