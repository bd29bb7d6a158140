import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

type Plan = Answer<"listPlans">["items"][number];

/** The plans that organisations of the caller's scope have issued, newest year first. */
export async function listPlans({ database, tenantId, scope }: ReadRequest<"listPlans">): Promise<Answer<"listPlans">> {
  const { rows } = await sql<Plan>`
    SELECT p.id, p.organization_id AS "organizationId", p.year, p.name,
      (SELECT count(*)::int FROM plan_line l WHERE l.tenant_id = p.tenant_id AND l.plan_id = p.id) AS lines,
      (SELECT count(*)::int FROM plan_line l JOIN obligation ob ON ob.tenant_id = l.tenant_id AND ob.source_id = l.id
        WHERE l.tenant_id = p.tenant_id AND l.plan_id = p.id) AS obligations
    FROM plan p JOIN organization o ON o.tenant_id = p.tenant_id AND o.id = p.organization_id
    WHERE p.tenant_id = ${tenantId} AND ${inScope("o.path", scope)}
    ORDER BY p.year DESC, o.path LIMIT 200`.execute(database);
  return { items: rows };
}
