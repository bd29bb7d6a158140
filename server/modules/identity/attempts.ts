import { afterAttempt, type SignInAttempts, type Verdict } from "@dutyloop/domain/identity/lockout-rules.ts";
import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { alarmRow } from "../../platform/audit/alarm-row.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import type { FieldCipher } from "../../platform/fields/field-cipher.ts";
import { goodCode, type OfAccount, useUp } from "./second-factor/factor-store.ts";

/** What somebody shows who he is by: whether his password fits, and what he typed as code where one is asked for. */
type Shown = { readonly passwordFits: boolean; readonly code: string | undefined; readonly passwordIsEnough?: boolean };
type Judged = { readonly verdict: Verdict; readonly refusal: Refusal | null };
type Attempt = { readonly refusal: Refusal | null; readonly lockedUntil: Date | null };

/** Sentences for what was wrong; they differ between the sign-in page and a form of a signed-in person. */
type Wordings = { readonly password: Refusal; readonly code: Refusal };

/**
 * Judges an attempt at an account and counts it (SEC-02). The account's row is held until the end of the transaction, so
 * that attempts sent at once are counted one after the other and a code is taken once.
 */
export async function attempt(
  transaction: Transaction,
  account: OfAccount,
  shown: Shown,
  wordings: Wordings,
  { now, fields }: { now: Date; fields: FieldCipher },
): Promise<Attempt> {
  const held = await heldAccount(transaction, account);
  if (!held) throw new Error("The account isn't there any more");
  const { attempts, hasFactor } = held;
  const judge = async (): Promise<Judged> => {
    if (!shown.passwordFits) return { verdict: "wrong", refusal: wordings.password };
    if (!hasFactor || shown.passwordIsEnough) return { verdict: "right", refusal: null };
    if (shown.code === undefined) return { verdict: "unfinished", refusal: refuse("sign_in.code_needed", {}, "code") };
    const good = await goodCode(transaction, account, shown.code, { now, fields });
    if (good) await useUp(transaction, account, good, now);
    return good ? { verdict: "right", refusal: null } : { verdict: "wrong", refusal: wordings.code };
  };
  const locked = afterAttempt(attempts, "unfinished", now).lockedUntil;
  if (locked) return { refusal: lockedRefusal(locked, now), lockedUntil: locked };
  const { verdict, refusal } = await judge();
  const after = afterAttempt(attempts, verdict, now);
  // Whoever was locked before came no further than the lines above.
  if (after.lockedUntil) {
    const alarm = { kind: "account_locked", figure: after.attempts.failures } as const;
    await transaction
      .insertInto("alarm")
      .values(alarmRow(account, now, alarm))
      .execute();
  }
  if (after.attempts.failures !== attempts.failures || after.attempts.lockedUntil !== attempts.lockedUntil)
    await keepAttempts(transaction, account, after.attempts);
  const { lockedUntil } = after;
  return { refusal: lockedUntil ? lockedRefusal(lockedUntil, now) : refusal, lockedUntil };
}

/** Stands for the account that an unknown name doesn't have. */
const nobody = "00000000-0000-0000-0000-000000000000";

/** Judges an attempt at a name without an account. The same is asked of the database as for one with it, so that time tells nothing. */
export async function attemptAtNobody(
  transaction: Transaction,
  tenantId: number,
  before: SignInAttempts,
  now: Date,
): Promise<Attempt & { readonly attempts: SignInAttempts }> {
  const account = { tenantId, accountId: nobody };
  await heldAccount(transaction, account);
  const { attempts, lockedUntil } = afterAttempt(before, "wrong", now);
  await keepAttempts(transaction, account, attempts);
  return { refusal: lockedUntil ? lockedRefusal(lockedUntil, now) : refuse("sign_in.wrong"), lockedUntil, attempts };
}

function lockedRefusal(until: Date, now: Date): Refusal {
  return refuse("sign_in.locked", { minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)) });
}

async function heldAccount(
  transaction: Transaction,
  { tenantId, accountId }: OfAccount,
): Promise<{ attempts: SignInAttempts; hasFactor: boolean } | null> {
  const row = await transaction
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .select(["failed_sign_ins", "locked_until"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("second_factor")
          .whereRef("second_factor.tenant_id", "=", "account.tenant_id")
          .whereRef("second_factor.account_id", "=", "account.id")
          .where("confirmed_at", "is not", null)
          .select("confirmed_at"),
      ).as("has_factor"),
    )
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    attempts: { failures: row.failed_sign_ins, lockedUntil: row.locked_until },
    hasFactor: Boolean(row.has_factor),
  };
}

async function keepAttempts(
  transaction: Transaction,
  { tenantId, accountId }: OfAccount,
  { failures, lockedUntil }: SignInAttempts,
): Promise<void> {
  await transaction
    .updateTable("account")
    .set({ failed_sign_ins: failures, locked_until: lockedUntil })
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .execute();
}
