import { firstDayOf, monthOf, plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import type { Workshop } from "../../platform/ritual/perform.ts";
import { monthlyScheme } from "./definitions.ts";

/**
 * Asks for the sheets of this month of every branch that has none yet: also who has nothing to show stands on the board,
 * with what is still 待补报. Answers how many were asked for.
 */
export async function markMissingSheets(workshop: Workshop, tenantId: number): Promise<number> {
  const now = workshop.clock();
  const month = firstDayOf(monthOf(plainDateIn(now, workshop.timeZone)));
  const missing = await workshop.database.writing(tenantId, {}, async (transaction) => {
    const { rows } = await sql<{ id: string }>`
      INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at)
      SELECT o.tenant_id, ${scoreDirty}, o.id, ${month}::date, ${now}::timestamptz FROM organization o
      WHERE o.tenant_id = ${tenantId} AND o.kind = ANY(${[...branchKinds]}::text[]) AND o.valid_from <= ${month}::date
        AND (o.valid_to IS NULL OR o.valid_to >= (${month}::date + interval '1 month - 1 day')::date)
        AND EXISTS (SELECT 1 FROM scheme_adoption a WHERE a.tenant_id = o.tenant_id AND a.scheme_code = ${monthlyScheme}
          AND a.period_from <= ${month}::date)
        AND NOT EXISTS (SELECT 1 FROM score_sheet s WHERE s.tenant_id = o.tenant_id AND s.organization_id = o.id
          AND s.scheme_code = ${monthlyScheme} AND s.period_from = ${month}::date)
        AND NOT EXISTS (SELECT 1 FROM outbox x WHERE x.tenant_id = o.tenant_id AND x.organization_id = o.id AND x.month = ${month}::date)
      RETURNING organization_id AS id`.execute(transaction);
    return rows.length;
  });
  if (missing > 0) workshop.wake();
  return missing;
}
