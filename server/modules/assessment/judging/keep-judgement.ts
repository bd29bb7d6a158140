import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";
import type { NewJudgement } from "./judge-state.ts";

type Kept = { readonly id: string; readonly version: number; readonly points: string; readonly countsOn: PlainDate };

/** Writes down what a judge gives now, beside the fact that stands for it. */
export async function keepJudgement(
  saving: Saving,
  { actor, now }: Context,
  { id, version, points, countsOn }: Kept,
  { organizationId, indicatorCode, reason }: NewJudgement,
): Promise<void> {
  await saving.flush();
  await sql`
    INSERT INTO judgement (tenant_id, id, indicator_code, organization_id, counts_on, account_id, version, points, reason, fact_id, judged_at)
    SELECT ${actor.tenantId}, ${id}::uuid, ${indicatorCode}, ${organizationId}::uuid, ${countsOn}::date, ${actor.accountId}::uuid,
      ${version}::int, ${points}::numeric, ${reason}, s.fact_id, ${now}
    FROM fact_source s WHERE s.tenant_id = ${actor.tenantId} AND s.source_table = 'judgement' AND s.source_id = ${id}::uuid
      AND s.source_version = ${version}::int AND s.sign = 1
    ON CONFLICT (tenant_id, id) DO UPDATE SET version = excluded.version, points = excluded.points, reason = excluded.reason,
      fact_id = excluded.fact_id, judged_at = excluded.judged_at`.execute(saving.transaction);
}
