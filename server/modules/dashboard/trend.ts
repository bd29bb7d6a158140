import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addMonths, type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { monthlyMeans } from "../assessment/index.ts";
import type { MonthOfDuties, View } from "./figures.ts";
import { type MetricSum, shareOf } from "./metric-sums.ts";

type Workbench = Answer<"getWorkbench">;
const monthsShown = 12;

/** First month of the trend that ends with the month in view. */
export function trendFrom(period: Month): Month {
  return addMonths(period, 1 - monthsShown);
}

/** Twelve months up to the one in view, from the sums that are kept for each organisation. */
export async function trend(
  { database, tenantId, organizationId, period }: View,
  sums: readonly MetricSum[],
  duties: readonly MonthOfDuties[],
): Promise<Workbench["trend"]> {
  const means = await monthlyMeans(database, tenantId, organizationId, trendFrom(period), period);
  return monthsFromTo(trendFrom(period), period).map((month) => ({
    period: month,
    meetings: meetingsOf(duties, month),
    attendance: shareOf(sums, month, "attendance"),
    meanTotal: means.get(month) ?? null,
  }));
}

/** Duties due in a month and those of them discharged. */
export function meetingsOf(duties: readonly MonthOfDuties[], period: Month): { done: number; of: number } {
  const found = duties.find(({ month }) => month === period);
  return { done: found?.done ?? 0, of: found?.owed ?? 0 };
}
