import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { topPath } from "../../../platform/access/place.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";
import type { UseCase } from "../../../platform/ritual/use-case.ts";
import { endSessionsOf } from "../end-sessions.ts";
import { dropFactor, type OfAccount } from "./factor-store.ts";

type Nothing = Record<string, never>;

/** Takes one's own second factor away; who asks has proved himself by password and code before. */
export const removeSecondFactor: UseCase<Nothing, Nothing, Nothing, Nothing> = {
  name: "identity.remove_second_factor",
  access: "self",
  async load(transaction, _input, { actor }) {
    if (!(await hasFactor(transaction, actor))) throw notFound();
    return {};
  },
  place: () => null,
  decide: (state) => state,
  save: (saving, _decision, { actor }) => dropFactor(saving.transaction, actor),
  audit: () => ({ object: "own second factor" }),
  answer: () => ({}),
};

type Resetting = { rootPath: string; own: boolean };

/**
 * Takes another's second factor away after its device and the recovery codes were lost, and ends his sessions. Nobody does
 * it for himself: an open session isn't enough for that.
 */
export const resetSecondFactor: UseCase<{ accountId: string }, Resetting, Resetting, Nothing> = {
  name: "identity.reset_second_factor",
  access: "account.secure",
  async load(transaction, { accountId }, { actor }) {
    if (!(await hasFactor(transaction, { tenantId: actor.tenantId, accountId }))) throw notFound();
    return { rootPath: await topPath(transaction, actor.tenantId), own: accountId === actor.accountId };
  },
  place: ({ rootPath }) => rootPath,
  decide: (state) => (state.own ? refuse("second_factor.reset_by_another") : state),
  async save({ transaction }, _decision, { actor }, { accountId }) {
    const account = { tenantId: actor.tenantId, accountId };
    await dropFactor(transaction, account);
    await endSessionsOf(transaction, account);
  },
  audit: (_decision, { accountId }) => ({ object: `account ${accountId}` }),
  answer: () => ({}),
};

async function hasFactor(transaction: Transaction, { tenantId, accountId }: OfAccount): Promise<boolean> {
  const row = await transaction
    .selectFrom("second_factor")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .select("account_id")
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}
