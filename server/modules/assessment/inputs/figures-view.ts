import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf, lastDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { stillStands } from "./receipt-rows.ts";

type Item = Answer<"listFigures">["items"][number];
type Row = Pick<Item, "factId" | "organizationId" | "organizationCode" | "organizationName" | "kind" | "occurredOn"> &
  Pick<Item, "quantity" | "base"> & {
    attributes: Record<string, string | number>;
    details: Record<string, string>;
    version: number;
    recordedAt: Date;
  };

/** What a source delivered for a month at and below an organisation, as it counts now, in the order it came in. */
export async function listFigures(request: ReadRequest<"listFigures">): Promise<Answer<"listFigures">> {
  const { database, tenantId, scope, params, query } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const { source, month, limit } = query;
  const { rows } = await sql<Row>`
    SELECT f.id AS "factId", o.id AS "organizationId", o.code AS "organizationCode", o.name AS "organizationName", f.kind,
      f.occurred_on AS "occurredOn", f.quantity, f.base, f.attributes, f.details, f.source_version AS version, f.recorded_at AS "recordedAt"
    FROM receipt r
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id AND o.path >= ${path} AND o.path < ${afterSubtree(path)}
    JOIN fact f ON f.tenant_id = r.tenant_id AND f.organization_id = r.organization_id AND f.source_table = 'receipt'
      AND f.source_id = r.id AND f.sign = 1 AND f.counts_on BETWEEN ${firstDayOf(month)}::date AND ${lastDayOf(month)}::date
    WHERE r.tenant_id = ${tenantId} AND r.source = ${source} AND r.month = ${firstDayOf(month)}::date AND ${stillStands}
      AND NOT EXISTS (SELECT 1 FROM fact x WHERE x.tenant_id = f.tenant_id AND x.organization_id = f.organization_id
        AND x.counts_on = f.counts_on AND x.corrects = f.id)
      AND ${query.after === undefined ? sql`true` : sql`f.id > ${query.after}::uuid`}
    ORDER BY f.id LIMIT ${limit + 1}`.execute(database);
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ attributes: { metric = null, ...attributes }, details, version, recordedAt, ...row }) => ({
      ...row,
      metric: metric === null ? null : String(metric),
      attributes,
      note: details.note ?? "",
      corrected: version > 1,
      reason: details.reason ?? null,
      recordedAt: recordedAt.toISOString(),
    })),
    next: rows.length > limit ? (page.at(-1)?.factId ?? null) : null,
  };
}
