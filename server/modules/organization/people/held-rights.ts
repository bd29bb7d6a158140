import type { Role } from "@dutyloop/domain/identity/things.ts";
import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Saving } from "../../../platform/ritual/saving.ts";

/** Roles of a member, or of a post in a branch; the others come with the work and are ended by hand. */
const rolesOfMembers: readonly Role[] = [
  "general_branch_secretary",
  "branch_secretary",
  "branch_committee_member",
  "group_leader",
  "party_member",
];

/**
 * Ends the rights of a member's accounts the day before a day, as his posts end: where he is no member any more he has no
 * business. Those on organisations at and above `newPath` go on; null: all of them end.
 */
export function endRights(
  saving: Saving,
  tenantId: number,
  { personId, startsOn, newPath }: { personId: string; startsOn: PlainDate; newPath: string | null },
): void {
  const lastDay = addDays(startsOn, -1);
  saving.change(sql`UPDATE role_grant g SET valid_to = ${lastDay}::date FROM account a, organization o
    WHERE g.tenant_id = ${tenantId} AND g.role = ANY(${[...rolesOfMembers]}::text[]) AND g.valid_from <= ${lastDay}::date
      AND (g.valid_to IS NULL OR g.valid_to > ${lastDay}::date)
      AND a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.person_id = ${personId}::uuid
      AND o.tenant_id = g.tenant_id AND o.id = g.organization_id AND NOT starts_with(${newPath ?? ""}::text, o.path)`);
}
