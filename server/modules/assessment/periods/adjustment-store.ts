import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { publishedBeside } from "../counting-sheets.ts";
import { lastDay } from "../period-standing.ts";

/** A sheet of an earlier period that late facts changed. */
export type Adjusted = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly validTo: PlainDate | null;
  readonly scheme: string;
  readonly schemeVersion: number;
  readonly span: Span;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly version: number;
  readonly closing: number;
  readonly published: string | null;
  readonly adjusted: string | null;
  /** Late facts of the month. */
  readonly entries: number;
};

/** Where a page begins: after this organisation's sheet of this period. */
export type AdjustedKey = Pick<Adjusted, "organizationId" | "from" | "span" | "scheme">;

/** The sheets at and below a path that facts booked in a month changed after their period had ended its entries. */
export async function adjustedSheets(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  bookedIn: PlainDate,
  after: AdjustedKey,
  limit: number,
): Promise<Adjusted[]> {
  const { rows } = await sql<Adjusted>`
    WITH late AS MATERIALIZED (
      SELECT f.organization_id, o.name, o.valid_to, f.counts_on, f.closing, count(*) AS entries
      FROM fact f JOIN organization o ON o.tenant_id = f.tenant_id AND o.id = f.organization_id
      WHERE f.tenant_id = ${tenantId} AND f.posted_in = ${bookedIn}::date AND f.posted_in > f.counts_on
        AND o.path >= ${path} AND o.path < ${afterSubtree(path)}
      GROUP BY 1, 2, 3, 4, 5
    )
    SELECT s.organization_id AS "organizationId", l.name AS "organizationName", l.valid_to AS "validTo", s.scheme_code AS scheme,
      s.scheme_version AS "schemeVersion", p.span, p.period_from AS "from", ${lastDay} AS "to", p.version, p.closing,
      b.total AS published, s.total AS adjusted, sum(l.entries)::int AS entries
    FROM late l
    JOIN period p ON p.tenant_id = ${tenantId} AND l.counts_on BETWEEN p.period_from AND ${lastDay} AND l.closing > p.closing
    JOIN score_sheet s ON s.tenant_id = p.tenant_id AND s.organization_id = l.organization_id AND s.period_from = p.period_from
      AND s.period_version = p.version AND s.basis = 'adjusted'
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
      AND v.body->>'cadence' = p.span
    ${publishedBeside}
    WHERE (b.basis IS NOT NULL OR s.total IS NOT NULL) AND (s.organization_id, p.period_from, p.span, s.scheme_code)
      > (${after.organizationId}::uuid, ${after.from}::date, ${after.span}, ${after.scheme})
    GROUP BY s.organization_id, l.name, l.valid_to, s.scheme_code, s.scheme_version, p.span, p.period_from, p.version, p.closing,
      b.total, s.total
    ORDER BY s.organization_id, p.period_from, p.span, s.scheme_code LIMIT ${limit}`.execute(database);
  return rows;
}

export type LateFact = {
  readonly i: number;
  readonly id: string;
  readonly kind: string;
  readonly sign: number;
  readonly quantity: string;
  readonly base: string | null;
  readonly occurredOn: PlainDate;
  readonly countsOn: PlainDate;
  readonly recordedAt: Date;
  readonly recordId: string | null;
  readonly reason: string | null;
};

/** The newest late facts of the month behind each of these sheets, at most `most` of each. */
export async function lateFactsOf(
  database: ReadDatabase,
  tenantId: number,
  bookedIn: PlainDate,
  sheets: readonly Adjusted[],
  most: number,
): Promise<LateFact[]> {
  const wanted = JSON.stringify(
    sheets.map(({ organizationId, from, to, closing }, i) => ({ i, organizationId, from, to, closing })),
  );
  const { rows } = await sql<LateFact>`
    SELECT k.i, f.*
    FROM json_to_recordset(${wanted}::json) AS k(i int, "organizationId" uuid, "from" date, "to" date, closing int)
    CROSS JOIN LATERAL (
      SELECT f.id, f.kind, f.sign, f.quantity, f.base, f.occurred_on AS "occurredOn", f.counts_on AS "countsOn",
        f.recorded_at AS "recordedAt", f.record_id AS "recordId", f.details->>'reason' AS reason
      FROM fact f WHERE f.tenant_id = ${tenantId} AND f.posted_in = ${bookedIn}::date AND f.organization_id = k."organizationId"
        AND f.counts_on BETWEEN k."from" AND k."to" AND f.closing > k.closing
      ORDER BY f.recorded_at DESC, f.id DESC LIMIT ${most}
    ) f`.execute(database);
  return rows;
}
