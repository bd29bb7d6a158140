import { postRoles } from "@dutyloop/domain/organization/post-roles.ts";
import { type RawBuilder, sql } from "kysely";

/** Which role goes with which post of which kind of organisation in a group, as rows (post, kind, role) to be named. */
export function postRoleRows(tenantId: number): RawBuilder<unknown> {
  const usual = sql.join(postRoles.map(({ post, kind, role }) => sql`(${post}::text, ${kind}::text, ${role}::text)`));
  // Decided and without a role: none goes with it.
  return sql`(SELECT post, kind, coalesce(decided.role, usual.role) AS role
    FROM (VALUES ${usual}) AS usual(post, kind, role)
    FULL JOIN (SELECT * FROM post_role WHERE tenant_id = ${tenantId}) AS decided USING (post, kind)
    WHERE decided.tenant_id IS NULL OR decided.role IS NOT NULL)`;
}
