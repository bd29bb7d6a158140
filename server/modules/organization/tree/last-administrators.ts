import { administratorRoles } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { holds } from "../../../platform/access/place.ts";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

export type LastAdministrators = { readonly role: string; readonly organizationId: string };

/**
 * Administrators of a kind that the group would have no more if these organisations ended, with one of those that their rights
 * are given on; null where each kind goes on having somebody (SEC-08). What counts is the day from which they stand no
 * more, or today where that is later.
 */
export async function lastAdministratorsOf(
  database: ReadDatabase | Transaction,
  tenantId: number,
  ended: readonly string[],
  [from, today]: readonly [PlainDate, PlainDate],
): Promise<LastAdministrators | null> {
  const on = [from, today].toSorted()[1] as PlainDate;
  const { rows } = await sql<LastAdministrators>`
    SELECT g.role, min(g.organization_id::text) AS "organizationId" FROM role_grant g
    JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.state = 'active'
    WHERE g.tenant_id = ${tenantId} AND g.role = ANY(${[...administratorRoles]}) AND ${holds("g", on)}
    GROUP BY g.role HAVING bool_and(g.organization_id = ANY(${[...ended]}::uuid[]))
    ORDER BY g.role LIMIT 1`.execute(database);
  return rows[0] ?? null;
}
