import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { byId } from "@dutyloop/domain/organization/reorganization/next-tree.ts";
import type { Plan } from "@dutyloop/domain/organization/reorganization/plan.ts";
import { sql } from "kysely";
import { type Act, keepUpdated } from "../../platform/changes/index.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { changedRows, recordset } from "./changed-rows.ts";
import { writeStretches } from "./write-stretches.ts";

/** Writes who belongs where, who holds which post and who may see what; each kept as it was. */
export async function writePeople(transaction: Transaction, act: Act, plan: Plan): Promise<void> {
  await writeStretches(transaction, act, plan, "memberships", {
    table: "membership",
    columns: `id uuid, "personId" uuid, "organizationId" uuid, "groupId" uuid, state text, "validFrom" date, "validTo" date`,
    same: sql`t.person_id = r."personId" AND t.valid_from = r."validFrom"`,
    set: sql`organization_id = r."organizationId", group_id = r."groupId", valid_to = r."validTo"`,
    insert: sql`INSERT INTO membership (tenant_id, id, person_id, organization_id, group_id, state, valid_from, valid_to)
      SELECT ${act.tenantId}::int, id, "personId", "organizationId", "groupId", state, "validFrom", "validTo"`,
  });
  await writeStretches(transaction, act, plan, "appointments", {
    table: "appointment",
    columns: `id uuid, "personId" uuid, "organizationId" uuid, post text, "validFrom" date, "validTo" date`,
    same: sql`t.person_id = r."personId" AND t.organization_id = r."organizationId" AND t.post = r.post
      AND t.valid_from = r."validFrom"`,
    set: sql`valid_to = r."validTo"`,
    insert: sql`INSERT INTO appointment (tenant_id, id, person_id, organization_id, post, valid_from, valid_to)
      SELECT ${act.tenantId}::int, id, "personId", "organizationId", post, "validFrom", "validTo"`,
  });
  await writeGrants(transaction, act, plan);
}

/**
 * Ends grants the day before. One that was to begin only later never was, but grants aren't removed: it is cut to a day of
 * its own before its organisation stood.
 */
async function writeGrants(transaction: Transaction, act: Act, plan: Plan): Promise<void> {
  const { changed, removed } = changedRows(plan, "grants");
  const organizations = byId(plan.after);
  const columns = `"accountId" uuid, role text, "organizationId" uuid, "validFrom" date, "beginsOn" date, "validTo" date`;
  const ended = changed.map((row) => ({ ...row, beginsOn: row.validFrom }));
  const neverWere = removed.map((row, index) => {
    const day = addDays(organizations.get(row.organizationId)?.validFrom ?? row.validFrom, -1 - index);
    return { ...row, beginsOn: day, validTo: day };
  });
  await keepUpdated(transaction, act, "role_grant", {
    set: sql`valid_from = r."beginsOn", valid_to = r."validTo"`,
    from: recordset([...ended, ...neverWere], columns),
    where: sql`t.account_id = r."accountId" AND t.role = r.role AND t.organization_id = r."organizationId"
      AND t.valid_from = r."validFrom"`,
  });
}
