import type { PlainDate } from "../../kernel/plain-date.ts";
import { compare, divide, format, isZero, parse, rational, subtract, sum } from "../../kernel/rational.ts";

/** One sub-period of an organisation as its longer figure sees it. */
export type MonthTotal = {
  readonly periodFrom: PlainDate;
  /** The adjusted total: of all facts that count in it. */
  readonly total: string | null;
  /** The total of its newest version. */
  readonly published: string | null;
  /** Percent of the adjusted sheet. */
  readonly coverage: string;
  readonly closed: boolean;
  /** Whether the organisation existed for the whole of it. */
  readonly whole: boolean;
};

/** Why a sub-period doesn't enter the mean; the first that holds. */
export type LeftOutReason = "open" | "not_whole" | "coverage" | "no_total";

/** 以前期间调整 of a sub-period: what late facts changed; a side without a total makes no difference to name. */
export type PeriodAdjustment = {
  readonly periodFrom: PlainDate;
  readonly published: string | null;
  readonly adjusted: string | null;
  readonly adjustment: string | null;
};

export type PeriodMean = {
  /** Null where no sub-period counts. */
  readonly mean: string | null;
  readonly counted: readonly { readonly periodFrom: PlainDate; readonly total: string }[];
  readonly leftOut: readonly { readonly periodFrom: PlainDate; readonly reason: LeftOutReason }[];
  readonly adjustments: readonly PeriodAdjustment[];
};

/**
 * The quarter, half-year or year figure: the arithmetic mean of the adjusted totals of the closed sub-periods in which
 * the organisation existed for the whole and reached the coverage threshold (percent), rounded once to `places`.
 */
export function meanOfPeriods(periods: readonly MonthTotal[], coverageThreshold: string, places: number): PeriodMean {
  const counted: { periodFrom: PlainDate; total: string }[] = [];
  const leftOut: { periodFrom: PlainDate; reason: LeftOutReason }[] = [];
  for (const period of periods) {
    const reason = reasonToLeaveOut(period, coverageThreshold);
    if (reason !== null) leftOut.push({ periodFrom: period.periodFrom, reason });
    else if (period.total !== null) counted.push({ periodFrom: period.periodFrom, total: period.total });
    else leftOut.push({ periodFrom: period.periodFrom, reason: "no_total" });
  }
  const totals = counted.map(({ total }) => parse(total));
  const mean = totals.length === 0 ? null : format(divide(sum(totals), rational(totals.length)), places);
  return { mean, counted, leftOut, adjustments: adjustmentsOf(periods, places) };
}

function reasonToLeaveOut(period: MonthTotal, coverageThreshold: string): LeftOutReason | null {
  if (!period.closed) return "open";
  if (!period.whole) return "not_whole";
  return compare(parse(period.coverage), parse(coverageThreshold)) < 0 ? "coverage" : null;
}

/** What late facts changed in closed sub-periods, whether or not these enter the mean. */
function adjustmentsOf(periods: readonly MonthTotal[], places: number): PeriodAdjustment[] {
  return periods.flatMap(({ periodFrom, closed, published, total: adjusted }): PeriodAdjustment[] => {
    if (!closed || published === adjusted) return [];
    if (published === null || adjusted === null) return [{ periodFrom, published, adjusted, adjustment: null }];
    const difference = subtract(parse(adjusted), parse(published));
    return isZero(difference) ? [] : [{ periodFrom, published, adjusted, adjustment: format(difference, places) }];
  });
}
