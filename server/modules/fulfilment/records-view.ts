import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { currentTemplates } from "../standards/index.ts";

type Item = Answer<"listRecords">["items"][number];
type Row = Omit<Item, "templateNames"> & { templateCodes: string[] };

/** Records of an organisation and everything below, newest first; paged by day. */
export async function listRecords(request: ReadRequest<"listRecords">): Promise<Answer<"listRecords">> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const [day = "9999-12-31", id = "ffffffff-ffff-ffff-ffff-ffffffffffff"] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Row>`
    SELECT r.id, r.organization_id AS "organizationId", o.name AS "organizationName", s.name AS "subjectName", r.title,
      r.occurred_on AS "occurredOn", r.template_codes AS "templateCodes", r.expected, r.present, r.files, r.late_entry AS "lateEntry",
      r.standard_passed AS "standardPassed", r.standard_applicable AS "standardApplicable"
    FROM organization o
    JOIN record r ON r.tenant_id = o.tenant_id AND r.organization_id = o.id
    JOIN organization s ON s.tenant_id = r.tenant_id AND s.id = r.subject_id
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))} AND r.state <> 'revoked'
      AND r.occurred_on >= ${query.from ?? "0001-01-01"}::date AND r.occurred_on <= ${query.to ?? "9999-12-31"}::date
      AND (${query.template ?? null}::text IS NULL OR ${query.template ?? null}::text = ANY(r.template_codes))
      AND (r.occurred_on, r.id) < (${day}::date, ${id}::uuid)
    ORDER BY r.occurred_on DESC, r.id DESC LIMIT ${query.limit + 1}`.execute(database);
  const templates = await currentTemplates(database, tenantId);
  const items = rows.slice(0, query.limit).map(({ templateCodes, ...row }) => ({
    ...row,
    templateNames: templateCodes.map((code) => templates.get(code)?.body.name ?? { zh: code, en: code }),
  }));
  const last = items.at(-1);
  return { items, next: rows.length > query.limit && last ? `${last.occurredOn} ${last.id}` : null };
}
