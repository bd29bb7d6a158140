import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";

/** What people decided about a sheet: reasons of settled lines by code, and the grade. */
export type PersonsDecisions = {
  readonly settlements: ReadonlyMap<string, string>;
  readonly grade: { readonly grade: string; readonly reason: string } | null;
};

export async function decisionsAbout(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  period: PeriodStanding,
): Promise<PersonsDecisions> {
  const about = sql`tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme}
    AND period_from = ${period.from}::date AND period_version = ${period.version}`;
  const { rows } = await sql<{ line: string | null; grade: string | null; reason: string }>`
    SELECT line_code AS line, NULL AS grade, reason FROM settlement WHERE ${about}
    UNION ALL SELECT NULL, grade, reason FROM grade_decision WHERE ${about}`.execute(database);
  const decided = rows.find((row) => row.grade !== null);
  return {
    settlements: new Map(rows.flatMap(({ line, reason }) => (line === null ? [] : [[line, reason] as const]))),
    grade: decided?.grade == null ? null : { grade: decided.grade, reason: decided.reason },
  };
}
