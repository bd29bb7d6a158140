import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { type MonthTotal, meanOfPeriods } from "@dutyloop/domain/assessment/periods/mean-rules.ts";
import { existsWholly, nameOfPeriod, periodOf, periodsWithin } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { divide, format, rational } from "@dutyloop/domain/kernel/rational.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { totalsWithin } from "../other-sheets.ts";

type Score = Answer<"getScore">;
type Mean = Pick<Score, "class" | "total" | "coverage" | "mean" | "adjustments">;
type Scheme = Pick<SchemeBody, "code" | "cadence" | "coverageThreshold" | "places">;

const none: ReadonlyMap<PlainDate, number> = new Map();

/**
 * The figure of a period longer than the scheme's own: the mean with the periods that count, those that don't and why,
 * and what late facts changed. The class is that of its newest sheet; the coverage is the share of its periods that count.
 * Throws `score.none_yet` where none of them has a score.
 */
export async function meanScore(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: Scheme,
  period: PeriodStanding,
): Promise<Mean> {
  const [totals = []] = await totalsWithin(database, tenantId, scheme.code, [{ organizationId, period }]);
  if (totals.length === 0) throw new Refused(refuse("score.none_yet"));
  const wholes: MonthTotal[] = totals.map((total) => ({
    ...total,
    whole: existsWholly(periodOf(scheme.cadence, total.periodFrom), total.validFrom, total.validTo),
  }));
  const { mean, counted, leftOut, adjustments } = meanOfPeriods(wholes, scheme.coverageThreshold, scheme.places);
  // Only what changed a score is shown, so that most years ask for no fact.
  const late = adjustments.length === 0 ? none : await lateFacts(database, tenantId, organizationId, scheme, period);
  const parts = periodsWithin(scheme.cadence, period).length;
  const name = (from: PlainDate) => nameOfPeriod({ span: scheme.cadence, from });
  return {
    class: totals.at(-1)?.class ?? "",
    total: mean,
    coverage: format(divide(rational(counted.length * 100), rational(parts)), 2),
    mean: {
      counted: counted.map(({ periodFrom, total }) => ({ period: name(periodFrom), total })),
      leftOut: leftOut.map(({ periodFrom, reason }) => ({ period: name(periodFrom), reason })),
    },
    adjustments: adjustments.map(({ periodFrom, ...adjustment }) => ({
      ...adjustment,
      period: name(periodFrom),
      facts: late.get(periodFrom) ?? 0,
    })),
  };
}

/** How many facts came after the close of each of the periods. */
async function lateFacts(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  { cadence }: Scheme,
  { from, to }: PeriodStanding,
): Promise<Map<PlainDate, number>> {
  const { rows } = await sql<{ periodFrom: PlainDate; facts: number }>`
    SELECT p.period_from AS "periodFrom", count(*)::int AS facts
    FROM fact f JOIN period p ON p.tenant_id = f.tenant_id AND p.span = ${cadence} AND p.closing < f.closing
      AND p.period_from = (SELECT max(q.period_from) FROM period q WHERE q.tenant_id = f.tenant_id AND q.span = ${cadence}
        AND q.period_from <= f.counts_on)
    WHERE f.tenant_id = ${tenantId} AND f.organization_id = ${organizationId} AND f.counts_on >= ${from}::date
      AND f.counts_on <= ${to}::date AND f.posted_in >= ${from}::date GROUP BY 1`.execute(database);
  return new Map(rows.map(({ periodFrom, facts }) => [periodFrom, facts]));
}
