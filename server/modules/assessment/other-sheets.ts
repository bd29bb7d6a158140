import type { Span } from "@dutyloop/domain/assessment/period-things.ts";
import { type MonthTotal, meanOfPeriods } from "@dutyloop/domain/assessment/periods/mean-rules.ts";
import { existsWholly, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { ChildFigure, ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { decodeLines, encodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { hadFactsBefore, isCounting, publishedBeside } from "./counting-sheets.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import type { StoredPeriod } from "./period-standing.ts";
import type { PlacedKey } from "./sheet-contexts.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";
import { type Before, childBasis, closingOf, type Standing, scoredBefore } from "./sheets-before.ts";
import { totalsBefore } from "./totals-before.ts";

export type Totals = MonthTotal & {
  i: number;
  span: Span;
  version: number;
  class: string;
  validFrom: PlainDate;
  validTo: PlainDate | null;
};

/** Schemes whose figures a scheme reads: by `figure` (its own organisation) and by `rollup` (those below). */
export function readSchemes({ indicators }: Pick<Definitions, "indicators">): { figures: string[]; rollups: string[] } {
  const figures = new Set<string>();
  const rollups = new Set<string>();
  for (const { aggregation } of indicators) {
    if (aggregation.form === "figure") figures.add(aggregation.scheme);
    if (aggregation.form === "rollup") rollups.add(aggregation.scheme);
  }
  return { figures: [...figures], rollups: [...rollups] };
}

/** For each key the mean of the adjusted totals that other schemes gave the same organisation within its period. */
export async function figuresOf(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly SheetKey[],
  standing: Standing = "adjusted",
): Promise<ScoreContext["figures"][]> {
  const all = keys.map(() => new Map<string, string | null>());
  for (const code of readSchemes(definitions).figures) {
    const totals = await totalsStanding(database, tenantId, code, keys, standing);
    for (const [i, figures] of all.entries())
      figures.set(code, await meanOf(database, tenantId, code, totals[i] ?? []));
  }
  return all;
}

async function meanOf(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  totals: readonly Totals[],
): Promise<string | null> {
  const newest = totals.at(-1);
  if (newest === undefined) return null;
  const { scheme } = await loadDefinitions(database, tenantId, code, newest.version);
  const wholes = totals.map((row) => ({
    ...row,
    whole: existsWholly(periodOf(scheme.cadence, row.periodFrom), row.validFrom, row.validTo),
  }));
  return meanOfPeriods(wholes, scheme.coverageThreshold, scheme.places).mean;
}

/** By the key's own moment: of an open period as they stand, of one that ended its entries as they stood then. */
async function totalsStanding(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly SheetKey[],
  standing: Standing,
): Promise<Totals[][]> {
  const placed = keys.map((key, i) => ({ key, i, before: closingOf(key.period, standing) }));
  const now = placed.filter(({ before }) => before === null).map(({ key, i }) => ({ ...key, i }));
  const past = placed.flatMap(({ key, i, before }) => (before === null ? [] : [{ ...key, i, before }]));
  const totals = keys.map((): Totals[] => []);
  if (now.length > 0) {
    const current = await totalsWithin(database, tenantId, code, now);
    for (const [n, key] of now.entries()) totals[key.i] = withOwnPeriod(key, current[n] ?? []);
  }
  if (past.length > 0 && standing !== "adjusted") {
    const stood = await totalsBefore(database, tenantId, code, past, standing.score);
    for (const [n, { i }] of past.entries()) totals[i] = stood[n] ?? [];
  }
  return totals;
}

/** A scheme of the same length counts once the entries of the period have ended: in 公示 as well as after it. */
function withOwnPeriod({ period: { from, span, closing } }: SheetKey, totals: readonly Totals[]): Totals[] {
  return totals.map((total) => ({
    ...total,
    closed: total.closed || (closing !== null && total.span === span && total.periodFrom === from),
  }));
}

/** The totals a scheme gave each key's organisation in the periods within the key's, by time. */
export async function totalsWithin(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly SheetKey[],
): Promise<Totals[][]> {
  const { rows } = await sql<Totals>`
    SELECT k.i, s.period_from AS "periodFrom", s.total::text AS total, b.total::text AS published,
      s.coverage::text AS coverage, coalesce(p.state = 'closed', false) AS closed, true AS whole,
      v.body->>'cadence' AS span, s.scheme_version AS version, s.class, o.valid_from AS "validFrom", o.valid_to AS "validTo"
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = k.organization_id
    JOIN score_sheet s ON s.tenant_id = o.tenant_id AND s.organization_id = o.id AND s.scheme_code = ${code}
      AND s.period_from >= k.period_from AND s.period_from <= k.period_to
    JOIN scheme_version v ON v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version
    LEFT JOIN period p ON p.tenant_id = s.tenant_id AND p.period_from = s.period_from AND p.span = v.body->>'cadence'
    ${publishedBeside}
    WHERE s.period_version = coalesce(p.version, 1) AND ${isCounting}
    ORDER BY s.period_from`.execute(database);
  const found = keys.map((): Totals[] => []);
  for (const row of rows) found[row.i]?.push(row);
  return found;
}

/** A sheet below as a roll-up reads it, and whose it is. */
export type ChildSheet = ChildFigure & { readonly organizationId: string; readonly path: string };

/** For each key the sheets of other schemes of the nearest organisations below, in the same period. */
export async function childrenOf(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  standing: Standing,
): Promise<ScoreContext["children"][]> {
  const wanted = definitions.indicators.flatMap(({ aggregation }) =>
    aggregation.form === "rollup" ? [aggregation] : [],
  );
  if (wanted.length === 0) return [];
  const children = keys.map(() => new Map<string, readonly ChildFigure[]>());
  const together = Map.groupBy(keys.keys(), (i) => {
    const { span, from, version, closing } = (keys[i] as PlacedKey).period;
    return `${span} ${from} ${version} ${closing}`;
  });
  for (const indices of together.values()) {
    const some = indices.map((i) => keys[i] as PlacedKey);
    const { period } = some[0] as PlacedKey;
    const places = { period, paths: some.map(({ place }) => place.path) };
    for (const [name, aggregation] of new Map(wanted.map((one) => [`${one.scheme} ${one.line ?? ""}`, one]))) {
      const sheets = await childSheets(database, tenantId, places, aggregation, childBasis(period, standing));
      for (const [n, i] of indices.entries()) children[i]?.set(name, sheets[n] ?? []);
    }
  }
  return children;
}

type Below = {
  organizationId: string;
  path: string;
  total: string | null;
  version: number;
  lines: unknown;
};

/**
 * The sheets of a scheme that a roll-up at each of these paths adds up in a period, by path: those of the nearest
 * organisations below, with the members at and below each on the period's last day. Each sheet is read once, however many
 * of the paths it is below.
 */
export async function childSheets(
  database: ReadDatabase,
  tenantId: number,
  { period, paths }: { readonly period: StoredPeriod; readonly paths: readonly string[] },
  { scheme, line }: { readonly scheme: string; readonly line: string | null },
  basis: "published" | "adjusted" | Before,
): Promise<ChildSheet[][]> {
  const { from, to } = period;
  // What was added after the close counts from its first fact on; of two sheets the first one is taken.
  const read =
    typeof basis === "object"
      ? sql`(s.basis = 'published' OR ${hadFactsBefore(sql`${from}::date`, sql`${to}::date`, sql`${basis.closing}::int`)})`
      : sql`s.basis = ANY(${basis === "adjusted" ? ["published", "adjusted"] : ["published"]}::text[])`;
  const { rows } = await sql<Below>`
    SELECT s.organization_id AS "organizationId", s.path, s.total::text AS total, s.scheme_version AS version, s.lines
    FROM json_to_recordset(${JSON.stringify(topmost(paths))}::json) AS k(path text, after text)
    JOIN score_sheet s ON s.tenant_id = ${tenantId} AND s.scheme_code = ${scheme} AND s.period_from = ${from}::date
      AND s.period_version = ${period.version} AND ${read}
      AND s.path > k.path AND s.path < k.after
    ORDER BY s.path, s.basis`.execute(database);
  const below = paths.map((path) => nearest(rows.filter((row) => row.path !== path && row.path.startsWith(path))));
  const taken = [...new Set(below.flat())];
  const members = await membersAt(database, tenantId, period, taken);
  const keys = taken.map(({ organizationId, version }) => ({ organizationId, schemeVersion: version, period }));
  const figures = typeof basis === "string" ? [] : await scoredBefore(database, tenantId, scheme, keys, basis);
  const sheets = await Promise.all(
    taken.map((row, i) => {
      const then = figures[i];
      const stood = then ? { total: then.total, lines: encodeLines(then) } : {};
      const own = { ...row, ...stood, members: members.get(row.organizationId) ?? 0 };
      return childSheet(database, tenantId, scheme, line, own);
    }),
  );
  const sheetOf = new Map(taken.map((row, i) => [row, sheets[i] as ChildSheet]));
  return below.map((some) => some.map((row) => sheetOf.get(row) as ChildSheet));
}

/** Those of these paths that stand below none of the others, as ranges. */
function topmost(paths: readonly string[]): { path: string; after: string }[] {
  const rows = [...new Set(paths)].sort().map((path) => ({ path }));
  return nearest(rows).map(({ path }) => ({ path, after: afterSubtree(path) }));
}

/** The members at and below each of these organisations on a period's last day; who is gone by then has none any more. */
async function membersAt(
  database: ReadDatabase,
  tenantId: number,
  period: StoredPeriod,
  places: readonly { readonly organizationId: string; readonly path: string }[],
): Promise<ReadonlyMap<string, number>> {
  const list = JSON.stringify(places.map(({ organizationId, path }) => ({ id: organizationId, path })));
  const { rows } = await sql<{ id: string; members: number }>`
    SELECT k.id, coalesce(t.members,
      (SELECT count(*)::int FROM organization_place b
        JOIN membership m ON m.tenant_id = b.tenant_id AND m.organization_id = b.organization_id
        WHERE b.tenant_id = ${tenantId} AND b.path >= k.path AND b.path < rtrim(k.path, '.') || '/'
        AND b.valid_from <= ${period.to}::date AND (b.valid_to IS NULL OR b.valid_to >= ${period.to}::date) AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND m.valid_from <= ${period.to}::date
        AND (m.valid_to IS NULL OR m.valid_to >= ${period.to}::date))) AS members
    FROM json_to_recordset(${list}::json) AS k(id uuid, path text)
    LEFT JOIN period_structure t ON ${period.state !== "open"}::boolean AND t.tenant_id = ${tenantId} AND t.span = ${period.span}
      AND t.period_from = ${period.from}::date AND t.version = ${period.version} AND t.organization_id = k.id`.execute(
    database,
  );
  return new Map(rows.map(({ id, members }) => [id, members]));
}

/** Those that stand below none of the others; the rows come by path. */
function nearest<Row extends { readonly path: string }>(rows: readonly Row[]): Row[] {
  const taken: Row[] = [];
  for (const row of rows) {
    const last = taken.at(-1);
    if (last === undefined || !row.path.startsWith(last.path)) taken.push(row);
  }
  return taken;
}

async function childSheet(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  line: string | null,
  { organizationId, path, version, lines, total, members }: Below & { readonly members: number },
): Promise<ChildSheet> {
  const own = { organizationId, path, members };
  const definitions = await loadDefinitions(database, tenantId, scheme, version);
  const decoded = decodeLines(definitions.scheme, definitions.indicators, lines).lines;
  const found = line === null ? decoded[0] : decoded.find(({ code }) => code === line);
  if (found === undefined) return { ...own, points: null, fullMarks: "100", state: "not_applicable" };
  // A total stands on the scheme's range of 100, whatever the marks of its root.
  if (line === null) return { ...own, points: total, fullMarks: "100", state: found.state };
  return { ...own, points: found.points, fullMarks: found.fullMarks, state: found.state };
}
