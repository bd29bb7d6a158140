import { passwordRefusal } from "@dutyloop/domain/identity/password-rules.ts";
import type { AdministratorRole } from "@dutyloop/domain/identity/things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { auditRows } from "../../platform/audit/entry.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { Refused } from "../../platform/ritual/refused.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import { hashPassword } from "./passwords.ts";

export type NewAdministrator = { signInName: string; displayName: string; password: string };
export type NewGroup = {
  code: string;
  name: string;
  /** First day of the group's top organisation. */
  from: string;
  /** First day of its administrators' roles; that of the organisation where nobody says. */
  grantedFrom?: string;
  /** Refused with `setup.already_done` where there is a group. */
  onlyAsFirst?: boolean;
  systemAdministrator: NewAdministrator;
  securityAdministrator: NewAdministrator;
  auditAdministrator: NewAdministrator;
};
/** Two who set up a new system at once must not both succeed; the number is arbitrary but fixed. */
const foundingLock = 7_080_005;
export type FoundedGroup = { tenantId: number; rootId: string; administrators: Record<AdministratorRole, string> };

/**
 * Makes a group with its top organisation (a 党委) and its three administrators, who are three different people
 * (SEC-06, SEC-08). Refuses names used twice and weak passwords; then nothing is made.
 */
export async function foundGroup(workshop: Workshop, group: NewGroup, requestId: string): Promise<FoundedGroup> {
  const administrators: [AdministratorRole, NewAdministrator, string][] = [
    ["system_administrator", group.systemAdministrator, "systemAdministrator"],
    ["security_administrator", group.securityAdministrator, "securityAdministrator"],
    ["audit_administrator", group.auditAdministrator, "auditAdministrator"],
  ];
  checkAdministrators(administrators);
  const hashes = await Promise.all(administrators.map(([, { password }]) => hashPassword(password)));
  const now = workshop.clock();
  const rootId = uuidv7();
  const ids = administrators.map(() => uuidv7());
  const tenantId = await workshop.database.writing(0, {}, async (transaction) => {
    if (group.onlyAsFirst) await checkFirst(transaction);
    const row = await transaction
      .insertInto("tenant")
      .values({ code: group.code, name: group.name, time_zone: workshop.timeZone, next_label: 2, founded_at: now })
      .returning("tenant_id")
      .executeTakeFirstOrThrow();
    const tenant_id = row.tenant_id;
    await sql`SELECT set_config('dutyloop.tenant', ${String(tenant_id)}, true)`.execute(transaction);
    const saving = startSaving(transaction);
    saving.insert("organization", {
      tenant_id,
      id: rootId,
      parent_id: null,
      kind: "COMMITTEE",
      class: null,
      code: group.code,
      name: group.name,
      path: "1.",
      label: 1,
      restriction: null,
      valid_from: group.from,
      valid_to: null,
    });
    saving.insert("organization_place", {
      tenant_id,
      organization_id: rootId,
      valid_from: group.from,
      valid_to: null,
      parent_id: null,
      path: "1.",
      name: group.name,
      class: null,
    });
    administrators.forEach(([role, { signInName, displayName }], index) => {
      saving.insert("account", {
        tenant_id,
        id: ids[index],
        sign_in_name: signInName,
        display_name: displayName,
        person_id: null,
        state: "active",
        password_hash: hashes[index],
        password_changed_at: now,
        must_change_password: false,
        failed_sign_ins: 0,
        locked_until: null,
        opened_at: now,
      });
      saving.insert("role_grant", {
        tenant_id,
        id: uuidv7(),
        account_id: ids[index],
        role,
        organization_id: rootId,
        valid_from: group.grantedFrom ?? group.from,
        valid_to: null,
      });
    });
    const actor = { tenantId: tenant_id, accountId: "", personId: null, grants: [] };
    const context = {
      actor,
      accountName: "system",
      address: null,
      requestId,
      now,
    };
    for (const [table, entry] of auditRows(workshop.auditKey, context, "identity.found_group", "1.", {
      object: `group ${group.code}`,
    }))
      saving.insert(table, entry);
    await saving.flush();
    return tenant_id;
  });
  const [system, security, audit] = ids as [string, string, string];
  return {
    tenantId,
    rootId,
    administrators: { system_administrator: system, security_administrator: security, audit_administrator: audit },
  };
}

async function checkFirst(transaction: Transaction): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${foundingLock})`.execute(transaction);
  const known = await transaction.selectFrom("tenant").select("tenant_id").limit(1).executeTakeFirst();
  if (known) throw new Refused(refuse("setup.already_done"));
}

function checkAdministrators(administrators: [AdministratorRole, NewAdministrator, string][]): void {
  const names = new Set(administrators.map(([, { signInName }]) => signInName.trim().toLowerCase()));
  if (names.size !== administrators.length) throw new Refused(refuse("setup.administrators_not_three"));
  for (const [, { password, signInName }, field] of administrators) {
    const refusal = passwordRefusal(password, { signInName, equalsOneOfTheLast: false });
    if (refusal) throw new Refused({ ...refusal, field: `${field}.password` });
  }
}
