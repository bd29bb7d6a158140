import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { type RawBuilder, sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";

/** A version of a period whose sheets are looked through. */
export type VersionOfPeriod = Pick<Period, "span" | "from"> & { readonly version: number };

/** A leaf somebody has to settle, by its place in the stored lines of a scheme version. */
type SettleableLeaf = { readonly scheme: string; readonly version: number; readonly index: number };

/**
 * The leaves of the period's schemes that keep it from closing while they are 待补报. Those that count full without data
 * once the product itself has closed the period aren't among them: closing gives them their marks.
 */
async function settleableLeaves(
  database: ReadDatabase,
  tenantId: number,
  { span, from, version }: VersionOfPeriod,
): Promise<SettleableLeaf[]> {
  const { rows } = await sql<{ scheme: string; version: number }>`
    SELECT v.code AS scheme, v.version FROM scheme_version v
    WHERE v.tenant_id = ${tenantId} AND v.body->>'cadence' = ${span} AND EXISTS (SELECT 1 FROM score_sheet s
      WHERE s.tenant_id = v.tenant_id AND s.scheme_code = v.code AND s.basis = 'published' AND s.period_from = ${from}::date
        AND s.period_version = ${version} AND s.scheme_version = v.version)`.execute(database);
  const all = await Promise.all(
    rows.map(async (row) => leavesToSettle(await loadDefinitions(database, tenantId, row.scheme, row.version))),
  );
  return all.flat();
}

function leavesToSettle({ scheme, indicators, frames }: Definitions): SettleableLeaf[] {
  const closesItself = new Set(
    indicators.flatMap(({ code, noData, source }) => (noData === "full" && source === "system" ? [code] : [])),
  );
  return frames.flatMap(({ kind, code }, index) =>
    kind === "leaf" && !closesItself.has(code) ? [{ scheme: scheme.code, version: scheme.version, index }] : [],
  );
}

/** FROM and WHERE of the pending leaves of a version: sheet `s`, leaf `l`, organisation `o`. */
async function pending(
  database: ReadDatabase,
  tenantId: number,
  period: VersionOfPeriod,
): Promise<RawBuilder<unknown>> {
  const leaves = JSON.stringify(await settleableLeaves(database, tenantId, period));
  return sql`FROM score_sheet s
    JOIN json_to_recordset(${leaves}::json) AS l(scheme text, version int, index int)
      ON l.scheme = s.scheme_code AND l.version = s.scheme_version
    JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
    WHERE s.tenant_id = ${tenantId} AND s.period_from = ${period.from}::date AND s.period_version = ${period.version}
      AND s.basis = 'published' AND s.lines->>l.index LIKE 'p%'`;
}

/** How many leaves wait in a version of a period, of the organisations in `where` (a condition on `o`). */
export async function countPendingLeaves(
  database: ReadDatabase,
  tenantId: number,
  period: VersionOfPeriod,
  where: RawBuilder<unknown> = sql`true`,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count ${await pending(database, tenantId, period)} AND ${where}`.execute(database);
  return rows[0]?.count ?? 0;
}

export type PendingLeaf = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly scheme: string;
  readonly version: number;
  readonly index: number;
};

/** The pending leaves after a key, by organisation, scheme and line. */
export async function pendingLeaves(
  database: ReadDatabase,
  tenantId: number,
  period: VersionOfPeriod,
  where: RawBuilder<unknown>,
  after: Pick<PendingLeaf, "organizationId" | "scheme" | "index">,
  limit: number,
): Promise<PendingLeaf[]> {
  const { rows } = await sql<PendingLeaf>`
    SELECT o.id AS "organizationId", o.name AS "organizationName", s.scheme_code AS scheme, s.scheme_version AS version, l.index
    ${await pending(database, tenantId, period)} AND ${where}
      AND (o.id, s.scheme_code, l.index) > (${after.organizationId}::uuid, ${after.scheme}, ${after.index}::int)
    ORDER BY o.id, s.scheme_code, l.index LIMIT ${limit}`.execute(database);
  return rows;
}
