import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { sql } from "kysely";
import { inScope } from "../../platform/access/place.ts";
import { postRoleRows } from "../../platform/access/post-role-rows.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

/**
 * Roles that go with a post held today or from a later day on, where the holder has an account and no such grant yet. They
 * are proposed, not given: who appoints isn't who grants (SEC-08).
 */
export async function listProposedGrants({
  database,
  tenantId,
  query,
  scope,
  today,
}: ReadRequest<"listProposedGrants">): Promise<Answer<"listProposedGrants">> {
  const { rows } = await sql<Answer<"listProposedGrants">["items"][number]>`
    SELECT a.id, holder.id AS "accountId", holder.display_name AS "accountName", a.post, m.role,
      a.organization_id AS "organizationId", place.name AS "organizationName", a.valid_from AS "validFrom", a.valid_to AS "validTo"
    FROM appointment a
    JOIN account holder ON holder.tenant_id = a.tenant_id AND holder.person_id = a.person_id AND holder.state = 'active'
    JOIN organization place ON place.tenant_id = a.tenant_id AND place.id = a.organization_id
    JOIN ${postRoleRows(tenantId)} AS m ON m.post = a.post AND m.kind = place.kind
    WHERE a.tenant_id = ${tenantId} AND (a.valid_to IS NULL OR a.valid_to >= ${today}::date)
      AND (place.valid_to IS NULL OR place.valid_to >= ${today}::date)
      AND ${inScope("place.path", scope)} AND a.id > ${query.after ?? "00000000-0000-0000-0000-000000000000"}::uuid
      AND NOT EXISTS (SELECT 1 FROM role_grant g WHERE g.tenant_id = a.tenant_id AND g.account_id = holder.id
        AND g.role = m.role AND g.organization_id = a.organization_id
        AND daterange(g.valid_from, g.valid_to, '[]') && daterange(GREATEST(a.valid_from, ${today}::date), a.valid_to, '[]'))
    ORDER BY a.id LIMIT ${query.limit + 1}`.execute(database);
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}
