import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { inScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";

type History = Pick<Answer<"getOrganization">, "boundTo" | "boundUntil" | "approval" | "neutralName" | "places">;

/** What an organisation was set up for, and every place and name it had; parents only as far as the caller may see them. */
export async function historyOf(
  { database, tenantId, scope }: Pick<ReadRequest<"getOrganization">, "database" | "tenantId" | "scope">,
  id: string,
): Promise<History> {
  const { rows } = await sql<History>`
    SELECT o.bound_to AS "boundTo", o.bound_until AS "boundUntil", o.approval, o.neutral_name AS "neutralName",
      (SELECT json_agg(json_build_object('validFrom', p.valid_from, 'validTo', p.valid_to, 'name', p.name, 'class', p.class,
          'parent', CASE WHEN above.id IS NULL THEN NULL ELSE json_build_object('id', above.id, 'name', coalesce(then_.name, above.name)) END)
          ORDER BY p.valid_from DESC)
        FROM organization_place p
        LEFT JOIN organization above ON above.tenant_id = p.tenant_id AND above.id = p.parent_id AND ${inScope("above.path", scope)}
        LEFT JOIN organization_place then_ ON then_.tenant_id = p.tenant_id AND then_.organization_id = above.id
          AND then_.valid_from <= p.valid_from AND (then_.valid_to IS NULL OR then_.valid_to >= p.valid_from)
        WHERE p.tenant_id = o.tenant_id AND p.organization_id = o.id) AS places
    FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ${id}::uuid`.execute(database);
  return rows[0] as History;
}
