import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { auditRows } from "../../platform/audit/entry.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { notFound, Refused } from "../../platform/ritual/refused.ts";
import { startSaving } from "../../platform/ritual/saving.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";
import { attempt } from "./attempts.ts";
import { passwordFits } from "./passwords.ts";

type Shown = {
  readonly password: string;
  /** Of the second factor; undefined where the password is enough. */
  readonly code?: string;
  /** Where the password stands in the request. */
  readonly field: string;
};

/**
 * Asks a signed-in person once more who he is, before something that would take the account from him. Wrong answers are
 * counted together with those at sign-in, so that an open session is no way to try passwords out; they are kept and audited
 * as refused attempts at `act`.
 */
export async function prove(workshop: Workshop, caller: Caller, act: string, shown: Shown): Promise<void> {
  const { tenantId, accountId } = caller.actor;
  const account = await workshop.database
    .reading(tenantId)
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .select("password_hash")
    .executeTakeFirst();
  if (!account) throw notFound();
  const fits = await passwordFits(account.password_hash, shown.password);
  const now = workshop.clock();
  const refusal = await workshop.database.writing(tenantId, {}, async (transaction) => {
    const { refusal, lockedUntil } = await attempt(
      transaction,
      { tenantId, accountId },
      { passwordFits: fits, code: shown.code, passwordIsEnough: shown.code === undefined },
      { password: refuse("password.current_wrong", {}, shown.field), code: refuse("sign_in.code_wrong", {}, "code") },
      { now, fields: workshop.fields },
    );
    if (refusal === null) return null;
    const saving = startSaving(transaction);
    const object = lockedUntil === null ? "own account" : "account locked";
    for (const [table, row] of auditRows(workshop.auditKey, { ...caller, now }, act, null, { object }, "refused")) {
      saving.insert(table, row);
    }
    await saving.flush();
    return refusal;
  });
  if (refusal === null) return;
  workshop.wake();
  throw new Refused(refusal);
}
