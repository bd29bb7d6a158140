import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import { adoptionsOf } from "../adoptions.ts";
import { adoptedSchemes } from "../rescore.ts";
import { markPeriodDirty } from "./dirty-period.ts";
import { freezeStructure, sizeOfStructure } from "./freeze-structure.ts";
import { type StandingWithReason, saveStanding } from "./period-store.ts";
import { scoreNow } from "./score-now.ts";

/**
 * Saves a period that was put into 公示 or closed. Where its entries end with this, it takes its closing number and its
 * structure is frozen. What this changes is scored in the same transaction, so that what follows sees all of it or nothing:
 * leaves that are full once the product has closed the period, and means of longer periods. Answers how many organisations
 * its structure holds.
 */
export async function saveEnded(
  saving: Saving,
  before: StandingWithReason,
  after: PeriodStanding,
  { actor, now }: Context,
): Promise<number> {
  const { tenantId } = actor;
  saveStanding(saving, tenantId, after, before.reason);
  const endsEntries = before.closing === null;
  if (endsEntries) {
    saving.insert("period_closing", {
      tenant_id: tenantId,
      closing: after.closing,
      span: after.span,
      period_from: after.from,
      version: after.version,
      closed_at: now,
      closed_by: actor.accountId,
      reason: before.reason,
    });
  }
  await saving.flush();
  if (endsEntries) await freezeStructure(saving.transaction, tenantId, after);
  const schemes = await schemesInMeans(saving.transaction, tenantId, after);
  await markPeriodDirty(saving.transaction, tenantId, after, { pending: endsEntries, schemes }, now);
  await scoreNow(saving.transaction, tenantId, after, now, endsEntries ? after : null);
  return sizeOfStructure(saving.transaction, tenantId, after);
}

/**
 * Schemes whose totals others read: those of longer periods once this one is closed, those of its own length once its
 * entries have ended.
 */
async function schemesInMeans(
  transaction: Transaction,
  tenantId: number,
  { span, state }: PeriodStanding,
): Promise<string[]> {
  const schemes = await adoptedSchemes(transaction, tenantId, await adoptionsOf(transaction, tenantId));
  const readers = schemes.filter(({ cadence }) => state === "closed" || cadence === span);
  return [...new Set(readers.flatMap(({ figures }) => [...figures]))];
}
