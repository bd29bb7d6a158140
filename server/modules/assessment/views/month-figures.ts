import { decodeLines } from "@dutyloop/domain/assessment/scoring/sheet-figures.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { compare, divide, format, parse, rational, sum } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { Place } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { loadDefinitions, monthlyScheme } from "../definitions.ts";
import { type BoardClass, type BoardKey, boardClasses } from "./board-classes.ts";
import { publishedSheets } from "./board-page.ts";
import { periodInView } from "./period-in-view.ts";

const places = 2;

/** The monthly scores at and below an organisation: who is ranked, and the mean of those over all classes. */
export type MonthFigures = {
  readonly key: BoardKey;
  readonly classes: readonly BoardClass[];
  readonly ranked: number;
  readonly unranked: number;
  readonly mean: string | null;
};

export async function monthFigures(
  database: ReadDatabase,
  tenantId: number,
  place: Pick<Place, "id" | "path">,
  month: Month,
): Promise<MonthFigures> {
  const { newest } = await periodInView(database, tenantId, month, null);
  const { from: periodFrom, version } = newest;
  const key = { tenantId, organizationId: place.id, path: place.path, scheme: monthlyScheme, periodFrom, version };
  const classes = await boardClasses(database, key);
  const count = (of: "ranked" | "unranked") => classes.reduce((total, one) => total + one[of], 0);
  const ranked = count("ranked");
  const totals = sum(classes.map(({ totals: some }) => parse(some)));
  const mean = ranked === 0 ? null : format(divide(totals, rational(ranked)), places);
  return { key, classes, ranked, unranked: count("unranked"), mean };
}

/** Means of the ranked monthly totals at and below an organisation, by month, from the roll-up. */
export async function monthlyMeans(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  from: Month,
  to: Month,
): Promise<Map<Month, string>> {
  const { rows } = await sql<{ month: Month; mean: string }>`
    SELECT to_char(r.period_from, 'YYYY-MM') AS month, round(sum(r.totals) / sum(r.organizations), ${places}::int)::text AS mean
    FROM score_rollup r LEFT JOIN period p ON p.tenant_id = r.tenant_id AND p.span = 'month' AND p.period_from = r.period_from
    WHERE r.tenant_id = ${tenantId} AND r.organization_id = ${organizationId} AND r.scheme_code = ${monthlyScheme}
      AND r.period_from >= ${firstDayOf(from)}::date AND r.period_from <= ${firstDayOf(to)}::date
      AND r.period_version = coalesce(p.version, 1) AND r.bucket >= 'whole:' AND r.bucket < 'whole;'
    GROUP BY r.period_from`.execute(database);
  return new Map(rows.map(({ month, mean }) => [month, mean]));
}

/** A branch behind the others, with the lines of its score that lost points. */
export type WeakBranch = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly total: string;
  readonly lost: readonly string[];
};

type Row = Omit<WeakBranch, "lost"> & { schemeVersion: number; lines: unknown };

/** The ranked organisations with the lowest totals of all classes, read from the end of each class's ranks. */
export async function weakestBelow(
  database: ReadDatabase,
  { key, classes }: MonthFigures,
  count: number,
): Promise<WeakBranch[]> {
  const lowest = await Promise.all(
    classes.map(async ({ class: boardClass, ranked, unranked }) => {
      const { rows } = await sql<Row>`
        SELECT s.organization_id AS "organizationId", o.name AS "organizationName", s.total::text AS total,
          s.scheme_version AS "schemeVersion", s.lines
        FROM ${publishedSheets(key, boardClass, ranked + unranked)} s
        JOIN organization o ON o.tenant_id = s.tenant_id AND o.id = s.organization_id
        WHERE s.order_key > '' ORDER BY s.order_key, s.organization_id DESC LIMIT ${count}`.execute(database);
      return rows;
    }),
  );
  const rows = lowest
    .flat()
    .sort((a, b) => compare(parse(a.total), parse(b.total)) || (a.organizationId < b.organizationId ? -1 : 1));
  const branches = await Promise.all(rows.slice(0, count).map((row) => withLostLines(database, key, row)));
  return branches.filter(({ lost }) => lost.length > 0);
}

async function withLostLines(
  database: ReadDatabase,
  { tenantId, scheme }: BoardKey,
  { schemeVersion, lines: stored, ...row }: Row,
): Promise<WeakBranch> {
  const definitions = await loadDefinitions(database, tenantId, scheme, schemeVersion);
  const { lines } = decodeLines(definitions.scheme, definitions.indicators, stored);
  const isLost = ({ points, fullMarks }: (typeof lines)[number]) =>
    points !== null && compare(parse(points), parse(fullMarks)) < 0;
  return { ...row, lost: lines.filter((line) => line.kind === "leaf" && isLost(line)).map(({ code }) => code) };
}
