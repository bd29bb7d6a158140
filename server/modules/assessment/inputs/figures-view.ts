import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, lastDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { standingReceipts } from "./delivered-figures.ts";
import { disputesAbout } from "./disputed-figures.ts";
import { metricsOf } from "./metrics.ts";
import { publicityRefusal } from "./publicity-refusal.ts";

type Figures = Answer<"listFigures">;
type Item = Figures["items"][number];
type Row = Omit<Item, "metric" | "metricName" | "attributes" | "note" | "recordedAt"> & {
  attributes: Record<string, string | number>;
  details: Record<string, string>;
  recordedAt: Date;
};

/**
 * What a source delivered for a month, at an organisation or also below it, in the order it came in: as it counts now, or
 * with all that was corrected and taken back.
 */
export async function listFigures(request: ReadRequest<"listFigures">): Promise<Figures> {
  const { database, tenantId, scope, params, query } = request;
  const { id, name, path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const { source, month, limit } = query;
  const [rows, receipts, entries, metrics] = await Promise.all([
    figureRows(request, path),
    standingReceipts(database, tenantId, { organizationId: id, source, month }),
    entriesOf(database, tenantId, month),
    metricsOf(database, tenantId),
  ]);
  const names = new Map(metrics.map(({ code, indicator }) => [code, indicator.name]));
  const page = rows.slice(0, limit);
  return {
    organizationName: name,
    deliveries: receipts.length,
    entries,
    items: page.map(({ attributes: { metric, ...attributes }, details, recordedAt, ...row }) => ({
      ...row,
      metric: metric === undefined ? null : String(metric),
      metricName: names.get(String(metric)) ?? null,
      attributes,
      note: details.note ?? "",
      recordedAt: recordedAt.toISOString(),
    })),
    next: rows.length > limit ? (page.at(-1)?.factId ?? null) : null,
  };
}

async function figureRows(
  { database, tenantId, query }: ReadRequest<"listFigures">,
  path: string,
): Promise<readonly Row[]> {
  const { source, month, reach, which, after, limit } = query;
  const disputes = await disputesAbout(database, tenantId, path, source, month);
  const place = reach === "own" ? sql`o.path = ${path}` : sql`o.path >= ${path} AND o.path < ${afterSubtree(path)}`;
  // A dispute that takes a figure back leaves its reason in its answer, anybody else in the storno.
  const { rows } = await sql<Row>`
    SELECT f.id AS "factId", o.id AS "organizationId", o.code AS "organizationCode", o.name AS "organizationName", f.kind,
      f.occurred_on AS "occurredOn", f.quantity, f.base, f.attributes, f.details, f.recorded_at AS "recordedAt",
      CASE WHEN f.source_table = 'dispute' THEN 'dispute' WHEN f.source_version > 1 THEN 'correction' ELSE 'delivery' END AS origin,
      CASE WHEN x.id IS NULL THEN 'in_force' WHEN answered.id IS NOT NULL OR x.details ? 'instead' THEN 'corrected'
        ELSE 'withdrawn' END AS state,
      coalesce(answered.answer, x.details->>'reason', origin.answer, f.details->>'reason') AS reason
    FROM (
      SELECT r.organization_id, 'receipt' AS source_table, r.id, NULL AS answer FROM receipt r
      WHERE r.tenant_id = ${tenantId} AND r.source = ${source} AND r.month = ${firstDayOf(month)}::date
      UNION ALL
      SELECT d.organization_id, 'dispute', d.id, d.answer FROM dispute d
      WHERE d.tenant_id = ${tenantId} AND d.id = ANY(${disputes.map(({ id }) => id)}::uuid[])
    ) origin
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = origin.organization_id AND ${place}
    JOIN fact f ON f.tenant_id = ${tenantId} AND f.organization_id = o.id AND f.source_table = origin.source_table
      AND f.source_id = origin.id AND f.sign = 1 AND f.counts_on BETWEEN ${firstDayOf(month)}::date AND ${lastDayOf(month)}::date
      AND coalesce(f.details->>'source', ${source}) = ${source}
    LEFT JOIN fact x ON x.tenant_id = f.tenant_id AND x.organization_id = f.organization_id AND x.counts_on = f.counts_on
      AND x.corrects = f.id
    LEFT JOIN LATERAL (SELECT d.id, d.answer FROM dispute d WHERE d.tenant_id = x.tenant_id
      AND d.organization_id = x.organization_id AND d.state = 'upheld' AND d.answered_at = x.recorded_at LIMIT 1) answered ON true
    WHERE ${which === "all" ? sql`true` : sql`x.id IS NULL`}
      AND ${after === undefined ? sql`true` : sql`f.id > ${after}::uuid`}
    ORDER BY f.id LIMIT ${limit + 1}`.execute(database);
  return rows;
}

/** What becomes of a correction of this month's figures. */
async function entriesOf(database: ReadDatabase, tenantId: number, month: Month): Promise<Figures["entries"]> {
  if ((await publicityRefusal(database, tenantId, month)) !== null) return "in_publicity";
  const period = await database
    .selectFrom("period")
    .where("tenant_id", "=", tenantId)
    .where("span", "=", "month")
    .where("period_from", "=", firstDayOf(month))
    .select("state")
    .executeTakeFirst();
  return period?.state === "closed" ? "closed" : "open";
}
