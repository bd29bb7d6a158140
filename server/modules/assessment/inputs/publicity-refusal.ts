import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import { firstDayOf, lastDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** What has been delivered for a month in publicity, or for a month of such a period, is changed by a dispute alone. */
export async function publicityRefusal(
  database: ReadDatabase,
  tenantId: number,
  month: Month,
): Promise<Refusal | null> {
  const { rows } = await sql<Pick<Period, "span" | "from">>`
    SELECT span, period_from AS "from" FROM period WHERE tenant_id = ${tenantId} AND state = 'publicity'
      AND period_from <= ${lastDayOf(month)}::date
      AND period_from + CASE span WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months'
        WHEN 'half_year' THEN interval '6 months' ELSE interval '1 year' END > ${firstDayOf(month)}::date
    ORDER BY period_from DESC LIMIT 1`.execute(database);
  const [period] = rows;
  return period ? refuse("measure.in_publicity", { period: nameOfPeriod(period) }) : null;
}
