import type { RankGroup } from "@dutyloop/domain/assessment/boards/leading-rules.ts";
import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { divide, format, multiply, parse, rational, sum } from "@dutyloop/domain/kernel/rational.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { loadDefinitions } from "../definitions.ts";

/** How a published board of a month stands, rank by rank. */
export type BoardStanding = {
  readonly scheme: { readonly zh: string; readonly en: string };
  readonly class: string;
  readonly organizations: number;
  readonly ranked: number;
  /** Mean of the ranked totals, rounded once; null where nobody is ranked. */
  readonly mean: string | null;
  readonly ranks: readonly RankGroup[];
};

type Row = {
  boardId: string;
  scheme: string;
  version: number;
  class: string;
  rank: number | null;
  total: string | null;
  organizations: number;
  names: string[];
};

/** More organisations than this on one rank aren't named one by one. */
const mostNamed = 8;

/** The boards that an organisation published of a month, of its present version, without who is restricted (PRV-22). */
export async function boardStandings(
  database: ReadDatabase,
  tenantId: number,
  organizationId: string,
  month: Month,
): Promise<BoardStanding[]> {
  const from = firstDayOf(month);
  const { rows } = await sql<Row>`
    WITH newest AS (
      SELECT b.id, b.scheme_code, b.scheme_version, b.class FROM board b
      WHERE b.tenant_id = ${tenantId} AND b.organization_id = ${organizationId}::uuid AND b.span = 'month' AND b.period_from = ${from}::date
        AND b.period_version = coalesce((SELECT version FROM period WHERE tenant_id = ${tenantId} AND span = 'month' AND period_from = ${from}::date), 1)
    )
    SELECT n.id AS "boardId", n.scheme_code AS scheme, n.scheme_version AS version, n.class, r.rank, r.total::text AS total,
      count(*)::int AS organizations, (array_agg(r.name ORDER BY r.position))[1:${sql.lit(mostNamed + 1)}] AS names
    FROM newest n JOIN board_row r ON r.tenant_id = ${tenantId} AND r.board_id = n.id AND r.position > 0
    JOIN organization o ON o.tenant_id = r.tenant_id AND o.id = r.organization_id AND NOT o.restricted
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 2, 4, 5 NULLS LAST, 6 DESC NULLS LAST`.execute(database);
  const boards = Map.groupBy(rows, ({ boardId }) => boardId);
  return Promise.all([...boards.values()].map((of) => standingOf(database, tenantId, of)));
}

async function standingOf(database: ReadDatabase, tenantId: number, rows: readonly Row[]): Promise<BoardStanding> {
  const [{ scheme, version, class: ofClass }] = rows as [Row];
  const { scheme: body } = await loadDefinitions(database, tenantId, scheme, version);
  const ranks = rows.flatMap(({ rank, total, organizations, names }) =>
    rank === null ? [] : [{ rank, total, organizations, names: names.length > mostNamed ? [] : names }],
  );
  const count = (of: readonly { organizations: number }[]) => of.reduce((all, one) => all + one.organizations, 0);
  const totals = sum(ranks.map(({ total, organizations }) => multiply(parse(total ?? "0"), rational(organizations))));
  const ranked = count(ranks);
  return {
    scheme: body.name,
    class: ofClass,
    organizations: count(rows),
    ranked,
    mean: ranked === 0 ? null : format(divide(totals, rational(ranked)), body.places),
    ranks,
  };
}
