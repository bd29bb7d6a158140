import { isClockCode, neutralCode, stepOfCode } from "@dutyloop/domain/identity/second-factor-rules.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { FieldCipher } from "../../../platform/fields/field-cipher.ts";
import { clockCode, recoveryDigest } from "./codes.ts";

export type OfAccount = { readonly tenantId: number; readonly accountId: string };
/** What was typed, as far as it is good for one sign-in. */
export type GoodCode = { readonly step: number } | { readonly recoveryDigest: string };

export function sealedSecret(fields: FieldCipher, account: OfAccount, secret: Buffer): Buffer {
  return fields.encrypt(secret.toString("hex"), placeOf(account));
}

export function openSecret(fields: FieldCipher, account: OfAccount, sealed: Buffer): Buffer {
  return Buffer.from(fields.decrypt(sealed, placeOf(account)), "hex");
}

function placeOf({ tenantId, accountId }: OfAccount) {
  return { tenantId, ownerId: accountId, column: "second_factor.secret" };
}

/** The code's step or recovery code where it is good, null where it isn't. The account's row has to be locked. */
export async function goodCode(
  transaction: Transaction,
  account: OfAccount,
  typed: string,
  { now, fields }: { now: Date; fields: FieldCipher },
): Promise<GoodCode | null> {
  const code = neutralCode(typed);
  if (isClockCode(code)) {
    const row = await transaction
      .selectFrom("second_factor")
      .where("tenant_id", "=", account.tenantId)
      .where("account_id", "=", account.accountId)
      .select(["secret", "last_step"])
      .executeTakeFirst();
    if (!row) return null;
    const secret = openSecret(fields, account, row.secret);
    const lastStep = row.last_step === null ? null : Number(row.last_step);
    const step = stepOfCode(code, { now, lastStep, codeAt: (at) => clockCode(secret, at) });
    return step === null ? null : { step };
  }
  const digest = recoveryDigest(account.accountId, code);
  const known = await transaction
    .selectFrom("recovery_code")
    .where("tenant_id", "=", account.tenantId)
    .where("account_id", "=", account.accountId)
    .where("code_digest", "=", digest)
    .where("used_at", "is", null)
    .select("code_digest")
    .executeTakeFirst();
  return known ? { recoveryDigest: digest } : null;
}

/** A code is good once. */
export async function useUp(transaction: Transaction, account: OfAccount, code: GoodCode, now: Date): Promise<void> {
  const { tenantId, accountId } = account;
  if ("step" in code) {
    await transaction
      .updateTable("second_factor")
      .set({ last_step: code.step })
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .execute();
    return;
  }
  await transaction
    .updateTable("recovery_code")
    .set({ used_at: now })
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .where("code_digest", "=", code.recoveryDigest)
    .execute();
}

/** Takes the second factor away, with its recovery codes. */
export async function dropFactor(transaction: Transaction, { tenantId, accountId }: OfAccount): Promise<void> {
  await transaction
    .deleteFrom("second_factor")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}
