import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** Facts of a kind in a month, less stornos: how many, and their quantities of their bases. */
export type MetricSum = {
  readonly organizationId: string;
  readonly month: Month;
  readonly kind: string;
  readonly count: number;
  readonly quantity: number;
  readonly base: number;
};

/** Sums of whole subtrees, or of organisations alone, by the month that the facts count in. */
export async function metricSums(
  database: ReadDatabase,
  tenantId: number,
  whose: { readonly of: "own" | "subtree"; readonly ids: readonly string[] },
  from: Month,
  to: Month,
): Promise<MetricSum[]> {
  const column = (name: string) => sql.ref(`${whose.of}_${name}`);
  const { rows } = await sql<MetricSum>`
    SELECT organization_id AS "organizationId", to_char(month, 'YYYY-MM') AS month, kind, ${column("count")}::int AS count,
      trunc(${column("quantity")})::int AS quantity, trunc(${column("base")})::int AS base
    FROM metric_rollup WHERE tenant_id = ${tenantId} AND organization_id = ANY(${[...whose.ids]}::uuid[])
      AND month >= ${firstDayOf(from)}::date AND month <= ${firstDayOf(to)}::date
      AND kind IN ('obligation.due', 'obligation.discharged', 'attendance', 'record.standard')`.execute(database);
  return rows;
}

/** Quantity of base of one kind in one month; nothing where there are no facts. */
export function shareOf(sums: readonly MetricSum[], month: Month, kind: string): { done: number; of: number } {
  const found = sums.find((sum) => sum.month === month && sum.kind === kind);
  return { done: found?.quantity ?? 0, of: found?.base ?? 0 };
}
