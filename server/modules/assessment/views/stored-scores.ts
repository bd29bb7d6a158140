import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { encodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { Definitions } from "../definitions.ts";

/** A sheet of one organisation as it is stored. */
export type StoredScore = {
  readonly periodFrom: PlainDate;
  readonly version: number;
  readonly basis: "published" | "adjusted";
  readonly schemeVersion: SchemeBody["version"];
  readonly path: string;
  readonly class: string;
  readonly total: string | null;
  readonly coverage: string;
  readonly orderKey: string;
  readonly lines: unknown;
  readonly computedAt: Date;
};

/** All sheets of an organisation in periods that begin on these days, the newest version first. */
export async function storedScores(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  scheme: string,
  days: readonly PlainDate[],
): Promise<StoredScore[]> {
  const { rows } = await sql<StoredScore>`
    SELECT period_from AS "periodFrom", period_version AS version, basis, scheme_version AS "schemeVersion", path, class,
      total::text AS total, coverage::text AS coverage, order_key AS "orderKey", lines, computed_at AS "computedAt"
    FROM score_sheet WHERE tenant_id = ${tenantId} AND organization_id = ${organizationId} AND scheme_code = ${scheme}
      AND period_from = ANY(${[...days]}::date[]) ORDER BY period_version DESC`.execute(database);
  return rows;
}

/** What was published of whom a version held nothing: no figure at all. All there is in his adjusted sheet came afterwards. */
export function nothingPublished(adjusted: StoredScore, { frames }: Definitions): StoredScore {
  const nothing = { state: "not_applicable", points: null, value: null, why: null } as const;
  const lines = encodeLines({ lines: frames.map(() => nothing), vetoes: [] });
  return { ...adjusted, basis: "published", total: null, coverage: "0.00", orderKey: "", lines };
}
