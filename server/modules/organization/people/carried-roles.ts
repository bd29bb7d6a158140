import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { postRoleRows } from "../../../platform/access/post-role-rows.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

export type CarriedRole = {
  readonly role: Role;
  /** An account of the holder was given it in the days of the post. */
  readonly granted: boolean;
  /** The last day of that grant; null: as long as nobody ends it. */
  readonly until: PlainDate | null;
};

/** The roles that go with appointments in this group, by appointment; one whose post carries none isn't there. */
export async function carriedRoles(
  database: ReadDatabase,
  tenantId: number,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, CarriedRole>> {
  const { rows } = await sql<CarriedRole & { id: string }>`
    SELECT a.id, carried.role, held.id IS NOT NULL AS granted, held.valid_to AS until
    FROM appointment a
    JOIN organization o ON o.tenant_id = a.tenant_id AND o.id = a.organization_id
    JOIN ${postRoleRows(tenantId)} AS carried ON carried.post = a.post AND carried.kind = o.kind
    LEFT JOIN LATERAL (SELECT g.id, g.valid_to FROM account holder
      JOIN role_grant g ON g.tenant_id = holder.tenant_id AND g.account_id = holder.id
      WHERE holder.tenant_id = a.tenant_id AND holder.person_id = a.person_id AND g.role = carried.role
        AND g.organization_id = a.organization_id
        AND daterange(g.valid_from, g.valid_to, '[]') && daterange(a.valid_from, a.valid_to, '[]')
      ORDER BY g.valid_to DESC NULLS FIRST LIMIT 1) held ON true
    WHERE a.tenant_id = ${tenantId} AND a.id = ANY(${[...appointmentIds]}::uuid[])`.execute(database);
  return new Map(rows.map(({ id, ...carried }) => [id, carried]));
}
