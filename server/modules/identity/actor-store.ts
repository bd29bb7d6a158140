import type { Actor, Grant } from "@dutyloop/domain/identity/access-policy.ts";
import type { SessionTimes } from "@dutyloop/domain/identity/lockout-rules.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { Caller } from "../../platform/ritual/use-case.ts";

export type AccountState = {
  id: string;
  signInName: string;
  displayName: string;
  personId: string | null;
  state: string;
  passwordChangedAt: Date;
  mustChangePassword: boolean;
  /** Whether it signs in with a second factor. */
  secondFactor: boolean;
};

/** How an account is found: by its id, by the digest of a session's token, or of a personal token that is good on a day. */
export type AccountKey =
  | { readonly accountId: string }
  | { readonly session: string }
  | { readonly personalToken: string; readonly on: PlainDate };

type Loaded = { account: AccountState; actor: Actor; session: SessionTimes | null };

/**
 * An account with every grant it has or had; which of them hold today is decided by the policy. One statement, as every
 * request begins with it.
 */
export async function loadAccount(database: ReadDatabase, tenantId: number, key: AccountKey): Promise<Loaded | null> {
  const rows = await database
    .selectFrom("account")
    .leftJoin("session", (join) =>
      join
        .onRef("session.tenant_id", "=", "account.tenant_id")
        .onRef("session.account_id", "=", "account.id")
        .on("session.token_digest", "=", "session" in key ? key.session : ""),
    )
    .leftJoin("second_factor as factor", (join) =>
      join
        .onRef("factor.tenant_id", "=", "account.tenant_id")
        .onRef("factor.account_id", "=", "account.id")
        .on("factor.confirmed_at", "is not", null),
    )
    .leftJoin("role_grant as granted", (join) =>
      join.onRef("granted.tenant_id", "=", "account.tenant_id").onRef("granted.account_id", "=", "account.id"),
    )
    .leftJoin("organization as place", (join) =>
      join.onRef("place.tenant_id", "=", "granted.tenant_id").onRef("place.id", "=", "granted.organization_id"),
    )
    .where("account.tenant_id", "=", tenantId)
    .where("account.id", "=", accountOf(tenantId, key))
    .select([
      "account.id",
      "account.sign_in_name",
      "account.display_name",
      "account.person_id",
      "account.state",
      "account.password_changed_at",
      "account.must_change_password",
      "session.started_at",
      "session.last_seen_at",
      "factor.confirmed_at",
      "granted.role",
      "granted.organization_id",
      "granted.valid_from",
      "granted.valid_to",
      "place.path",
    ])
    .execute();
  const first = rows[0];
  if (!first) return null;
  const grants = rows.flatMap((row): Grant[] =>
    row.role === null || row.path === null || row.organization_id === null || row.valid_from === null
      ? []
      : [
          {
            role: row.role as Role,
            organizationId: row.organization_id,
            path: row.path,
            validFrom: row.valid_from,
            validTo: row.valid_to,
          },
        ],
  );
  return {
    account: {
      id: first.id,
      signInName: first.sign_in_name,
      displayName: first.display_name,
      personId: first.person_id,
      state: first.state,
      passwordChangedAt: first.password_changed_at,
      mustChangePassword: first.must_change_password,
      secondFactor: first.confirmed_at !== null,
    },
    session:
      first.started_at === null || first.last_seen_at === null
        ? null
        : { startedAt: first.started_at, lastSeenAt: first.last_seen_at },
    actor: { tenantId, accountId: first.id, personId: first.person_id, grants },
  };
}

function accountOf(tenantId: number, key: AccountKey) {
  if ("accountId" in key) return sql<string>`${key.accountId}::uuid`;
  if ("session" in key)
    return sql<string>`(SELECT account_id FROM session WHERE tenant_id = ${tenantId} AND token_digest = ${key.session})`;
  return sql<string>`(SELECT account_id FROM personal_token WHERE tenant_id = ${tenantId}
    AND token_digest = ${key.personalToken} AND revoked_at IS NULL AND expires_on >= ${key.on}::date)`;
}

/** The account as a caller, for programs that act for it without a network (demo, CLI). */
export async function callerFor(
  database: ReadDatabase,
  tenantId: number,
  accountId: string,
  requestId: string,
): Promise<Caller> {
  const found = await loadAccount(database, tenantId, { accountId });
  if (!found) throw new Error(`There is no account ${accountId}`);
  return { actor: found.actor, accountName: found.account.signInName, address: null, requestId };
}
