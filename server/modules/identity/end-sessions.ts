import type { Transaction } from "../../platform/db/pools.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";

type Input = { onlyDigest: string | null };
type State = { digests: string[] };

/** Ends the caller's own session, or all of them: a lost telephone is signed out from anywhere. */
export const endSessions: UseCase<Input, State, State, { ended: number }> = {
  name: "identity.sign_out",
  access: "self",
  async load(transaction, { onlyDigest }, { actor }) {
    const rows = await transaction
      .selectFrom("session")
      .where("tenant_id", "=", actor.tenantId)
      .where("account_id", "=", actor.accountId)
      .$if(onlyDigest !== null, (query) => query.where("token_digest", "=", onlyDigest as string))
      .select("token_digest")
      .execute();
    return { digests: rows.map((row) => row.token_digest) };
  },
  place: () => null,
  decide: (state) => state,
  async save(saving, { digests }, { actor }) {
    if (digests.length === 0) return;
    await saving.transaction
      .deleteFrom("session")
      .where("tenant_id", "=", actor.tenantId)
      .where("account_id", "=", actor.accountId)
      .where("token_digest", "in", digests)
      .execute();
  },
  audit: ({ digests }, { onlyDigest }) => ({ object: onlyDigest === null ? `${digests.length} sessions` : "session" }),
  answer: ({ digests }) => ({ ended: digests.length }),
};

/** Ends every session of an account. */
export async function endSessionsOf(
  transaction: Transaction,
  { tenantId, accountId }: { readonly tenantId: number; readonly accountId: string },
): Promise<void> {
  await transaction
    .deleteFrom("session")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", accountId)
    .execute();
}
