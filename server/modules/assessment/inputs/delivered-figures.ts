import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { DeliveryFrame } from "./deliveries.ts";
import { stillStands } from "./receipt-rows.ts";

/** A fact that a delivery booked, or a correction of it. */
export type DeliveredFigure = {
  readonly factId: string;
  readonly receiptId: string;
  /** Tells its content from that of others. */
  readonly part: string;
  /** The newest version of anything that came of the receipt. */
  readonly newest: number;
  /** Whether it was corrected or taken back. */
  readonly reversed: boolean;
};

/** All that a source has delivered for one organisation and month, without what was withdrawn with its whole delivery. */
export async function deliveredFigures(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, source, month }: DeliveryFrame,
): Promise<DeliveredFigure[]> {
  const { rows } = await sql<DeliveredFigure>`
    SELECT s.fact_id AS "factId", r.id AS "receiptId", s.part, max(s.source_version) OVER (PARTITION BY r.id) AS newest,
      EXISTS (SELECT 1 FROM fact_source v WHERE v.tenant_id = s.tenant_id AND v.source_table = s.source_table
        AND v.source_id = s.source_id AND v.source_version = s.source_version AND v.kind = s.kind AND v.part = s.part
        AND v.sign = -1) AS reversed
    FROM receipt r JOIN fact_source s ON s.tenant_id = r.tenant_id AND s.source_table = 'receipt' AND s.source_id = r.id AND s.sign = 1
    WHERE r.tenant_id = ${tenantId} AND r.source = ${source} AND r.organization_id = ${organizationId}::uuid
      AND r.month = ${firstDayOf(month)}::date AND ${stillStands}`.execute(database);
  return rows;
}

/** The deliveries of a source for one organisation and month that stand. */
export async function standingReceipts(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, source, month }: DeliveryFrame,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT r.id FROM receipt r WHERE r.tenant_id = ${tenantId} AND r.source = ${source}
      AND r.organization_id = ${organizationId}::uuid AND r.month = ${firstDayOf(month)}::date AND ${stillStands}`.execute(
    database,
  );
  return rows.map(({ id }) => id);
}
