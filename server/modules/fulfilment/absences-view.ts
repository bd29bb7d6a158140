import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { makeUpDays } from "@dutyloop/domain/fulfilment/make-up-rules.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Item = Answer<"listAbsences">["items"][number];

/** Who was away from what at and below an organisation, the latest first, and what was made up for; paged by event. */
export async function listAbsences(request: ReadRequest<"listAbsences">): Promise<Answer<"listAbsences">> {
  const { database, tenantId, scope, params, query } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const last = "ffffffff-ffff-ffff-ffff-ffffffffffff";
  const [day = "9999-12-31", record = last, person = last] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Omit<Item, "until">>`
    SELECT r.id AS "recordId", r.title, r.occurred_on AS "occurredOn", h.organization_id AS "organizationId", o.name AS "organizationName",
      p.person_id AS "personId", p.name, p.presence, p.reason, m.made_up_on AS "madeUpOn", m.way
    FROM organization o
    JOIN record_host h ON h.tenant_id = o.tenant_id AND h.organization_id = o.id
    JOIN record r ON r.tenant_id = h.tenant_id AND r.id = h.record_id AND r.state <> 'revoked'
    JOIN record_participant p ON p.tenant_id = r.tenant_id AND p.record_id = r.id AND p.version = r.version AND p.host = h.position
      AND p.capacity = 'member' AND p.presence <> 'present' AND NOT p.exempt
    LEFT JOIN record_make_up m ON m.tenant_id = r.tenant_id AND m.record_id = r.id AND m.person_id = p.person_id AND NOT m.withdrawn
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, path))}
      AND h.occurred_on >= ${query.from ?? "0001-01-01"}::date AND h.occurred_on <= ${query.to ?? "9999-12-31"}::date
      AND (${query.which} = 'all' OR m.id IS NULL)
      AND (h.occurred_on, h.record_id, p.person_id) < (${day}::date, ${record}::uuid, ${person}::uuid)
    ORDER BY h.occurred_on DESC, h.record_id DESC, p.person_id DESC LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit).map((row) => ({ ...row, until: addDays(row.occurredOn, makeUpDays) }));
  const end = rows.length > query.limit ? items.at(-1) : undefined;
  return { items, next: end ? `${end.occurredOn} ${end.recordId} ${end.personId}` : null };
}
