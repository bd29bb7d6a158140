import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { StoredPeriod } from "./period-standing.ts";
import { bucketsOf } from "./score-rollups.ts";
import type { SheetRow } from "./score-sheets.ts";
import { organizationsAt, pathsAbove } from "./sheet-keys.ts";

/** What of a sheet is counted. */
export type CountedSheet = Pick<SheetRow, "basis" | "path" | "class" | "total" | "order_key">;
type Bucket = { path: string; class: string; bucket: string; organizations: number; totals: bigint };

/** Counts all published sheets of a scheme and period anew for everybody at and above them. */
export async function rebuildTotals(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  period: StoredPeriod,
  rows: readonly CountedSheet[],
): Promise<void> {
  await sql`DELETE FROM score_rollup WHERE tenant_id = ${tenantId} AND scheme_code = ${schemeCode}
    AND period_from = ${period.from}::date AND period_version = ${period.version}`.execute(transaction);
  const published = rows.filter(({ basis }) => basis === "published");
  const places = decimalPlaces(published);
  const buckets = new Map<string, Bucket>();
  for (const row of published) {
    const total = row.total === null ? 0n : BigInt(row.total.replace(".", ""));
    for (const path of [...pathsAbove(row.path), row.path]) {
      for (const bucket of bucketsOf(row.order_key)) {
        const key = `${path} ${bucket} ${row.class}`;
        const sum = buckets.get(key);
        if (sum === undefined) buckets.set(key, { path, class: row.class, bucket, organizations: 1, totals: total });
        else {
          sum.organizations += 1;
          sum.totals += total;
        }
      }
    }
  }
  const list = [...buckets.values()];
  const ids = await organizationsAt(transaction, tenantId, period, [...new Set(list.map(({ path }) => path))]);
  const column = <T>(value: (bucket: Bucket) => T) => list.map(value);
  await sql`
    INSERT INTO score_rollup (tenant_id, organization_id, scheme_code, period_from, period_version, class, bucket, organizations, totals)
    SELECT ${tenantId}::int, organization, ${schemeCode}, ${period.from}::date, ${period.version}::int, class, bucket, organizations,
      trim_scale(totals / 10::numeric ^ ${places}::int)
    FROM unnest(${column(({ path }) => ids.get(path) ?? null)}::uuid[], ${column((bucket) => bucket.class)}::text[],
      ${column(({ bucket }) => bucket)}::text[], ${column(({ organizations }) => organizations)}::int[],
      ${column(({ totals }) => String(totals))}::numeric[]) AS b(organization, class, bucket, organizations, totals)
    WHERE organization IS NOT NULL`.execute(transaction);
}

/** All totals of one scheme have the same number of decimals. */
function decimalPlaces(rows: readonly CountedSheet[]): number {
  const total = rows.find((row) => row.total !== null)?.total ?? "";
  return total.includes(".") ? total.length - total.indexOf(".") - 1 : 0;
}
