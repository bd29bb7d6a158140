import type { Publication } from "@dutyloop/domain/assessment/boards/board-rules.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { BoardName } from "./board-candidates.ts";

export type PublishedBoard = { readonly boardId: string; readonly publishedAt: Date; readonly publishedBy: string };

/** The board of this version of the period, if somebody published it. */
export async function publishedBoard(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, scheme, standing, class: ofClass }: BoardName,
): Promise<PublishedBoard | null> {
  const { rows } = await sql<PublishedBoard>`
    SELECT b.id AS "boardId", b.published_at AS "publishedAt", a.display_name AS "publishedBy"
    FROM board b JOIN account a ON a.tenant_id = b.tenant_id AND a.id = b.published_by
    WHERE b.tenant_id = ${tenantId} AND b.organization_id = ${organizationId} AND b.scheme_code = ${scheme} AND b.class = ${ofClass}
      AND b.span = ${standing.span} AND b.period_from = ${standing.from}::date AND b.period_version = ${standing.version}`.execute(
    database,
  );
  return rows[0] ?? null;
}

/** Rank and total of each organisation on the last published board of the same class before this period. */
export async function lastBoard(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, scheme, standing, class: ofClass }: BoardName,
): Promise<Publication["before"]> {
  const { rows } = await sql<{ organizationId: string; rank: number | null; total: string | null }>`
    SELECT r.organization_id AS "organizationId", r.rank, r.total FROM board_row r
    WHERE r.tenant_id = ${tenantId} AND r.board_id = (
      SELECT id FROM board WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme}
        AND class = ${ofClass} AND span = ${standing.span} AND period_from < ${standing.from}::date
      ORDER BY period_from DESC, period_version DESC LIMIT 1)`.execute(database);
  return new Map(rows.map(({ organizationId: id, rank, total }) => [id, { rank, total }]));
}

/** Whether a published board of this version already shows the organisation: what it shows stays as it is. */
export async function standsPublished(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  { span, from, version }: PeriodStanding,
): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM board b JOIN board_row r ON r.tenant_id = b.tenant_id AND r.board_id = b.id AND r.organization_id = ${organizationId}
    WHERE b.tenant_id = ${tenantId} AND b.scheme_code = ${scheme} AND b.span = ${span} AND b.period_from = ${from}::date
      AND b.period_version = ${version} LIMIT 1`.execute(database);
  return rows.length > 0;
}
