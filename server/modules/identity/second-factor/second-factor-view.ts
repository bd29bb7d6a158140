import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type SecondFactorPolicy, secondFactorDemanded } from "@dutyloop/domain/identity/second-factor-rules.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";

/** Whether the caller signs in with a second factor, since when, and how many recovery codes are left. */
export async function getSecondFactor(
  { database, caller, today }: ReadRequest<"getSecondFactor">,
  policy: SecondFactorPolicy,
): Promise<Answer<"getSecondFactor">> {
  const { tenantId, accountId } = caller.actor;
  const row = await database
    .selectFrom("second_factor")
    .leftJoin("recovery_code as code", (join) =>
      join
        .onRef("code.tenant_id", "=", "second_factor.tenant_id")
        .onRef("code.account_id", "=", "second_factor.account_id")
        .on("code.used_at", "is", null),
    )
    .where("second_factor.tenant_id", "=", tenantId)
    .where("second_factor.account_id", "=", accountId)
    .where("second_factor.confirmed_at", "is not", null)
    .groupBy("second_factor.confirmed_at")
    .select(({ fn }) => ["second_factor.confirmed_at", fn.count<string>("code.code_digest").as("left")])
    .executeTakeFirst();
  return {
    since: row?.confirmed_at?.toISOString() ?? null,
    recoveryCodesLeft: Number(row?.left ?? 0),
    demanded: secondFactorDemanded(policy, caller.actor, today),
  };
}
