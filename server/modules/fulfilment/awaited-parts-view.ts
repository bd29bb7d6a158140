import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

/** Joint events that wait for the part of this organisation or of one below, the latest first. */
export async function listAwaitedParts(request: ReadRequest<"listAwaitedParts">): Promise<Answer<"listAwaitedParts">> {
  const { database, tenantId, scope, params } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await sql<Answer<"listAwaitedParts">["items"][number]>`
    SELECT r.id AS "recordId", r.title, r.occurred_on AS "occurredOn", l.name AS "leadName", r.template_codes AS "templateCodes",
      o.id AS "organizationId", o.name AS "organizationName", s.id AS "subjectId", s.name AS "subjectName"
    FROM record_awaited w
    JOIN organization o ON o.tenant_id = w.tenant_id AND o.id = w.organization_id
    JOIN organization s ON s.tenant_id = w.tenant_id AND s.id = w.subject_id
    JOIN record r ON r.tenant_id = w.tenant_id AND r.id = w.record_id AND r.state <> 'revoked'
    JOIN organization l ON l.tenant_id = r.tenant_id AND l.id = r.organization_id
    WHERE w.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
    ORDER BY r.occurred_on DESC, r.id, s.id LIMIT 200`.execute(database);
  return { items: rows };
}
