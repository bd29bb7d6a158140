import { auditRows } from "../../../platform/audit/entry.ts";
import type { Workshop } from "../../../platform/ritual/perform.ts";
import { startSaving } from "../../../platform/ritual/saving.ts";
import { endSessionsOf } from "../end-sessions.ts";
import { dropFactor } from "./factor-store.ts";

type Reset = { readonly tenantId: number; readonly signInName: string; readonly requestId: string };

/**
 * Takes the second factor of an account away from the machine itself, for the security administrator whom nobody else can
 * help, and ends its sessions. Nobody signed in does it, so the audit says `system`.
 * @returns whether the account is known and active, and had one
 */
export function resetFromMachine(
  { database, auditKey, clock }: Workshop,
  { tenantId, signInName, requestId }: Reset,
): Promise<"reset" | "none" | "unknown"> {
  return database.writing(tenantId, {}, async (transaction) => {
    const account = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", tenantId)
      .where((where) => where(where.fn("lower", ["sign_in_name"]), "=", signInName.toLowerCase()))
      .where("state", "=", "active")
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    if (!account) return "unknown";
    const ofAccount = { tenantId, accountId: account.id };
    const factor = await transaction
      .selectFrom("second_factor")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", account.id)
      .select("account_id")
      .forUpdate()
      .executeTakeFirst();
    if (!factor) return "none";
    await dropFactor(transaction, ofAccount);
    await endSessionsOf(transaction, ofAccount);
    const actor = { tenantId, accountId: "", personId: null, grants: [] };
    const context = { actor, accountName: "system", address: null, requestId, now: clock() };
    const saving = startSaving(transaction);
    const audited = { object: `account ${account.id}` };
    for (const [table, entry] of auditRows(auditKey, context, "identity.reset_second_factor", null, audited))
      saving.insert(table, entry);
    await saving.flush();
    return "reset";
  });
}
