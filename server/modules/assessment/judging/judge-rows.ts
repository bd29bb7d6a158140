import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { notFound } from "../../../platform/ritual/refused.ts";

export type JudgeKey = { readonly organizationId: string; readonly indicatorCode: string; readonly accountId: string };
export type NamedJudge = { readonly id: string; readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/**
 * How often somebody was named for an indicator at exactly this organisation. The account is held meanwhile, so that two
 * namings at once don't overlap.
 */
export async function judgesHere(
  transaction: Transaction,
  tenantId: number,
  { organizationId, indicatorCode, accountId }: JudgeKey,
): Promise<{ path: string; judges: NamedJudge[] }> {
  const place = await transaction
    .selectFrom("organization")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", organizationId)
    .select("path")
    .executeTakeFirst();
  if (!place) throw notFound();
  await transaction
    .selectFrom("account")
    .where("tenant_id", "=", tenantId)
    .where("id", "=", accountId)
    .select("id")
    .forUpdate()
    .execute();
  const judges = await transaction
    .selectFrom("judge")
    .where("tenant_id", "=", tenantId)
    .where("organization_id", "=", organizationId)
    .where("indicator_code", "=", indicatorCode)
    .where("account_id", "=", accountId)
    .select(["id", "valid_from as validFrom", "valid_to as validTo"])
    .orderBy("valid_from")
    .execute();
  return { path: place.path, judges };
}
