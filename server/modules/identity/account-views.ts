import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { Role } from "@dutyloop/domain/identity/things.ts";
import type { Post } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { checkWholeGroup, inScope } from "../../platform/access/place.ts";
import { postRoleRows } from "../../platform/access/post-role-rows.ts";
import type { ReadRequest } from "../../platform/http/route.ts";

export async function listAccounts({
  database,
  tenantId,
  query,
  scope,
}: ReadRequest<"listAccounts">): Promise<Answer<"listAccounts">> {
  await checkWholeGroup(database, tenantId, scope);
  const rows = await database
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .$if(query.after !== undefined, (rest) => rest.where(sql<string>`lower(sign_in_name)`, ">", query.after as string))
    .$if(query.name !== undefined, (rest) =>
      rest.where(sql<boolean>`position(lower(${query.name}) in lower(sign_in_name || ' ' || display_name)) > 0`),
    )
    .select(["id", "sign_in_name", "display_name", "state", "locked_until"])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom("second_factor as factor")
          .whereRef("factor.tenant_id", "=", "account.tenant_id")
          .whereRef("factor.account_id", "=", "account.id")
          .where("factor.confirmed_at", "is not", null)
          .select("factor.account_id"),
      ).as("second_factor"),
    )
    .orderBy(sql`lower(sign_in_name)`)
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    signInName: row.sign_in_name,
    displayName: row.display_name,
    state: row.state as "active" | "closed",
    lockedUntil: row.locked_until?.toISOString() ?? null,
    secondFactor: Boolean(row.second_factor),
  }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.signInName.toLowerCase() ?? null) : null };
}

export async function listGrants({
  database,
  tenantId,
  query,
  scope,
}: ReadRequest<"listGrants">): Promise<Answer<"listGrants">> {
  const rows = await database
    .selectFrom("role_grant as granted")
    .innerJoin("organization as place", (join) =>
      join.onRef("place.tenant_id", "=", "granted.tenant_id").onRef("place.id", "=", "granted.organization_id"),
    )
    .innerJoin("account as holder", (join) =>
      join.onRef("holder.tenant_id", "=", "granted.tenant_id").onRef("holder.id", "=", "granted.account_id"),
    )
    .where("granted.tenant_id", "=", tenantId)
    .where(inScope("place.path", scope))
    .$if(query.accountId !== undefined, (rest) => rest.where("granted.account_id", "=", query.accountId as string))
    .$if(query.after !== undefined, (rest) => rest.where("granted.id", ">", query.after as string))
    .select([
      "granted.id",
      "granted.account_id",
      "granted.role",
      "granted.organization_id",
      "granted.valid_from",
      "granted.valid_to",
      "place.name",
      "holder.display_name",
    ])
    .select(postOfGrant(tenantId).as("post"))
    .orderBy("granted.id")
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map((row) => ({
    id: row.id,
    accountId: row.account_id,
    accountName: row.display_name,
    role: row.role as Role,
    organizationId: row.organization_id,
    organizationName: row.name,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    post: row.post,
  }));
  return { items, next: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** The post of the holder that a grant goes with, if any. */
const postOfGrant = (tenantId: number) => sql<Post | null>`(SELECT a.post FROM appointment a
  JOIN account holder ON holder.tenant_id = a.tenant_id AND holder.person_id = a.person_id
  JOIN ${postRoleRows(tenantId)} AS m ON m.post = a.post AND m.kind = place.kind AND m.role = granted.role
  WHERE a.tenant_id = granted.tenant_id AND a.organization_id = granted.organization_id
    AND holder.id = granted.account_id
  ORDER BY a.valid_from DESC, a.id LIMIT 1)`;

export async function listTokens({
  database,
  tenantId,
  caller,
}: ReadRequest<"listTokens">): Promise<Answer<"listTokens">> {
  const rows = await database
    .selectFrom("personal_token")
    .where("tenant_id", "=", tenantId)
    .where("account_id", "=", caller.actor.accountId)
    .where("revoked_at", "is", null)
    .select(["id", "name", "created_at", "expires_on"])
    .orderBy("id")
    .limit(200)
    .execute();
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      createdAt: row.created_at.toISOString(),
      expiresOn: row.expires_on,
    })),
  };
}
