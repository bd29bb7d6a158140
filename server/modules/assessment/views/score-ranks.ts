import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { PeriodStanding } from "@dutyloop/domain/assessment/period-things.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { StoredPeriod } from "../period-standing.ts";
import { organizationsAt, pathsAbove } from "../sheet-keys.ts";
import { betterThan } from "./board-classes.ts";
import type { StoredScore } from "./stored-scores.ts";

/** An organisation above, on whose board a sheet stands. */
export type Assessor = {
  readonly id: string;
  readonly name: string;
  /** Where it stands today, which decides who may see its board. */
  readonly path: string;
  /** Whether it has published the board. */
  readonly published: boolean;
};

/** Who assesses by this sheet's scheme in the period: every organisation above, the nearest first; nobody a restricted one (PRV-22). */
export async function assessorsOf(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  period: StoredPeriod,
  sheet: Pick<StoredScore, "path" | "class">,
): Promise<Assessor[]> {
  const ids = [...(await organizationsAt(database, tenantId, period, pathsAbove(sheet.path))).values()];
  const { rows } = await sql<Assessor>`
    SELECT o.id, o.name, o.path, EXISTS (SELECT 1 FROM board b WHERE b.tenant_id = o.tenant_id AND b.organization_id = o.id
      AND b.scheme_code = ${scheme} AND b.class = ${sheet.class} AND b.span = ${period.span} AND b.period_from = ${period.from}::date
      AND b.period_version = ${period.version}) AS published
    FROM organization o WHERE o.tenant_id = ${tenantId} AND o.id = ANY(${ids}::uuid[])
      AND EXISTS (SELECT 1 FROM organization s WHERE s.tenant_id = o.tenant_id AND s.id = ${organizationId} AND NOT s.restricted)
    ORDER BY length(o.path) DESC`.execute(database);
  return rows;
}

/** The rank of a sheet of the newest version on the boards of these assessors, from their roll-ups. */
export async function ranksOn(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  period: PeriodStanding,
  sheet: StoredScore,
  assessors: readonly Assessor[],
): Promise<Answer<"getScore">["ranks"]> {
  return Promise.all(
    assessors.map(async ({ id, name, path }) => {
      const key = { tenantId, organizationId: id, path, scheme, periodFrom: period.from, version: period.version };
      const { rows } = await sql<{ better: number; ranked: number }>`
        SELECT ${betterThan(key, sheet.class, sql`${sheet.orderKey}::text`)} AS better, coalesce(sum(r.organizations), 0)::int AS ranked
        FROM score_rollup r WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${id} AND r.scheme_code = ${scheme}
          AND r.period_from = ${period.from}::date AND r.period_version = ${period.version} AND r.class = ${sheet.class}
          AND r.bucket >= 'whole:'`.execute(database);
      const rank = sheet.orderKey === "" ? null : (rows[0]?.better ?? 0) + 1;
      return { organizationId: id, organizationName: name, rank, of: rows[0]?.ranked ?? 0 };
    }),
  );
}
