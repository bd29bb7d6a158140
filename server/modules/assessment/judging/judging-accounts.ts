import { permissionsOf } from "@dutyloop/domain/identity/access-policy.ts";
import { type Role, roles } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

const judgingRoles: readonly Role[] = roles.filter((role) =>
  permissionsOf(role).some(({ action }) => action === "score.judge"),
);

/** An account that may judge at an organisation, and the role by which it may. */
export type JudgingAccount = { readonly accountId: string; readonly name: string; readonly role: Role };

/**
 * The accounts whose grants let them judge at a path on a day or later: held there or above. Each once, by the grant that
 * is nearest.
 */
export async function judgingAccounts(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  on: PlainDate,
  accountId: string | null = null,
): Promise<JudgingAccount[]> {
  const { rows } = await sql<JudgingAccount>`
    SELECT DISTINCT ON (a.display_name, a.id) a.id AS "accountId", a.display_name AS name, g.role
    FROM role_grant g
    JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.state = 'active'
    JOIN organization o ON o.tenant_id = g.tenant_id AND o.id = g.organization_id
    WHERE g.tenant_id = ${tenantId} AND g.role = ANY(${[...judgingRoles]}) AND starts_with(${path}, o.path)
      AND (g.valid_to IS NULL OR g.valid_to >= ${on}::date) AND (${accountId}::uuid IS NULL OR a.id = ${accountId}::uuid)
    ORDER BY a.display_name, a.id, length(o.path) DESC, g.role`.execute(database);
  return rows;
}
