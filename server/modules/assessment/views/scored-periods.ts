import { type Span, spans } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** Names of the periods that have a score and have begun: of the scheme's own length and longer, the newest first. */
export async function scoredPeriods(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  cadence: Span,
  today: PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ from: PlainDate }>`
    SELECT DISTINCT period_from AS "from" FROM score_sheet WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId}
      AND scheme_code = ${scheme} AND period_from <= ${today}::date ORDER BY period_from DESC`.execute(database);
  const lengths = spans.slice(spans.indexOf(cadence));
  return lengths.flatMap((span) => [...new Set(rows.map(({ from }) => nameOfPeriod(periodOf(span, from))))]);
}
