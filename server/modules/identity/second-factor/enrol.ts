import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { base32, enrolmentAddress, neutralCode, stepOfCode } from "@dutyloop/domain/identity/second-factor-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { Context, UseCase } from "../../../platform/ritual/use-case.ts";
import { clockCode, newRecoveryCodes, newSecret, recoveryDigest } from "./codes.ts";
import { openSecret, sealedSecret } from "./factor-store.ts";

type Nothing = Record<string, never>;
type Beginning = { confirmed: boolean; signInName: string; groupCode: string; secret: Buffer };

/**
 * Makes a secret for the caller's application for codes. Until a code has confirmed it nothing is asked for at sign-in, and
 * beginning once more makes another one.
 */
export const beginSecondFactor: UseCase<Nothing, Beginning, Beginning, Answer<"beginSecondFactor">> = {
  name: "identity.begin_second_factor",
  access: "self",
  async load(transaction, _input, context) {
    const factor = await heldFactor(transaction, context);
    const group = await transaction
      .selectFrom("tenant")
      .where("tenant_id", "=", context.actor.tenantId)
      .select("code")
      .executeTakeFirstOrThrow();
    const confirmed = factor?.confirmed_at != null;
    return { confirmed, signInName: context.accountName, groupCode: group.code, secret: newSecret() };
  },
  place: () => null,
  decide: (state) => (state.confirmed ? refuse("second_factor.on_already") : state),
  save(saving, { secret }, { actor, now, fields }) {
    const sealed = sealedSecret(fields, actor, secret).toString("hex");
    saving.change(sql`
      INSERT INTO second_factor (tenant_id, account_id, secret, began_at)
      VALUES (${actor.tenantId}, ${actor.accountId}::uuid, decode(${sealed}, 'hex'), ${now})
      ON CONFLICT (tenant_id, account_id) DO UPDATE
        SET secret = excluded.secret, began_at = excluded.began_at, last_step = NULL`);
  },
  audit: () => ({ object: "own second factor" }),
  answer({ secret, signInName, groupCode }) {
    const text = base32(secret);
    return { secret: text, address: enrolmentAddress(`责任环 ${groupCode}`, signInName, text) };
  },
};

type Confirming = { step: number | null; codes: string[] };

/** Puts the second factor in force once a code shows that the application has the secret; answers the recovery codes. */
export const confirmSecondFactor: UseCase<
  { code: string },
  Confirming & { begun: boolean; confirmed: boolean },
  Confirming & { step: number },
  Answer<"confirmSecondFactor">
> = {
  name: "identity.confirm_second_factor",
  access: "self",
  async load(transaction, { code }, context) {
    const factor = await heldFactor(transaction, context);
    const codes = newRecoveryCodes();
    if (!factor) return { begun: false, confirmed: false, step: null, codes };
    const secret = openSecret(context.fields, context.actor, factor.secret);
    const step = stepOfCode(neutralCode(code), {
      now: context.now,
      lastStep: null,
      codeAt: (at) => clockCode(secret, at),
    });
    return { begun: true, confirmed: factor.confirmed_at !== null, step, codes };
  },
  place: () => null,
  decide({ begun, confirmed, step, codes }) {
    if (!begun) return refuse("second_factor.not_begun");
    if (confirmed) return refuse("second_factor.on_already");
    return step === null ? refuse("sign_in.code_wrong", {}, "code") : { step, codes };
  },
  async save(saving, { step, codes }, { actor, now }) {
    const { tenantId, accountId } = actor;
    await saving.transaction
      .updateTable("second_factor")
      .set({ confirmed_at: now, last_step: step })
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .execute();
    for (const code of codes) {
      saving.insert("recovery_code", {
        tenant_id: tenantId,
        account_id: accountId,
        code_digest: recoveryDigest(accountId, code),
        used_at: null,
      });
    }
  },
  audit: () => ({ object: "own second factor" }),
  answer: ({ codes }) => ({ recoveryCodes: codes }),
};

async function heldFactor(transaction: Transaction, { actor }: Context) {
  // The account is held, so that two who begin at once don't each believe in their own secret.
  await transaction
    .selectFrom("account")
    .where("tenant_id", "=", actor.tenantId)
    .where("id", "=", actor.accountId)
    .select("id")
    .forUpdate()
    .executeTakeFirstOrThrow();
  return transaction
    .selectFrom("second_factor")
    .where("tenant_id", "=", actor.tenantId)
    .where("account_id", "=", actor.accountId)
    .select(["secret", "confirmed_at"])
    .executeTakeFirst();
}
