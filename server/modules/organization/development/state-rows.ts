import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { MemberState } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { markMonths } from "../people/mark-months.ts";

type Row = {
  readonly id: string;
  readonly organization_id: string;
  readonly group_id: string | null;
  readonly valid_from: PlainDate;
  readonly valid_to: PlainDate | null;
};
export type Change = {
  readonly personId: string;
  readonly organizationId: string;
  readonly from: MemberState;
  readonly to: MemberState;
  /** First day of the new state; may lie before today. */
  readonly startsOn: PlainDate;
};

/**
 * Writes a state into the memberships from a day on. What lies wholly behind the day becomes the new state, what reaches
 * over it is cut in two: so a state that is approved months after the meeting holds from the meeting on, also where the
 * person has changed the branch or the 党小组 since.
 */
export async function writeState(saving: Saving, context: Context, change: Change): Promise<void> {
  const { transaction } = saving;
  const { tenantId } = context.actor;
  const rows = await rowsFrom(saving, tenantId, change, change.from);
  for (const row of rows) {
    if (row.valid_from >= change.startsOn) {
      await sql`UPDATE membership SET state = ${change.to} WHERE tenant_id = ${tenantId} AND id = ${row.id}::uuid`.execute(
        transaction,
      );
      continue;
    }
    await sql`UPDATE membership SET valid_to = ${addDays(change.startsOn, -1)}
      WHERE tenant_id = ${tenantId} AND id = ${row.id}::uuid`.execute(transaction);
    saving.insert("membership", {
      ...row,
      tenant_id: tenantId,
      id: uuidv7(),
      person_id: change.personId,
      state: change.to,
      valid_from: change.startsOn,
    });
  }
  markMonths(saving, context, branchesOf(rows), change.startsOn);
}

/** Puts back what `writeState` wrote: the state before from that day on, and one stretch again where it was cut. */
export async function restoreState(saving: Saving, context: Context, change: Change): Promise<void> {
  const { transaction } = saving;
  const { tenantId } = context.actor;
  const rows = await rowsFrom(saving, tenantId, change, change.to);
  for (const row of rows) {
    await sql`UPDATE membership SET state = ${change.from} WHERE tenant_id = ${tenantId} AND id = ${row.id}::uuid`.execute(
      transaction,
    );
  }
  const cut = rows.find(({ valid_from }) => valid_from === change.startsOn);
  if (cut) await joinToBefore(saving, tenantId, change, cut);
  markMonths(saving, context, branchesOf(rows), change.startsOn);
}

async function joinToBefore(saving: Saving, tenantId: number, change: Change, cut: Row): Promise<void> {
  const before = await sql<{ id: string }>`SELECT id FROM membership WHERE tenant_id = ${tenantId}
    AND person_id = ${change.personId}::uuid AND valid_to = ${addDays(change.startsOn, -1)} AND state = ${change.from}
    AND organization_id = ${cut.organization_id}::uuid AND group_id IS NOT DISTINCT FROM ${cut.group_id}::uuid`.execute(
    saving.transaction,
  );
  const [joined] = before.rows;
  if (!joined) return;
  await sql`DELETE FROM membership WHERE tenant_id = ${tenantId} AND id = ${cut.id}::uuid`.execute(saving.transaction);
  await sql`UPDATE membership SET valid_to = ${cut.valid_to} WHERE tenant_id = ${tenantId} AND id = ${joined.id}::uuid`.execute(
    saving.transaction,
  );
}

/** Memberships in a state that reach to the day or beyond it. */
async function rowsFrom(
  { transaction }: Saving,
  tenantId: number,
  { personId, startsOn }: Change,
  state: MemberState,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    SELECT id, organization_id, group_id, valid_from, valid_to FROM membership
    WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid AND state = ${state}
      AND (valid_to IS NULL OR valid_to >= ${startsOn}::date) ORDER BY valid_from`.execute(transaction);
  return rows;
}

function branchesOf(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ organization_id }) => organization_id))];
}

/** Places the person in a 党小组 of his branch from a day on. */
export async function joinGroup(
  saving: Saving,
  tenantId: number,
  {
    personId,
    organizationId,
    groupId,
    on,
  }: { personId: string; organizationId: string; groupId: string; on: PlainDate },
): Promise<void> {
  const { transaction } = saving;
  const { rows } = await sql<Row & { state: MemberState }>`
    SELECT id, organization_id, group_id, state, valid_from, valid_to FROM membership
    WHERE tenant_id = ${tenantId} AND person_id = ${personId}::uuid AND organization_id = ${organizationId}::uuid
      AND (valid_to IS NULL OR valid_to >= ${on}::date)
    ORDER BY valid_from`.execute(transaction);
  for (const row of rows) {
    if (row.group_id === groupId) continue;
    if (row.valid_from >= on) {
      await sql`UPDATE membership SET group_id = ${groupId}::uuid WHERE tenant_id = ${tenantId} AND id = ${row.id}::uuid`.execute(
        transaction,
      );
      continue;
    }
    await sql`UPDATE membership SET valid_to = ${addDays(on, -1)} WHERE tenant_id = ${tenantId} AND id = ${row.id}::uuid`.execute(
      transaction,
    );
    saving.insert("membership", {
      ...row,
      tenant_id: tenantId,
      id: uuidv7(),
      person_id: personId,
      group_id: groupId,
      valid_from: on,
    });
  }
}
