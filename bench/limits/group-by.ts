import type pg from "pg";

/**
 * The limit of a full recomputation: what any program has to do at least, a plain GROUP BY over the facts of the group.
 *
 * Why it is fair: the same facts in the same tables and cluster, through the same role and its wall, with the parallel
 * workers that PostgreSQL gives by itself. It knows no indicator, makes no points, ranks nothing and writes nothing.
 * @param client of the application, pinned to the group
 */
export async function groupFacts(client: pg.ClientBase): Promise<number> {
  const { rowCount } = await client.query(`SELECT organization_id, date_trunc('month', counts_on) AS month, kind,
      count(*), sum(quantity), sum(base) FROM fact GROUP BY 1, 2, 3`);
  return rowCount ?? 0;
}
