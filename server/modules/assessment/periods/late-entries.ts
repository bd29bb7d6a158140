import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { nameOfPeriod } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** How many facts of the scope came after the newest closing of these periods, by name of the period. */
export async function lateEntriesOf(
  database: ReadDatabase,
  tenantId: number,
  scope: Scope,
  periods: readonly PeriodStanding[],
): Promise<Map<string, number>> {
  const ended = periods.filter(({ closing }) => closing !== null);
  if (ended.length === 0) return new Map();
  const wanted = JSON.stringify(
    ended.map((period) => ({ name: nameOfPeriod(period), from: period.from, to: period.to, closing: period.closing })),
  );
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT p.name, count(*)::int AS count
    FROM json_to_recordset(${wanted}::json) AS p(name text, "from" date, "to" date, closing int)
    JOIN fact f ON f.tenant_id = ${tenantId} AND f.counts_on BETWEEN p."from" AND p."to" AND f.closing > p.closing
      AND f.posted_in > f.counts_on
    JOIN organization o ON o.tenant_id = f.tenant_id AND o.id = f.organization_id
    WHERE ${inScope("o.path", scope)}
    GROUP BY p.name`.execute(database);
  return new Map(rows.map(({ name, count }) => [name, count]));
}
