import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { exemptTags } from "@dutyloop/domain/organization/member-things.ts";
import type { RosterEntry } from "@dutyloop/domain/organization/things.ts";
import { committeePosts, type MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";

export type NamedRosterEntry = RosterEntry & { readonly name: string };

/**
 * The members of a branch on a day, with what decides who is expected and who votes. Who is to correct something within a
 * term is expected and votes like any full member, and is one here: forms and records are read by everybody (MEM-12).
 */
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
    SELECT p.id AS "personId", p.name, CASE m.state WHEN 'CORRECTING' THEN 'FULL' ELSE m.state END AS "memberState",
      p.exempt_from_attendance OR EXISTS (SELECT 1 FROM member_tag t WHERE t.tenant_id = m.tenant_id
        AND t.person_id = m.person_id AND t.tag = ANY(${[...exemptTags]})
        AND t.valid_from <= ${on} AND (t.valid_to IS NULL OR t.valid_to >= ${on})) AS exempt, m.group_id AS "groupId",
      EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = m.tenant_id AND a.person_id = m.person_id
        AND a.organization_id = m.organization_id AND a.post = ANY(${[...committeePosts]})
        AND a.valid_from <= ${on} AND (a.valid_to IS NULL OR a.valid_to >= ${on})) AS "committeeMember"
    FROM membership m JOIN person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
    WHERE m.tenant_id = ${tenantId} AND m.organization_id = ${organizationId}
      AND m.valid_from <= ${on} AND (m.valid_to IS NULL OR m.valid_to >= ${on})
    ORDER BY m.id`.execute(database);
  return rows.map((row) => ({ ...row, leftOutOfVoters: false }));
}
