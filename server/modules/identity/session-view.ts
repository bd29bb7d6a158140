import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isNowhere, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { actions } from "@dutyloop/domain/identity/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Database } from "../../platform/db/pools.ts";
import type { SignedIn } from "./authenticate.ts";

/** Who the caller is, with the grants that hold today and what they let him do. */
export async function sessionView(
  database: Database,
  signedIn: Pick<SignedIn, "account" | "caller" | "passwordExpired" | "secondFactorDue">,
  csrfToken: string,
  { today, timeZone }: { today: PlainDate; timeZone: string },
): Promise<Answer<"getSession">> {
  const { account, caller } = signedIn;
  const { tenantId } = caller.actor;
  const reading = database.reading(tenantId);
  const group = await reading
    .selectFrom("tenant")
    .where("tenant_id", "=", tenantId)
    .select(["code", "name"])
    .executeTakeFirstOrThrow();
  const grants = await reading
    .selectFrom("role_grant as granted")
    .innerJoin("organization as place", (join) =>
      join.onRef("place.tenant_id", "=", "granted.tenant_id").onRef("place.id", "=", "granted.organization_id"),
    )
    .where("granted.tenant_id", "=", tenantId)
    .where("granted.account_id", "=", account.id)
    .where("granted.valid_from", "<=", today)
    .where(({ or, eb }) => or([eb("granted.valid_to", "is", null), eb("granted.valid_to", ">=", today)]))
    .select([
      "granted.id",
      "granted.role",
      "granted.organization_id",
      "place.name",
      "granted.valid_from",
      "granted.valid_to",
    ])
    .orderBy("place.path")
    .execute();
  return {
    account: {
      id: account.id,
      signInName: account.signInName,
      displayName: account.displayName,
      personId: account.personId,
    },
    group,
    grants: grants.map((row) => ({
      id: row.id,
      accountId: account.id,
      role: row.role as Answer<"getSession">["grants"][number]["role"],
      organizationId: row.organization_id,
      organizationName: row.name,
      validFrom: row.valid_from,
      validTo: row.valid_to,
    })),
    actions: actions.filter((action) => !isNowhere(scopeOf(caller.actor, action, today))),
    csrfToken,
    today,
    timeZone,
    passwordExpired: signedIn.passwordExpired,
    secondFactorDue: signedIn.secondFactorDue,
  };
}
