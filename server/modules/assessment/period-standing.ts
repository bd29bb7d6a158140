import type { Period, PeriodState } from "@dutyloop/domain/assessment/period-things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

/** A period of a group: open in its first version until somebody does something with it. */
export type StoredPeriod = Period & {
  readonly state: PeriodState;
  readonly version: number;
  /** Number of the closing that ended its entries; null while it is open. */
  readonly closing: number | null;
};

/** Last day of a period `p`. */
export const lastDay = sql`(p.period_from + CASE p.span WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months'
  WHEN 'half_year' THEN interval '6 months' ELSE interval '1 year' END - interval '1 day')::date`;

type Row = { span: Period["span"]; from: PlainDate; state: PeriodState; version: number; closing: number | null };

/** How these periods stand, in their order. */
export async function storedPeriods(
  database: ReadDatabase,
  tenantId: number,
  periods: readonly Period[],
): Promise<StoredPeriod[]> {
  const { rows } = await sql<Row>`SELECT span, period_from AS "from", state, version, closing FROM period
    WHERE tenant_id = ${tenantId} AND period_from = ANY(${periods.map(({ from }) => from)}::date[])`.execute(database);
  return periods.map((period) => {
    const row = rows.find(({ span, from }) => span === period.span && from === period.from);
    return { ...period, state: row?.state ?? "open", version: row?.version ?? 1, closing: row?.closing ?? null };
  });
}
