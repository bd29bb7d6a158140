import type { Month, PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** The months of the last two years whose books are closed, the newest first. */
export async function closedMonthsBefore(database: ReadDatabase, tenantId: number, today: PlainDate): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    SELECT to_char(period_from, 'YYYY-MM') AS month FROM period WHERE tenant_id = ${tenantId} AND span = 'month' AND state <> 'open'
      AND period_from > ${today}::date - interval '2 years' ORDER BY period_from DESC`.execute(database);
  return rows.map(({ month }) => month);
}
