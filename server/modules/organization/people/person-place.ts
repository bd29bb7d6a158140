import type { Scope } from "@dutyloop/domain/identity/access-policy.ts";
import { covers } from "@dutyloop/domain/identity/access-policy.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

/** The branch that answers for a person, and the 党小组 in it. */
export type PersonPlace = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly path: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly groupPath: string | null;
  readonly state: MemberState;
};

/**
 * Where a person is a member on the day, else where he was last: who oversees that branch answers for him. Null where
 * nobody has this id.
 */
export async function placeOfPerson(
  database: ReadDatabase | Transaction,
  { tenantId, personId, on }: { tenantId: number; personId: string; on: PlainDate },
): Promise<PersonPlace | null> {
  const { rows } = await sql<PersonPlace>`
    SELECT o.id AS "organizationId", o.name AS "organizationName", o.path, g.id AS "groupId", g.name AS "groupName",
      g.path AS "groupPath", m.state FROM membership m
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE m.tenant_id = ${tenantId} AND m.person_id = ${personId}::uuid
    ORDER BY m.valid_from <= ${on} DESC, abs(m.valid_from - ${on}::date), m.id LIMIT 1`.execute(database);
  return rows[0] ?? null;
}

/** Whether the scope reaches a person: by his branch, or by the 党小组 he is placed in. */
export function reaches(scope: Scope, { path, groupPath }: PersonPlace): boolean {
  return covers(scope, path) || (groupPath !== null && covers(scope, groupPath));
}

/** Holds a person for the rest of the transaction: two who change something about him wait for each other. */
export async function lockPerson(transaction: Transaction, tenantId: number, personId: string): Promise<void> {
  await sql`SELECT 1 FROM person WHERE tenant_id = ${tenantId} AND id = ${personId}::uuid FOR NO KEY UPDATE`.execute(
    transaction,
  );
}
