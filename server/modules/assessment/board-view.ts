import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { ranks } from "@dutyloop/domain/assessment/rank-rules.ts";
import type { ScoreLine } from "@dutyloop/domain/assessment/things.ts";
import { addMonths, firstDayOf, lastDayOf, type Month, monthsFromTo } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, divide, format, parse, rational, subtract, sum } from "@dutyloop/domain/kernel/rational.ts";
import { branchKinds } from "@dutyloop/domain/organization/things.ts";
import { sql } from "kysely";
import { afterSubtree, placeInScope } from "../../platform/access/place.ts";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { loadDefinitions, monthlyScheme } from "./definitions.ts";

type Board = Answer<"getBoard">;
export type BoardRow = {
  organizationId: string;
  organizationName: string;
  class: string | null;
  total: string | null;
  coverage: string;
  lines: ScoreLine[] | null;
};

/** The branches at and below a path in a month, with their sheets; those without a sheet are shown without a total. */
export async function boardRows(
  database: ReadDatabase,
  tenantId: number,
  path: string,
  month: Month,
): Promise<BoardRow[]> {
  const { rows } = await sql<BoardRow>`
    SELECT o.id AS "organizationId", o.name AS "organizationName", o.class, s.total, coalesce(s.coverage, 0)::text AS coverage, s.lines
    FROM organization o
    LEFT JOIN score_sheet s ON s.tenant_id = o.tenant_id AND s.organization_id = o.id AND s.scheme_code = ${monthlyScheme}
      AND s.month = ${firstDayOf(month)}::date AND s.period_version = 1
    WHERE o.tenant_id = ${tenantId} AND o.path >= ${path} AND o.path < ${afterSubtree(path)} AND o.kind = ANY(${[...branchKinds]})
      AND o.valid_from <= ${lastDayOf(month)}::date AND (o.valid_to IS NULL OR o.valid_to >= ${firstDayOf(month)}::date)`.execute(
    database,
  );
  return rows;
}

/** Totals of the twelve months up to `month`, for the organisations of one page. */
export async function totalsOfYear(
  database: ReadDatabase,
  tenantId: number,
  ids: readonly string[],
  month: Month,
): Promise<Map<string, Map<Month, string>>> {
  const { rows } = await sql<{ organizationId: string; month: Month; total: string }>`
    SELECT organization_id AS "organizationId", to_char(month, 'YYYY-MM') AS month, total FROM score_sheet
    WHERE tenant_id = ${tenantId} AND scheme_code = ${monthlyScheme} AND organization_id = ANY(${[...ids]}::uuid[])
      AND month >= ${firstDayOf(addMonths(month, -11))}::date AND month <= ${firstDayOf(month)}::date AND total IS NOT NULL`.execute(
    database,
  );
  const found = new Map<string, Map<Month, string>>();
  for (const row of rows) {
    const totals = found.get(row.organizationId) ?? new Map<Month, string>();
    found.set(row.organizationId, totals.set(row.month, row.total));
  }
  return found;
}

/** Mean of totals, rounded once to two places; null where there are none. */
export function meanOf(totals: readonly string[]): string | null {
  return totals.length === 0 ? null : format(divide(sum(totals.map(parse)), rational(BigInt(totals.length))), 2);
}

/** The month's board of an organisation's branches, ranked inside each class, as a trial (试算). */
export async function getBoard(request: ReadRequest<"getBoard">): Promise<Board> {
  const { database, tenantId, scope, params, query } = request;
  const place = await placeInScope(database, tenantId, scope, params.organizationId);
  const { scheme } = await loadDefinitions(database, tenantId, monthlyScheme);
  const rows = await boardRows(database, tenantId, place.path, query.period);
  const classes = [...Map.groupBy(rows, (row) => row.class ?? "")].sort(([a], [b]) => (a < b ? -1 : 1));
  const rank = new Map(classes.flatMap(([, members]) => [...ranks(members, scheme.coverageThreshold)]));
  const shown = rows
    .filter((row) => query.class === undefined || (row.class ?? "") === query.class)
    .sort((a, b) => inOrder(a, b, rank));
  const from = query.after === undefined ? 0 : shown.findIndex((row) => row.organizationId === query.after) + 1;
  const page = shown.slice(from, from + query.limit);
  const history = await totalsOfYear(
    database,
    tenantId,
    page.map((row) => row.organizationId),
    query.period,
  );
  const rankedTotals = shown.flatMap((row) =>
    rank.get(row.organizationId) != null && row.total !== null ? [row.total] : [],
  );
  return {
    period: query.period,
    state: "trial",
    scheme: { code: scheme.code, version: scheme.version, name: scheme.name },
    coverageThreshold: scheme.coverageThreshold,
    classes: classes.map(([name, members]) => ({ class: name, organizations: members.length })),
    mean: meanOf(rankedTotals),
    items: page.map((row) =>
      itemOf(row, rank.get(row.organizationId) ?? null, history.get(row.organizationId), query.period),
    ),
    next: from + query.limit < shown.length ? (page.at(-1)?.organizationId ?? null) : null,
  };
}

function itemOf(
  row: BoardRow,
  rank: number | null,
  totals: Map<Month, string> | undefined,
  month: Month,
): Board["items"][number] {
  const before = totals?.get(addMonths(month, -1));
  return {
    organizationId: row.organizationId,
    organizationName: row.organizationName,
    class: row.class,
    rank,
    total: row.total,
    change: row.total !== null && before !== undefined ? format(subtract(parse(row.total), parse(before)), 2) : null,
    coverage: row.coverage,
    history: monthsFromTo(addMonths(month, -11), month).map((period) => ({
      period,
      total: totals?.get(period) ?? null,
    })),
    weakest: weakestLine(row.lines ?? []),
  };
}

/** The leaf that lost the largest share of its marks; null where nothing was lost. */
function weakestLine(lines: readonly ScoreLine[]): Board["items"][number]["weakest"] {
  const scored = lines.flatMap((line) =>
    line.kind === "leaf" && line.points !== null
      ? [{ line, points: line.points, share: divide(parse(line.points), parse(line.fullMarks)) }]
      : [],
  );
  const [weakest] = scored.sort((a, b) => compare(a.share, b.share));
  if (!weakest || weakest.points === weakest.line.fullMarks || compare(weakest.share, rational(1n)) >= 0) return null;
  const { line, points } = weakest;
  return { code: line.code, name: line.name, points, fullMarks: line.fullMarks };
}

/** Class by class, because ranks hold inside a class; then by rank, then by total. */
function inOrder(a: BoardRow, b: BoardRow, rank: Map<string, number | null>): number {
  if (a.class !== b.class) return (a.class ?? "") < (b.class ?? "") ? -1 : 1;
  const [first, second] = [
    rank.get(a.organizationId) ?? Number.MAX_SAFE_INTEGER,
    rank.get(b.organizationId) ?? Number.MAX_SAFE_INTEGER,
  ];
  return (
    first - second ||
    compare(parse(b.total ?? "0"), parse(a.total ?? "0")) ||
    (a.organizationId < b.organizationId ? -1 : 1)
  );
}
