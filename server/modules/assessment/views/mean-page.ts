import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import type { Period, Span } from "@dutyloop/domain/assessment/period-things.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import type { BoardClass, BoardKey } from "./board-classes.ts";
import { type BesideRow, besideColumns, besideOf, besideTable } from "./board-history.ts";
import { type BoardPage, idOrRefuse, type PageQuery } from "./board-page.ts";

const monthsOf: Record<Span, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };

type Scheme = Pick<SchemeBody, "cadence" | "coverageThreshold" | "places">;

/**
 * The figures of a period longer than the scheme's own: the mean of the adjusted totals
 * of the closed parts in which the organisation existed for the whole and reached the coverage, rounded once
 * (`meanOfPeriods` says the same of one organisation; PostgreSQL rounds numerics away from zero as well). Class and
 * place are those of its newest sheet. The coverage is the share of the parts that count.
 */
function means(key: BoardKey, scheme: Scheme, period: Period, whose: RawBuilder<unknown>): RawBuilder<unknown> {
  const length = sql.raw(`interval '${monthsOf[scheme.cadence]} months'`);
  const parts = monthsOf[period.span] / monthsOf[scheme.cadence];
  // Of two sheets the adjusted one counts; who was entered only after the close has no other.
  const sheets = (basis: "published" | "adjusted") => sql`(SELECT s.* FROM score_sheet s
    WHERE s.tenant_id = ${key.tenantId} AND s.scheme_code = ${key.scheme} AND s.basis = ${sql.lit(basis)}
      AND s.period_from >= ${period.from}::date AND s.period_from <= ${period.to}::date AND ${whose})`;
  return sql`
    SELECT s.organization_id, (array_agg(s.class ORDER BY s.period_from DESC))[1] AS class,
      (array_agg(s.path ORDER BY s.period_from DESC))[1] AS path,
      round(avg(s.total) FILTER (WHERE t.counts), ${scheme.places}::int) AS mean,
      round(100.0 * count(*) FILTER (WHERE t.counts) / ${parts}::int, 2) AS coverage
    FROM (SELECT organization_id, period_from, period_version, coalesce(a.class, b.class) AS class, coalesce(a.path, b.path) AS path,
        CASE WHEN a.basis IS NULL THEN b.total ELSE a.total END AS total, coalesce(a.coverage, b.coverage) AS coverage
      FROM ${sheets("published")} b FULL JOIN ${sheets("adjusted")} a USING (organization_id, period_from, period_version)) s
    JOIN organization o ON o.tenant_id = ${key.tenantId} AND o.id = s.organization_id AND NOT o.restricted
    LEFT JOIN period p ON p.tenant_id = o.tenant_id AND p.span = ${scheme.cadence} AND p.period_from = s.period_from
    CROSS JOIN LATERAL (SELECT coalesce(p.state = 'closed' AND s.coverage >= ${scheme.coverageThreshold}::numeric AND s.total IS NOT NULL
        AND o.valid_from <= s.period_from AND (o.valid_to IS NULL OR o.valid_to >= (s.period_from + ${length})::date - 1), false) AS counts) t
    WHERE s.period_version = coalesce(p.version, 1)
    GROUP BY s.organization_id`;
}

const below = ({ path }: BoardKey) => sql`s.path >= ${path} AND s.path < ${afterSubtree(path)}`;

/** The means of single organisations. */
export async function meansOf(
  database: ReadDatabase,
  key: BoardKey,
  scheme: Scheme,
  period: Period,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  const whose = sql`s.organization_id = ANY(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; mean: string | null }>`
    SELECT m.organization_id AS id, m.mean::text AS mean FROM (${means(key, scheme, period, whose)}) m`.execute(
    database,
  );
  return new Map(rows.map(({ id, mean }) => [id, mean]));
}

/** The classes of a board of means with their sizes. */
export async function meanClasses(
  database: ReadDatabase,
  key: BoardKey,
  scheme: Scheme,
  period: Period,
): Promise<BoardClass[]> {
  const { rows } = await sql<BoardClass>`
    SELECT m.class, count(m.mean)::int AS ranked, (count(*) - count(m.mean))::int AS unranked, coalesce(sum(m.mean), 0)::text AS totals
    FROM (${means(key, scheme, period, below(key))}) m GROUP BY m.class ORDER BY m.class`.execute(database);
  return rows;
}

type Row = BesideRow & {
  organizationId: string;
  organizationName: string;
  rank: number;
  total: string | null;
  coverage: string;
};

/** One page of a board of means, by (mean, organisation); those without a mean come last. */
export async function meanPage(
  database: ReadDatabase,
  key: BoardKey,
  scheme: Scheme,
  period: Period,
  { class: boardClass, after, limit, beside }: PageQuery,
): Promise<BoardPage> {
  const [id = "", place = "0"] = after?.split(" ") ?? [];
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(r.rank, r.organization_id) > (${Number.parseInt(place, 10) || 0}::int, ${idOrRefuse(id)}::uuid)`;
  const { rows } = await sql<Row>`
    WITH page AS MATERIALIZED (
      SELECT r.*, o.name
      FROM (SELECT m.*, (rank() OVER (ORDER BY m.mean DESC NULLS LAST))::int AS rank
        FROM (${means(key, scheme, period, below(key))}) m WHERE m.class = ${boardClass}) r
      JOIN organization o ON o.tenant_id = ${key.tenantId} AND o.id = r.organization_id
      WHERE ${beyond} ORDER BY r.rank, r.organization_id LIMIT ${limit + 1}
    )
    SELECT page.organization_id AS "organizationId", page.name AS "organizationName", page.rank, page.mean::text AS total,
      page.coverage::text AS coverage, ${besideColumns(beside)}
    FROM page LEFT JOIN ${besideTable(beside)} ORDER BY page.rank, page.organization_id`.execute(database);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      organizationId: row.organizationId,
      organizationName: row.organizationName,
      rank: row.total === null ? null : row.rank,
      total: row.total,
      coverage: row.coverage,
      sheet: null,
      beside: besideOf(row),
      frozen: null,
    })),
    next: rows.length > limit && last ? `${last.organizationId} ${last.rank}` : null,
  };
}
