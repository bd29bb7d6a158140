import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import { topPath } from "../../platform/access/place.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { isLastAdministrator } from "./administrators.ts";
import { endSessionsOf } from "./end-sessions.ts";
import { hashPassword, randomPassword } from "./passwords.ts";

export type NewAccount = {
  signInName: string;
  displayName: string;
  personId?: string | undefined;
  password?: string | undefined;
};
type Opening = { id: string; taken: boolean; personKnown: boolean; rootPath: string; password: string; hash: string };

/**
 * Opens an account with a random one-time password, which its owner has to change at first sign-in. A program that
 * sets up a demo gives the password itself; then it stays.
 */
export const openAccount: UseCase<NewAccount, Opening, Opening, { id: string; initialPassword: string }> = {
  name: "identity.open_account",
  access: "account.manage",
  async load(transaction, input, { actor }) {
    const password = input.password ?? randomPassword();
    const taken = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", actor.tenantId)
      .where(sql<string>`lower(sign_in_name)`, "=", input.signInName.toLowerCase())
      .select("id")
      .executeTakeFirst();
    const person = input.personId
      ? await transaction
          .selectFrom("person")
          .where("tenant_id", "=", actor.tenantId)
          .where("id", "=", input.personId)
          .select("id")
          .executeTakeFirst()
      : null;
    return {
      id: uuidv7(),
      taken: taken !== undefined,
      personKnown: person !== undefined,
      rootPath: await topPath(transaction, actor.tenantId),
      password,
      hash: await hashPassword(password),
    };
  },
  place: (state) => state.rootPath,
  decide(state, { signInName }) {
    if (state.taken) return refuse("account.name_taken", { name: signInName }, "signInName");
    return state.personKnown ? state : refuse("not_found", {}, "personId");
  },
  save(saving, { id, hash }, { actor, now }, input) {
    saving.insert("account", {
      tenant_id: actor.tenantId,
      id,
      sign_in_name: input.signInName,
      display_name: input.displayName,
      person_id: input.personId ?? null,
      state: "active",
      password_hash: hash,
      password_changed_at: now,
      must_change_password: input.password === undefined,
      failed_sign_ins: 0,
      locked_until: null,
      opened_at: now,
    });
  },
  audit: ({ id }, { signInName, displayName }) => ({ object: `account ${id}`, after: { signInName, displayName } }),
  answer: ({ id, password }) => ({ id, initialPassword: password }),
};

type Closing = { accountId: string; rootPath: string; last: boolean };

/** Closes an account and ends its sessions at once. The last administrator of a kind can't be closed. */
export const closeAccount: UseCase<{ accountId: string }, Closing, Closing, Record<string, never>> = {
  name: "identity.close_account",
  access: "account.manage",
  async load(transaction, { accountId }, { actor, today }) {
    const account = await transaction
      .selectFrom("account")
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", accountId)
      .where("state", "=", "active")
      .select("id")
      .forUpdate()
      .executeTakeFirst();
    if (!account) throw notFound();
    const last = await isLastAdministrator(transaction, actor.tenantId, accountId, today);
    return { accountId, rootPath: await topPath(transaction, actor.tenantId), last };
  },
  place: (state) => state.rootPath,
  decide: (state) => (state.last ? refuse("account.last_administrator") : state),
  async save(saving, { accountId }, { actor }) {
    const { transaction } = saving;
    await transaction
      .updateTable("account")
      .set({ state: "closed" })
      .where("tenant_id", "=", actor.tenantId)
      .where("id", "=", accountId)
      .execute();
    await endSessionsOf(transaction, { tenantId: actor.tenantId, accountId });
  },
  audit: ({ accountId }) => ({ object: `account ${accountId}` }),
  answer: () => ({}),
};
