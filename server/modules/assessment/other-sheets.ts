import { type MonthTotal, meanOfPeriods } from "@dutyloop/domain/assessment/periods/mean-rules.ts";
import { existsWholly, periodOf } from "@dutyloop/domain/assessment/periods/span-rules.ts";
import type { ChildFigure, ScoreContext } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { afterSubtree } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "./definitions.ts";
import type { PlacedKey } from "./sheet-contexts.ts";
import { keyColumns, keysAsJson, type SheetKey } from "./sheet-keys.ts";

type Totals = MonthTotal & {
  i: number;
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
): Promise<ScoreContext["figures"][]> {
  const all = keys.map(() => new Map<string, string | null>());
  for (const code of readSchemes(definitions).figures) {
    const totals = await totalsWithin(database, tenantId, code, keys);
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

/** The totals a scheme gave each key's organisation in the periods within the key's, by time. */
export async function totalsWithin(
  database: ReadDatabase,
  tenantId: number,
  code: string,
  keys: readonly SheetKey[],
): Promise<Totals[][]> {
  const { rows } = await sql<Totals>`
    SELECT k.i, s.period_from AS "periodFrom", coalesce(a.total, s.total)::text AS total, s.total::text AS published,
      coalesce(a.coverage, s.coverage)::text AS coverage, coalesce(p.state = 'closed', false) AS closed, true AS whole,
      s.scheme_version AS version, s.class, o.valid_from AS "validFrom", o.valid_to AS "validTo"
    FROM json_to_recordset(${keysAsJson(keys)}::json) AS ${keyColumns}
    JOIN organization o ON o.tenant_id = ${tenantId} AND o.id = k.organization_id
    JOIN score_sheet s ON s.tenant_id = o.tenant_id AND s.organization_id = o.id AND s.scheme_code = ${code} AND s.basis = 'published'
      AND s.period_from >= k.period_from AND s.period_from <= k.period_to
    LEFT JOIN period p ON p.tenant_id = s.tenant_id AND p.period_from = s.period_from
      AND p.span = (SELECT v.body->>'cadence' FROM scheme_version v
        WHERE v.tenant_id = s.tenant_id AND v.code = s.scheme_code AND v.version = s.scheme_version)
    LEFT JOIN score_sheet a ON a.tenant_id = s.tenant_id AND a.organization_id = s.organization_id AND a.scheme_code = s.scheme_code
      AND a.period_from = s.period_from AND a.period_version = s.period_version AND a.basis = 'adjusted'
    WHERE s.period_version = coalesce(p.version, 1)
    ORDER BY s.period_from`.execute(database);
  const found = keys.map((): Totals[] => []);
  for (const row of rows) found[row.i]?.push(row);
  return found;
}

type Below = {
  path: string;
  total: string | null;
  version: number;
  lines: unknown;
  members: number;
};

/** For each key the sheets of other schemes of the nearest organisations below, in the same period. */
export async function childrenOf(
  database: ReadDatabase,
  tenantId: number,
  definitions: Definitions,
  keys: readonly PlacedKey[],
  basis: "published" | "adjusted",
): Promise<ScoreContext["children"][]> {
  const wanted = definitions.indicators.flatMap(({ aggregation }) =>
    aggregation.form === "rollup" ? [aggregation] : [],
  );
  if (wanted.length === 0) return [];
  return Promise.all(
    keys.map(async ({ period, place }) => {
      const children = new Map<string, ChildFigure[]>();
      for (const { scheme, line } of wanted) {
        const key = `${scheme} ${line ?? ""}`;
        if (children.has(key)) continue;
        const { rows } = await sql<Below>`
          SELECT s.path, s.total::text AS total, s.scheme_version AS version, s.lines, s.basis,
            coalesce((SELECT t.members FROM period_structure t WHERE ${period.state !== "open"}::boolean AND t.tenant_id = s.tenant_id
                AND t.span = ${period.span} AND t.period_from = s.period_from AND t.version = s.period_version
                AND t.organization_id = s.organization_id),
              (SELECT count(*)::int FROM organization b JOIN membership m ON m.tenant_id = b.tenant_id AND m.organization_id = b.id
                WHERE b.tenant_id = s.tenant_id AND b.path >= s.path AND b.path < rtrim(s.path, '.') || '/'
                AND m.state IN ('FULL', 'PROBATIONARY', 'CORRECTING') AND m.valid_from <= ${period.to}::date
                AND (m.valid_to IS NULL OR m.valid_to >= ${period.to}::date))) AS members
          FROM score_sheet s
          WHERE s.tenant_id = ${tenantId} AND s.scheme_code = ${scheme} AND s.period_from = ${period.from}::date
            AND s.period_version = ${period.version} AND s.basis = ANY(${basis === "published" ? ["published"] : ["published", "adjusted"]}::text[])
            AND s.path > ${place.path} AND s.path < ${afterSubtree(place.path)}
          ORDER BY s.path, s.basis`.execute(database);
        const figures = await Promise.all(
          nearest(rows).map((row) => childFigure(database, tenantId, scheme, line, row)),
        );
        children.set(key, figures);
      }
      return children;
    }),
  );
}

/** Those that stand below none of the others; the rows come by path. */
export function nearest<Row extends { readonly path: string }>(rows: readonly Row[]): Row[] {
  const taken: Row[] = [];
  for (const row of rows) {
    const last = taken.at(-1);
    if (last === undefined || !row.path.startsWith(last.path)) taken.push(row);
  }
  return taken;
}

async function childFigure(
  database: ReadDatabase,
  tenantId: number,
  scheme: string,
  line: string | null,
  { version, lines, total, members }: Below,
): Promise<ChildFigure> {
  const definitions = await loadDefinitions(database, tenantId, scheme, version);
  const decoded = decodeLines(definitions.scheme, definitions.indicators, lines).lines;
  const found = line === null ? decoded[0] : decoded.find(({ code }) => code === line);
  if (found === undefined) return { points: null, fullMarks: "100", state: "not_applicable", members };
  // A total stands on the scheme's range of 100, whatever the marks of its root.
  if (line === null) return { points: total, fullMarks: "100", state: found.state, members };
  return { points: found.points, fullMarks: found.fullMarks, state: found.state, members };
}
