import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { addMonths, type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { monthlyMeans } from "../assessment/index.ts";
import type { View } from "./figures.ts";
import { type MetricSum, shareOf } from "./metric-sums.ts";

type Workbench = Answer<"getWorkbench">;
const monthsShown = 12;

/** First month of the trend that ends with the month in view. */
export function trendFrom(period: Month): Month {
  return addMonths(period, 1 - monthsShown);
}

/**
 * Twelve months up to the one in view, from the sums that are kept for each organisation. Of the month in view itself
 * the duties are those of `meetings`, because duties that aren't due yet are no facts so far.
 */
export async function trend(
  { database, tenantId, organizationId, period }: View,
  sums: readonly MetricSum[],
  meetings: Workbench["figures"]["meetings"],
): Promise<Workbench["trend"]> {
  const means = await monthlyMeans(database, tenantId, organizationId, trendFrom(period), period);
  const counted = (month: Month, kind: string) =>
    sums.find((sum) => sum.month === month && sum.kind === kind)?.count ?? 0;
  return monthsFromTo(trendFrom(period), period).map((month) => ({
    period: month,
    meetings:
      month === period
        ? meetings
        : { done: counted(month, "obligation.discharged"), of: counted(month, "obligation.due") },
    attendance: shareOf(sums, month, "attendance"),
    meanTotal: means.get(month) ?? null,
  }));
}
