import { firstDayOf, lastDayOf, type Month, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { disputesAbout } from "./disputed-figures.ts";

/** An organisation of a month with what a source delivered for it. */
export type ReceiptRow = {
  readonly organizationId: string;
  readonly organizationCode: string;
  readonly organizationName: string;
  readonly path: string;
  readonly kind: string;
  readonly class: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly deliveries: number;
  /** Those that count now. */
  readonly figures: number;
  readonly lastReceivedAt: Date | null;
};

/** Whether a receipt `r` was never withdrawn, as SQL. */
export const stillStands = sql<boolean>`NOT EXISTS (SELECT 1 FROM receipt_withdrawal w
  WHERE w.tenant_id = r.tenant_id AND w.receipt_id = r.id)`;

/** Every organisation at and below a path that existed in the month, in the order of the tree. */
export async function receiptRows(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  source: string,
  month: Month,
): Promise<ReceiptRow[]> {
  const disputes = await disputesAbout(database, tenantId, path, source, month);
  const { rows } = await sql<ReceiptRow>`
    SELECT o.id AS "organizationId", o.code AS "organizationCode", o.name AS "organizationName", o.path, o.kind,
      coalesce(o.class, '') AS class, o.valid_from AS "validFrom", o.valid_to AS "validTo",
      coalesce(r.deliveries, 0) AS deliveries, coalesce(r.figures, 0) + coalesce(b.figures, 0) AS figures, r.last AS "lastReceivedAt"
    FROM organization o
    LEFT JOIN (SELECT organization_id, count(*)::int AS deliveries, sum(standing.figures)::int AS figures, max(received_at) AS last
      FROM receipt r CROSS JOIN LATERAL (SELECT coalesce(sum(s.sign), 0) AS figures FROM fact_source s
        WHERE s.tenant_id = r.tenant_id AND s.source_table = 'receipt' AND s.source_id = r.id) standing
      WHERE tenant_id = ${tenantId} AND source = ${source} AND month = ${firstDayOf(month)}::date AND ${stillStands}
      GROUP BY organization_id) r ON r.organization_id = o.id
    LEFT JOIN (SELECT f.organization_id, sum(f.sign)::int AS figures FROM fact f
      WHERE f.tenant_id = ${tenantId} AND f.organization_id = ANY(${disputes.map(({ organizationId }) => organizationId)}::uuid[])
        AND f.counts_on BETWEEN ${firstDayOf(month)}::date AND ${lastDayOf(month)}::date
        AND f.source_table = 'dispute' AND f.source_id = ANY(${disputes.map(({ id }) => id)}::uuid[])
        AND coalesce(f.details->>'source', ${source}) = ${source} GROUP BY f.organization_id) b ON b.organization_id = o.id
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)}
      AND o.valid_from <= ${lastDayOf(month)}::date AND (o.valid_to IS NULL OR o.valid_to >= ${firstDayOf(month)}::date)
    ORDER BY o.path`.execute(database);
  return rows;
}
