import type { Actor, Grant } from "@dutyloop/domain/identity/access-policy.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
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
};

/** An account with every grant it has or had; which of them hold today is decided by the policy. */
export async function loadAccount(
  database: ReadDatabase,
  tenantId: number,
  accountId: string,
): Promise<{ account: AccountState; actor: Actor } | null> {
  const rows = await database
    .selectFrom("account")
    .leftJoin("role_grant as granted", (join) =>
      join.onRef("granted.tenant_id", "=", "account.tenant_id").onRef("granted.account_id", "=", "account.id"),
    )
    .leftJoin("organization as place", (join) =>
      join.onRef("place.tenant_id", "=", "granted.tenant_id").onRef("place.id", "=", "granted.organization_id"),
    )
    .where("account.tenant_id", "=", tenantId)
    .where("account.id", "=", accountId)
    .select([
      "account.id",
      "account.sign_in_name",
      "account.display_name",
      "account.person_id",
      "account.state",
      "account.password_changed_at",
      "account.must_change_password",
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
    },
    actor: { tenantId, accountId: first.id, personId: first.person_id, grants },
  };
}

/** The account as a caller, for programs that act for it without a network (demo, CLI). */
export async function callerFor(
  database: ReadDatabase,
  tenantId: number,
  accountId: string,
  requestId: string,
): Promise<Caller> {
  const found = await loadAccount(database, tenantId, accountId);
  if (!found) throw new Error(`There is no account ${accountId}`);
  return { actor: found.actor, accountName: found.account.signInName, address: null, requestId };
}
