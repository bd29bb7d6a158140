import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { inScope, placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Person = Answer<"listPeople">["items"][number];

/** Members of an organisation and everything below on one day, by branch and name; paged by that order. */
export async function listPeople(request: ReadRequest<"listPeople">): Promise<Answer<"listPeople">> {
  const { database, tenantId, scope, params, query, today } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const on = query.on ?? today;
  const [path = "", id = "00000000-0000-0000-0000-000000000000"] = query.after?.split(" ") ?? [];
  const { rows } = await sql<Person & { path: string }>`
    SELECT p.id, p.name, m.state AS "memberState", o.id AS "organizationId", o.name AS "organizationName", o.path,
      g.id AS "groupId", g.name AS "groupName",
      coalesce((SELECT array_agg(a.post ORDER BY a.id) FROM appointment a WHERE a.tenant_id = p.tenant_id AND a.person_id = p.id
        AND a.valid_from <= ${on} AND (a.valid_to IS NULL OR a.valid_to >= ${on})), '{}') AS posts
    FROM organization o
    JOIN membership m ON m.tenant_id = o.tenant_id AND m.organization_id = o.id
    JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE o.tenant_id = ${tenantId} AND ${inScope("o.path", narrow(scope, place.path))}
      AND m.valid_from <= ${on} AND (m.valid_to IS NULL OR m.valid_to >= ${on})
      AND (o.path, p.id) > (${path}, ${id}::uuid)
    ORDER BY o.path, p.id LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ path: _path, ...person }) => person),
    next: rows.length > query.limit && last ? `${last.path} ${last.id}` : null,
  };
}
