import { administratorRoles } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";

/** True where the account is the only active one that holds its administrator role today. */
export async function isLastAdministrator(
  transaction: Transaction,
  tenantId: number,
  accountId: string,
  today: PlainDate,
): Promise<boolean> {
  const holders = await transaction
    .selectFrom("role_grant as granted")
    .innerJoin("account", (join) =>
      join.onRef("account.tenant_id", "=", "granted.tenant_id").onRef("account.id", "=", "granted.account_id"),
    )
    .where("granted.tenant_id", "=", tenantId)
    .where("granted.role", "in", [...administratorRoles])
    .where("account.state", "=", "active")
    .where("granted.valid_from", "<=", today)
    .where(({ or, eb }) => or([eb("granted.valid_to", "is", null), eb("granted.valid_to", ">=", today)]))
    .groupBy("granted.role")
    .select([
      sql<number>`count(DISTINCT granted.account_id)::int`.as("holders"),
      sql<boolean>`bool_or(granted.account_id = ${accountId}::uuid)`.as("mine"),
    ])
    .execute();
  return holders.some((role) => role.mine && role.holders === 1);
}
