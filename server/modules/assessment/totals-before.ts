import { periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { hadFactsBefore, isCounting, publishedBeside } from "./counting-sheets.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import type { Totals } from "./other-sheets.ts";
import { lastDay } from "./period-standing.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";
import { type ScoreBefore, scoredBefore } from "./sheets-before.ts";

/** A key and the closing before which the totals stood that it reads. */
export type PastKey = SheetKey & { readonly before: number };

type Row = Totals & {
  organizationId: string;
  path: string;
  /** The version of the sub-period that was closed last before, and its number. */
  periodVersion: number;
  closing: number;
  publishedCoverage: string;
};

/**
 * The adjusted totals a scheme gave each key's organisation in the periods within the key's, as they stood before a
 * closing. What came later is left out: such sheets are scored again from the facts before it.
 */
export async function totalsBefore(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly PastKey[],
  score: ScoreBefore,
): Promise<Totals[][]> {
  const rows = await closedRows(database, tenantId, code, keys);
  const isStale = await staleness(database, tenantId, code, keys, rows);
  const found = keys.map((): Totals[] => []);
  const stale = Map.groupBy(rows.filter(isStale), ({ i }) => keys[i]?.before as number);
  const again = new Map<Row, { total: string | null; coverage: string }>();
  for (const [closing, some] of stale) {
    const figures = await scoredBefore(database, tenantId, code, some.map(keyOf), { closing, score });
    for (const [n, row] of some.entries()) {
      const then = figures[n];
      if (then !== undefined) again.set(row, { total: then.total, coverage: then.coverage });
    }
  }
  for (const row of rows) {
    // Under the same closing the version holds just what it published.
    const own = row.closing === keys[row.i]?.before ? { total: row.published, coverage: row.publishedCoverage } : {};
    found[row.i]?.push({ ...row, ...own, ...again.get(row) });
  }
  return found;
}

/** The sheets of the versions that were closed last before each key's closing, by time. */
async function closedRows(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly PastKey[],
): Promise<Row[]> {
  const past = keys.map((key) => ({ ...key, period: { ...key.period, closing: key.before } }));
  const { rows } = await sql<Row>`
    SELECT k.i, c.span, c.period_from AS "periodFrom", c.version AS "periodVersion", c.closing,
      s.total::text AS total, b.total::text AS published, s.coverage::text AS coverage,
      coalesce(b.coverage, s.coverage)::text AS "publishedCoverage", true AS closed, true AS whole,
      s.scheme_version AS version, s.class, s.path, o.id AS "organizationId", o.valid_from AS "validFrom", o.valid_to AS "validTo"
    FROM json_to_recordset(${keysAsJson(past)}::json) AS ${keyColumns}
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = k.organization_id
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (p.period_from) p.span, p.period_from, ${lastDay} AS period_to, p.version, p.closing FROM period_closing p
      WHERE p.tenant_id = o.tenant_id AND p.period_from >= k.period_from AND p.period_from <= k.period_to AND p.closing <= k.closing
        AND p.span = (SELECT v.body->>'cadence' FROM scheme_version v WHERE v.tenant_id = ${tenantId} AND v.code = ${code} LIMIT 1)
      ORDER BY p.period_from, p.closing DESC) c
    JOIN score_sheet s ON s.tenant_id = o.tenant_id AND s.organization_id = o.id AND s.scheme_code = ${code}
      AND s.period_from = c.period_from AND s.period_version = c.version
    ${publishedBeside}
    WHERE ${isCounting} AND (b.basis IS NOT NULL OR ${hadFactsBefore(sql`c.period_from`, sql`c.period_to`, sql`k.closing`)})
    ORDER BY c.period_from`.execute(database);
  return rows;
}

function keyOf({ organizationId, version, span, periodFrom, periodVersion, closing }: Row) {
  const period = { ...periodOf(span, periodFrom), state: "closed" as const, version: periodVersion, closing };
  return { organizationId, schemeVersion: version, period };
}

/**
 * Tells which adjusted sheets say more than what came before the key's closing, because something that counts in them came
 * later. What came before is in them: closing the longer period scored all that waited. One whose version was opened again
 * stays as it was then.
 */
async function staleness(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly PastKey[],
  rows: readonly Row[],
): Promise<(row: Row) => boolean> {
  const read = rows.filter(({ i, closing }) => closing !== keys[i]?.before);
  const versions = [...new Set(read.map(({ version }) => version))];
  const definitions = await Promise.all(versions.map((version) => loadDefinitions(database, tenantId, code, version)));
  const below = definitions.some(readsOthers);
  const later = read.length === 0 ? [] : await cameLater(database, tenantId, keys, read, below);
  const byOrganization = Map.groupBy(later, ({ organizationId }) => organizationId);
  return (row) => {
    const { before } = keys[row.i] as PastKey;
    if (row.closing === before) return false;
    const { from, to } = periodOf(row.span, row.periodFrom);
    const concerning = below
      ? later.filter(({ organizationId, path }) => organizationId === row.organizationId || path.startsWith(row.path))
      : (byOrganization.get(row.organizationId) ?? []);
    return concerning.some(({ closing, day }) => closing > before && day >= from && day <= to);
  };
}

function readsOthers({ indicators }: Definitions): boolean {
  return indicators.some(({ aggregation: { form } }) => form === "figure" || form === "rollup");
}

type Later = { organizationId: string; path: string; day: PlainDate; closing: number };

/**
 * Facts, receipts and withdrawals of these organisations, or of all below as well, that came after the first closing.
 * Below is whoever stood there on any day: one more to look at costs little, one less would be a wrong figure.
 */
async function cameLater(
  database: ReadDatabase,
  tenantId: number,
  keys: readonly PastKey[],
  rows: readonly Row[],
  below: boolean,
): Promise<Later[]> {
  const ids = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const paths = [...new Set(rows.map(({ path }) => path))];
  const closing = Math.min(...keys.map(({ before }) => before));
  const from = keys.map(({ period }) => period.from).sort()[0] as PlainDate;
  const to = keys
    .map(({ period }) => period.to)
    .sort()
    .at(-1) as PlainDate;
  const concerned = below
    ? sql`(p.organization_id = ANY(${ids}::uuid[]) OR EXISTS (SELECT 1 FROM unnest(${paths}::text[]) AS a(above) WHERE starts_with(p.path, a.above)))`
    : sql`p.organization_id = ANY(${ids}::uuid[])`;
  const { rows: later } = await sql<Later>`
    SELECT p.organization_id AS "organizationId", p.path, f.counts_on AS day, max(f.closing) AS closing
    FROM fact f JOIN organization_place p ON p.tenant_id = f.tenant_id AND p.organization_id = f.organization_id
    WHERE f.tenant_id = ${tenantId} AND f.posted_in > f.counts_on AND f.counts_on >= ${from}::date AND f.counts_on <= ${to}::date
      AND f.closing > ${closing} AND ${concerned} GROUP BY 1, 2, 3
    UNION ALL
    SELECT p.organization_id, p.path, r.month, max(coalesce(w.closing, r.closing)) FROM receipt r
    JOIN organization_place p ON p.tenant_id = r.tenant_id AND p.organization_id = r.organization_id
    LEFT JOIN receipt_withdrawal w ON w.tenant_id = r.tenant_id AND w.receipt_id = r.id
    WHERE r.tenant_id = ${tenantId} AND r.month >= ${from}::date AND r.month <= ${to}::date
      AND (r.closing > ${closing} OR w.closing > ${closing}) AND ${concerned}
    GROUP BY 1, 2, 3`.execute(database);
  return later;
}
