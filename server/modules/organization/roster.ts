import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { RosterEntry } from "@dutyloop/domain/organization/things.ts";
import { committeePosts, type MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type NamedRosterEntry = RosterEntry & { readonly name: string };

/** The members of a branch on a day, with what decides who is expected and who votes. */
export async function rosterOn(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  on: PlainDate,
): Promise<NamedRosterEntry[]> {
  const { rows } = await sql<{
    personId: string;
    name: string;
    memberState: MemberState;
    exempt: boolean;
    groupId: string | null;
    committeeMember: boolean;
  }>`
    SELECT p.id AS "personId", p.name, m.state AS "memberState", p.exempt_from_attendance AS exempt, m.group_id AS "groupId",
      EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = m.tenant_id AND a.person_id = m.person_id
        AND a.organization_id = m.organization_id AND a.post = ANY(${[...committeePosts]})
        AND a.valid_from <= ${on} AND (a.valid_to IS NULL OR a.valid_to >= ${on})) AS "committeeMember"
    FROM membership m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    WHERE m.tenant_id = ${tenantId} AND m.organization_id = ${organizationId}
      AND m.valid_from <= ${on} AND (m.valid_to IS NULL OR m.valid_to >= ${on})
    ORDER BY m.id`.execute(database);
  return rows.map((row) => ({ ...row, leftOutOfVoters: false }));
}
