import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { Refused } from "../../../platform/ritual/refused.ts";

/** An organisation's sheet of a version of a period, as it stands on the board. */
export type PublishedSheet = {
  readonly schemeVersion: number;
  readonly class: string;
  readonly total: string | null;
  readonly coverage: string;
  /** See domain/assessment/scoring/sheet-figures.ts. */
  readonly lines: unknown;
};

/** Throws `score.none_yet` where the scheme doesn't score the organisation in the period. */
export async function publishedSheet(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  period: Period,
  version: number,
): Promise<PublishedSheet> {
  const { rows } = await sql<PublishedSheet>`
    SELECT s.scheme_version AS "schemeVersion", s.class, s.total, s.coverage, s.lines FROM score_sheet s
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
    WHERE s.tenant_id = ${tenantId} AND s.organization_id = ${organizationId} AND s.scheme_code = ${scheme}
      AND s.period_from = ${period.from}::date AND s.period_version = ${version} AND s.basis = 'published'
      AND v.body->>'cadence' = ${period.span}`.execute(database);
  const [sheet] = rows;
  if (!sheet) throw new Refused(refuse("score.none_yet"));
  return sheet;
}
