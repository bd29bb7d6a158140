import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import type { DateRange } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { scoreDirty } from "../../../platform/facts/post-facts.ts";
import { foldWithin } from "../fold-scores.ts";

/**
 * Scores, inside this transaction, whatever of the period waits in the queue. It ends because nobody can add to it: the
 * caller holds the period's months alone, and the folding of the group from the first turn on. Other months wait for
 * their own turn. The sheets of a period that is just being closed (`finishing`) get their last figures.
 */
export async function scoreNow(
  transaction: Transaction,
  tenantId: number,
  days: DateRange,
  now: Date,
  finishing: Period | null = null,
): Promise<void> {
  do await foldWithin(transaction, transaction, tenantId, now, { days, finishing });
  while (await waits(transaction, tenantId, days));
}

async function waits(transaction: Transaction, tenantId: number, { from, to }: DateRange): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${scoreDirty}
    AND month BETWEEN ${from}::date AND ${to}::date LIMIT 1`.execute(transaction);
  return rows.length > 0;
}
