import { wholeBucketOf } from "@dutyloop/domain/assessment/boards/order-key.ts";
import { add, parse, subtract, toText, zero } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import type { StoredPeriod } from "./period-standing.ts";
import type { SheetRow } from "./score-sheets.ts";
import { organizationsAt, pathsAbove } from "./sheet-keys.ts";

/** Bucket of the sheets that are shown without rank. */
const unrankedBucket = "none:";
const exactBucket = (orderKey: string) => `exact:${orderKey}`;
const wholeBucket = (orderKey: string) => `whole:${wholeBucketOf(orderKey)}`;

type Delta = {
  organization: string;
  class: string;
  bucket: string;
  organizations: number;
  totals: ReturnType<typeof parse>;
};

/**
 * Carries what changed between sheets into how many organisations reached which total, for the organisation itself and
 * everybody above it. Boards read ranks and means from there. Published sheets of one scheme and period only.
 */
export async function foldTotals(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  period: StoredPeriod,
  before: readonly SheetRow[],
  after: readonly SheetRow[],
): Promise<void> {
  const changes = [...signed(before, -1), ...signed(after, 1)];
  if (changes.length === 0) return;
  const paths = new Set(changes.flatMap(({ row }) => [...pathsAbove(row.path), row.path]));
  const ids = await organizationsAt(transaction, tenantId, period, [...paths]);
  const deltas = new Map<string, Delta>();
  for (const { row, sign } of changes) {
    for (const path of [...pathsAbove(row.path), row.path]) {
      const organization = ids.get(path);
      if (organization === undefined) continue;
      for (const bucket of bucketsOf(row.order_key))
        addTo(deltas, { organization, class: row.class, bucket }, row, sign);
    }
  }
  await writeDeltas(transaction, tenantId, schemeCode, period, [...deltas.values()].filter(isSomething));
}

function signed(rows: readonly SheetRow[], sign: 1 | -1) {
  return rows.filter(({ basis }) => basis === "published").map((row) => ({ row, sign }));
}

export function bucketsOf(orderKey: string): string[] {
  return orderKey === "" ? [unrankedBucket] : [exactBucket(orderKey), wholeBucket(orderKey)];
}

function addTo(
  deltas: Map<string, Delta>,
  place: Pick<Delta, "organization" | "class" | "bucket">,
  row: SheetRow,
  sign: 1 | -1,
): void {
  const key = `${place.organization} ${place.bucket} ${place.class}`;
  const delta = deltas.get(key) ?? { ...place, organizations: 0, totals: zero };
  const total = row.total === null ? zero : parse(row.total);
  delta.organizations += sign;
  delta.totals = sign === 1 ? add(delta.totals, total) : subtract(delta.totals, total);
  deltas.set(key, delta);
}

function isSomething({ organizations, totals }: Delta): boolean {
  return organizations !== 0 || totals.n !== 0n;
}

/** Buckets that nobody is in any more stay with nothing in them: taking them away would cost each turn another look. */
async function writeDeltas(
  transaction: Transaction,
  tenantId: number,
  schemeCode: string,
  period: StoredPeriod,
  deltas: readonly Delta[],
): Promise<void> {
  if (deltas.length === 0) return;
  const rows = deltas.map(({ totals, ...delta }) => ({ ...delta, totals: toText(totals) }));
  await sql`
    INSERT INTO score_rollup AS r (tenant_id, organization_id, scheme_code, period_from, period_version, class, bucket, organizations, totals)
    SELECT ${tenantId}::int, organization, ${schemeCode}, ${period.from}::date, ${period.version}::int, class, bucket, organizations, totals
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d(organization uuid, class text, bucket text, organizations int, totals numeric)
    ON CONFLICT (tenant_id, organization_id, scheme_code, period_from, period_version, class, bucket) DO UPDATE SET
      organizations = r.organizations + excluded.organizations, totals = r.totals + excluded.totals`.execute(
    transaction,
  );
}
