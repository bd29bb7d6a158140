import { passwordRefusal, passwordRules } from "@dutyloop/domain/identity/password-rules.ts";
import type { Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { Transaction } from "../../platform/db/pools.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { hashPassword, passwordFits } from "./passwords.ts";

type Input = { next: string; keepSession: string | null };
type State = { signInName: string; used: boolean; hash: string };

/** Changes one's own password (SEC-01), proved before, and ends every other session of the account. */
export const changePassword: UseCase<Input, State, { hash: string }, Record<string, never>> = {
  name: "identity.change_password",
  access: "self",
  async load(transaction, input, context) {
    const { tenantId, accountId } = context.actor;
    const account = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", accountId)
      .select(["sign_in_name", "password_hash"])
      .forUpdate()
      .executeTakeFirst();
    if (!account) throw notFound();
    const earlier = await earlierHashes(transaction, tenantId, accountId);
    const fits = await Promise.all([account.password_hash, ...earlier].map((hash) => passwordFits(hash, input.next)));
    return {
      signInName: account.sign_in_name,
      used: fits.some(Boolean),
      hash: await hashPassword(input.next),
    };
  },
  place: () => null,
  decide(state, input): { hash: string } | Refusal {
    const refusal = passwordRefusal(input.next, { signInName: state.signInName, equalsOneOfTheLast: state.used });
    return refusal ? { ...refusal, field: "next" } : { hash: state.hash };
  },
  async save(saving, { hash }, context, input) {
    const { tenantId, accountId } = context.actor;
    const { transaction } = saving;
    const { password_hash } = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", tenantId)
      .where("id", "=", accountId)
      .select("password_hash")
      .executeTakeFirstOrThrow();
    saving.insert("password_history", {
      tenant_id: tenantId,
      account_id: accountId,
      changed_at: context.now,
      password_hash,
    });
    await transaction
      .updateTable("account")
      .set({ password_hash: hash, password_changed_at: context.now, must_change_password: false })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", accountId)
      .execute();
    await transaction
      .deleteFrom("session")
      .where("tenant_id", "=", tenantId)
      .where("account_id", "=", accountId)
      .$if(input.keepSession !== null, (query) => query.where("token_digest", "<>", input.keepSession as string))
      .execute();
  },
  audit: () => ({ object: "own password" }),
  answer: () => ({}),
};

async function earlierHashes(transaction: Transaction, tenantId: number, accountId: string): Promise<string[]> {
  const rows = await transaction
    .selectFrom("password_history")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .select("password_hash")
    .orderBy("changed_at", "desc")
    .limit(passwordRules.history - 1)
    .execute();
  return rows.map((row) => row.password_hash);
}
