import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../../platform/db/pools.ts";
import { scoreDirty } from "../../../platform/facts/post-facts.ts";

/** Which of a version's sheets: those with a leaf that is still pending, and those of these schemes; null for all. */
export type Which = { readonly pending: boolean; readonly schemes: readonly string[] } | null;

/** Asks for a new score of the organisations that have such a sheet in a version of a period. */
export async function markPeriodDirty(
  transaction: Transaction,
  tenantId: number,
  { span, from, version }: PeriodStanding,
  which: Which,
  now: Date,
): Promise<void> {
  const wanted =
    which === null
      ? sql`true`
      : sql`(s.scheme_code = ANY(${[...which.schemes]}::text[])
          OR (${which.pending} AND EXISTS (SELECT 1 FROM jsonb_array_elements_text(s.lines) AS line WHERE line LIKE 'p%')))`;
  await sql`
    INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT DISTINCT s.tenant_id, ${scoreDirty}, s.organization_id, s.period_from, ${now}::timestamptz FROM score_sheet s
    WHERE s.tenant_id = ${tenantId} AND s.period_from = ${from}::date AND s.period_version = ${version}
      AND ${wanted} AND EXISTS (SELECT 1 FROM scheme_version v WHERE v.tenant_id = s.tenant_id AND v.code = s.scheme_code
        AND v.version = s.scheme_version AND v.body->>'cadence' = ${span})`.execute(transaction);
}

/** Asks for the sheets of organisations that stood for the whole of a version and have none: what has no facts is scored too. */
export async function markUnscored(
  transaction: Transaction,
  tenantId: number,
  { span, from, to, version }: PeriodStanding,
  now: Date,
): Promise<void> {
  await sql`
    INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
    SELECT o.tenant_id, ${scoreDirty}, o.id, ${from}::date, ${now}::timestamptz FROM organization o
    WHERE o.tenant_id = ${tenantId} AND o.kind <> 'GROUP' AND o.valid_from <= ${from}::date
      AND (o.valid_to IS NULL OR o.valid_to >= ${to}::date)
      AND NOT EXISTS (SELECT 1 FROM score_sheet s JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code
        AND v.version = s.scheme_version AND v.body->>'cadence' = ${span}
        WHERE s.tenant_id = o.tenant_id AND s.organization_id = o.id AND s.period_from = ${from}::date
          AND s.period_version = ${version} AND s.basis = 'published')`.execute(transaction);
}
