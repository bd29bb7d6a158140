import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { currentTemplates } from "../standards/index.ts";

type Item = Answer<"listRecords">["items"][number];
type Row = Omit<Item, "templateNames"> & { templateCodes: string[] };

type Asked = Pick<ReadRequest<"listRecords">["query"], "after" | "from" | "to" | "template" | "limit">;

/**
 * One page of the records of an organisation and everything below, as far as they lie in scope: newest first, with one row
 * more than is asked for. Where it lies in scope and has no record, there is one row without an id.
 */
export function recordPageQuery(
  tenantId: number,
  organizationId: string,
  scope: Scope,
  query: Asked,
): RawBuilder<Partial<Row>> {
  const [day = "9999-12-31", id = "ffffffff-ffff-ffff-ffff-ffffffffffff"] = query.after?.split(" ") ?? [];
  const within = (path: string) =>
    sql`${sql.ref(path)} >= place.path AND ${sql.ref(path)} < place.after AND ${inScope(path, scope)}`;
  return sql<Partial<Row>>`
    SELECT page.* FROM (SELECT path, left(path, -1) || '/' AS after FROM organization
      WHERE tenant_id = ${tenantId} AND id = ${organizationId} AND ${inScope("path", scope)}) place
    LEFT JOIN LATERAL (
      SELECT r.id, h.organization_id AS "organizationId", o.name AS "organizationName", s.name AS "subjectName", r.title, r.state,
        h.occurred_on AS "occurredOn", r.template_codes AS "templateCodes", h.expected, h.present, r.files, r.late_entry AS "lateEntry",
        h.standard_passed AS "standardPassed", h.standard_applicable AS "standardApplicable",
        (SELECT count(*)::int FROM record_host a WHERE a.tenant_id = h.tenant_id AND a.record_id = h.record_id) AS hosts
      FROM organization o
      JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id
      JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id
      JOIN organization s ON s.tenant_id = h.tenant_id AND s.id = h.subject_id
      WHERE o.tenant_id = ${tenantId} AND ${within("o.path")} AND r.state <> 'revoked'
        AND h.occurred_on >= ${query.from ?? "0001-01-01"}::date AND h.occurred_on <= ${query.to ?? "9999-12-31"}::date
        AND (${query.template ?? null}::text IS NULL OR ${query.template ?? null}::text = ANY(r.template_codes))
        AND (h.occurred_on, h.record_id) < (${day}::date, ${id}::uuid)
        AND (h.position = 0 OR NOT EXISTS (SELECT 1 FROM record_host b JOIN organization bo ON bo.tenant_id = b.tenant_id
          AND bo.id = b.organization_id WHERE b.tenant_id = h.tenant_id AND b.record_id = h.record_id AND b.position < h.position
          AND ${within("bo.path")}))
      ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${query.limit + 1}
    ) page ON true ORDER BY page."occurredOn" DESC, page.id DESC`;
}

/**
 * Records of an organisation and everything below, newest first; paged by day. A joint record stands there once, under the
 * first of its hosts that lies there, with that host's own figures.
 */
export async function listRecords(request: ReadRequest<"listRecords">): Promise<Answer<"listRecords">> {
  const { database, tenantId, scope, params, query } = request;
  const { rows } = await recordPageQuery(tenantId, params.organizationId, scope, query).execute(database);
  if (rows.length === 0) throw notFound();
  const records = rows.filter((row): row is Row => row.id != null);
  const templates = await currentTemplates(database, tenantId);
  const items = records.slice(0, query.limit).map(({ templateCodes, ...row }) => ({
    ...row,
    templateNames: templateCodes.map((code) => templates.get(code)?.body.name ?? { zh: code, en: code }),
  }));
  const last = items.at(-1);
  return { items, next: records.length > query.limit && last ? `${last.occurredOn} ${last.id}` : null };
}
