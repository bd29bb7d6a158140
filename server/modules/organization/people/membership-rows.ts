import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";

/** One stretch of a membership: a state in a branch, and the 党小组 there. */
export type MembershipRow = {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly path: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly state: MemberState;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** All stretches of a person's membership, oldest first. */
export async function membershipsOf(
  database: ReadDatabase | Transaction,
  tenantId: number,
  personId: string,
): Promise<MembershipRow[]> {
  const { rows } = await sql<MembershipRow>`
    SELECT m.id, m.organization_id AS "organizationId", o.name AS "organizationName", o.path, m.group_id AS "groupId",
      g.name AS "groupName", m.state, m.valid_from AS "from", m.valid_to AS "to" FROM membership m
    JOIN organization o ON o.tenant_id = m.tenant_id AND o.id = m.organization_id
    LEFT JOIN organization g ON g.tenant_id = m.tenant_id AND g.id = m.group_id
    WHERE m.tenant_id = ${tenantId} AND m.person_id = ${personId}::uuid ORDER BY m.valid_from`.execute(database);
  return rows;
}

/**
 * First day on which the last stretch's state holds without a break, as `read` reads states: a change of branch or 党小组
 * doesn't begin a state.
 */
export function stateSince<S>(rows: readonly MembershipRow[], read: (state: MemberState) => S): PlainDate | null {
  let since: PlainDate | null = null;
  let state: S | null = null;
  for (const row of rows.toReversed()) {
    if (since !== null && (read(row.state) !== state || row.to === null || addDays(row.to, 1) !== since)) break;
    since = row.from;
    state = read(row.state);
  }
  return since;
}
