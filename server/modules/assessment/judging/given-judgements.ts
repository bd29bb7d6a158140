import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { v7 as uuidv7 } from "uuid";
import type { ReadDatabase, Transaction } from "../../../platform/db/pools.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

/** What somebody judges: an organisation in the period that ends on a day. */
export type JudgedPeriod = {
  readonly organizationId: string;
  readonly countsOn: PlainDate;
  readonly accountId: string;
};

/** The same person twice at the same moment: the second waits and then finds what the first gave. */
export async function holdJudgement(
  transaction: ReadDatabase | Transaction,
  tenantId: number,
  { indicatorCode, organizationId, countsOn, accountId }: JudgedPeriod & { readonly indicatorCode: string },
): Promise<void> {
  const lock = `${tenantId} ${indicatorCode} ${organizationId} ${countsOn} ${accountId}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 7080008))`.execute(transaction);
}

/** Joins the fact `f` that stands for a judgement `j`, or stood. */
export const factOfJudgement: RawBuilder<unknown> = sql`JOIN fact f ON f.tenant_id = j.tenant_id AND f.id = j.fact_id`;

/** Condition that no storno has reversed the fact `f`. */
export const isStanding: RawBuilder<boolean> = sql`NOT EXISTS (SELECT 1 FROM fact r WHERE r.tenant_id = f.tenant_id
  AND r.organization_id = f.organization_id AND r.counts_on = f.counts_on AND r.corrects = f.id)`;

/** By indicator the fact of what he gave there, where no storno has reversed it. */
export async function givenJudgements(
  database: ReadDatabase,
  tenantId: number,
  { organizationId, countsOn, accountId }: JudgedPeriod,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ indicator: string; factId: string }>`
    SELECT j.indicator_code AS indicator, j.fact_id AS "factId" FROM judgement j ${factOfJudgement}
    WHERE j.tenant_id = ${tenantId} AND j.organization_id = ${organizationId}::uuid AND j.counts_on = ${countsOn}::date
      AND j.account_id = ${accountId}::uuid
      AND ${isStanding}`.execute(database);
  return new Map(rows.map(({ indicator, factId }) => [indicator, factId]));
}

/**
 * Lets what a judge gave follow the facts that his answer to a dispute has booked, so that a later judgement of his
 * reverses those.
 */
export async function keepDisputedJudgements(
  saving: Saving,
  { actor, now }: Pick<Context, "actor" | "now">,
  judged: JudgedPeriod,
  { disputeId, reason, indicators }: { disputeId: string; reason: string; indicators: readonly string[] },
): Promise<void> {
  if (indicators.length === 0) return;
  await saving.flush();
  const ids = indicators.map(() => uuidv7());
  await sql`
    INSERT INTO judgement (tenant_id, id, indicator_code, organization_id, counts_on, account_id, version, points, reason, fact_id, judged_at)
    SELECT f.tenant_id, n.id, n.indicator, f.organization_id, ${judged.countsOn}::date, ${judged.accountId}::uuid, 1, f.quantity,
      ${reason}, f.id, ${now}
    FROM unnest(${ids}::uuid[], ${[...indicators]}::text[]) AS n (id, indicator)
    JOIN fact f ON f.tenant_id = ${actor.tenantId} AND f.organization_id = ${judged.organizationId}::uuid
      AND f.source_table = 'dispute' AND f.source_id = ${disputeId}::uuid AND f.kind = 'judgement' AND f.sign = 1
      AND f.attributes->>'indicator' = n.indicator
    ON CONFLICT (tenant_id, indicator_code, organization_id, counts_on, account_id) DO UPDATE SET
      version = judgement.version + 1, points = excluded.points, reason = excluded.reason, fact_id = excluded.fact_id,
      judged_at = excluded.judged_at`.execute(saving.transaction);
}
