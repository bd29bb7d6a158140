import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { type RawBuilder, sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import { unseen } from "../../platform/db/unseen.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { currentTemplates } from "../standards/index.ts";

type Item = Answer<"listRecords">["items"][number];
type Row = Omit<Item, "templateNames"> & { templateCodes: string[] };

type Asked = Pick<
  ReadRequest<"listRecords">["query"],
  "after" | "from" | "to" | "template" | "state" | "entered" | "limit"
>;

/** Below a place with more organisations than this, records are read along their days instead of organisation by organisation. */
const fewOrganizations = 300;

/**
 * One page of the records of an organisation and everything below, as far as they lie in scope: newest first, with one row
 * more than is asked for. Where it lies in scope and has no record, there is one row without an id. OFFSET 0 keeps
 * PostgreSQL from joining whole tables before the page is cut.
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
  const standing = query.state === undefined ? sql`r.state <> 'revoked'` : sql`r.state = ${query.state}`;
  const late = query.entered === "late" ? sql`AND (r.late_entry OR h.late_entry)` : sql``;
  const template = unseen(query.template ?? null, "text");
  const wanted = sql`h.occurred_on >= ${unseen(query.from ?? "0001-01-01", "date")} AND h.occurred_on <= ${unseen(query.to ?? "9999-12-31", "date")}
    AND (h.occurred_on, h.record_id) < (${unseen(day, "date")}, ${unseen(id, "uuid")})`;
  const byOrganization = sql`organization o JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id AND ${wanted}`;
  const byDay = sql`(SELECT * FROM record_host h WHERE h.tenant_id = ${tenantId} AND ${wanted}
      ORDER BY h.occurred_on DESC, h.record_id DESC OFFSET 0) h
    CROSS JOIN LATERAL (SELECT * FROM organization o WHERE o.tenant_id = h.tenant_id AND o.id = h.organization_id OFFSET 0) o`;
  const pageOf = (hosts: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`
    SELECT r.id, h.organization_id AS "organizationId", o.name AS "organizationName", s.name AS "subjectName", r.title, r.state,
      h.occurred_on AS "occurredOn", r.template_codes AS "templateCodes", h.expected, h.present, r.files, r.late_entry OR h.late_entry AS "lateEntry",
      h.standard_passed AS "standardPassed", h.standard_applicable AS "standardApplicable",
      (SELECT count(*)::int FROM record_host a WHERE a.tenant_id = h.tenant_id AND a.record_id = h.record_id) AS hosts
    FROM ${hosts}
    CROSS JOIN LATERAL (SELECT * FROM record r WHERE r.tenant_id = h.tenant_id AND r.id = h.record_id OFFSET 0) r
    JOIN organization s ON s.tenant_id = h.tenant_id AND s.id = h.subject_id
    WHERE ${where} AND o.tenant_id = ${tenantId} AND ${within("o.path")} AND ${standing} ${late}
      AND (${template} IS NULL OR ${template} = ANY(r.template_codes))
      AND (h.position = 0 OR NOT EXISTS (SELECT 1 FROM record_host b JOIN organization bo ON bo.tenant_id = b.tenant_id
        AND bo.id = b.organization_id WHERE b.tenant_id = h.tenant_id AND b.record_id = h.record_id AND b.position < h.position
        AND ${within("bo.path")}))
    ORDER BY h.occurred_on DESC, h.record_id DESC LIMIT ${sql.lit(query.limit + 1)}`;
  return sql<Partial<Row>>`
    SELECT page.* FROM (SELECT here.path, here.after, (SELECT count(*) FROM (SELECT 1 FROM organization b WHERE b.tenant_id = ${tenantId}
          AND b.path >= here.path AND b.path < here.after LIMIT ${sql.lit(fewOrganizations + 1)}) below) > ${sql.lit(fewOrganizations)} AS many
      FROM (SELECT path, left(path, -1) || '/' AS after FROM organization
        WHERE tenant_id = ${tenantId} AND id = ${organizationId} AND ${inScope("path", scope)} OFFSET 0) here OFFSET 0) place
    LEFT JOIN LATERAL ((${pageOf(byOrganization, sql`NOT place.many`)}) UNION ALL (${pageOf(byDay, sql`place.many`)})) page ON true
    ORDER BY page."occurredOn" DESC, page.id DESC`;
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
