import { addDays, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { newToken, tokenDigest } from "./secrets.ts";

type NewToken = { id: string; token: string };

/** Makes a personal token of the caller, which acts with his grants until its last day, a year from now at most. */
export const createToken: UseCase<{ name: string; expiresOn: PlainDate }, NewToken, NewToken, NewToken> = {
  name: "identity.create_token",
  access: "self",
  load: async (_transaction, _input, { actor }) => ({ id: uuidv7(), token: newToken("dlt", actor.tenantId) }),
  place: () => null,
  decide(state, { expiresOn }, { today }) {
    const possible = expiresOn > today && expiresOn <= addDays(today, 366);
    return possible ? state : refuse("token.expiry_out_of_range", {}, "expiresOn");
  },
  save(saving, { id, token }, { actor, now }, { name, expiresOn }) {
    saving.insert("personal_token", {
      tenant_id: actor.tenantId,
      id,
      account_id: actor.accountId,
      name,
      token_digest: tokenDigest(token),
      created_at: now,
      expires_on: expiresOn,
    });
  },
  audit: ({ id }) => ({ object: `token ${id}` }),
  answer: (decision) => decision,
};

/** Takes one of the caller's own tokens back. */
export const revokeToken: UseCase<
  { tokenId: string },
  { tokenId: string },
  { tokenId: string },
  Record<string, never>
> = {
  name: "identity.revoke_token",
  access: "self",
  async load(transaction, { tokenId }, { actor }) {
    const token = await transaction
      .selectFrom("personal_token")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", tokenId)
      .where("account_id", "=", actor.accountId)
      .where("revoked_at", "is", null)
      .select("id")
      .executeTakeFirst();
    if (!token) throw notFound();
    return { tokenId };
  },
  place: () => null,
  decide: (state) => state,
  async save(saving, { tokenId }, { actor, now }) {
    await saving.transaction
      .updateTable("personal_token")
      .set({ revoked_at: now })
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", tokenId)
      .execute();
  },
  audit: ({ tokenId }) => ({ object: `token ${tokenId}` }),
  answer: () => ({}),
};
