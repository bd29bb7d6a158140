import { firstDayOf, type Month } from "@dutyloop/domain/kernel/plain-date.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import type { HistoryGround } from "../history/ground.ts";
import { aboveSql, ownSumsSql } from "../history/rollups-sql.ts";
import { scheme } from "../history/scheme.ts";

/**
 * Compares the roll-ups of a month with what the raw rows come to: sums of facts at and below every organisation, and how
 * many organisations reached which order key.
 * @throws Error with a sentence where one differs
 */
export async function requireTrueRollups(
  { postgres, group: { tenantId } }: HistoryGround,
  month: Month,
): Promise<void> {
  const day = firstDayOf(month);
  await withClient(postgres.ownerUrl, async (client) => {
    await client.query("SET work_mem = '256MB'");
    const differing = async (what: string, maintained: string, raw: string) => {
      const { rows } = await client.query<{ rows: number; example: string }>(
        `WITH maintained AS (${maintained}), raw AS (${raw})
         SELECT count(*)::integer AS rows, min(d::text) AS example
         FROM ((TABLE maintained EXCEPT TABLE raw) UNION ALL (TABLE raw EXCEPT TABLE maintained)) AS d`,
      );
      const [found] = rows;
      if (found && found.rows > 0)
        throw new Error(`${found.rows} ${what} differ from the raw sums, for example ${found.example}`);
    };
    const above = aboveSql(tenantId);
    await differing(
      "sums of facts",
      `SELECT organization_id, kind, subtree_count, subtree_quantity, subtree_base FROM metric_rollup
       WHERE tenant_id = ${tenantId} AND month = '${day}' AND subtree_count <> 0`,
      `SELECT a.above, s.kind, sum(s.count), sum(s.quantity), sum(s.base)
       FROM (${ownSumsSql(tenantId)}) AS s JOIN (${above}) AS a ON a.organization = s.organization
       WHERE s.month = '${day}' GROUP BY 1, 2`,
    );
    const sheets = `SELECT a.above, s.class, CASE s.order_key WHEN '' THEN 'none:' ELSE 'exact:' || s.order_key END AS bucket, s.total
      FROM score_sheet AS s JOIN (${above}) AS a ON a.organization = s.organization_id
      WHERE s.tenant_id = ${tenantId} AND s.scheme_code = '${scheme.code}' AND s.period_from = '${day}' AND s.basis = 'published'`;
    await differing(
      "counts of scores",
      `SELECT organization_id, class, bucket, organizations, totals FROM score_rollup
       WHERE tenant_id = ${tenantId} AND scheme_code = '${scheme.code}' AND period_from = '${day}' AND bucket NOT LIKE 'whole:%'
         AND organizations <> 0`,
      `SELECT above, class, bucket, count(*)::integer, coalesce(sum(total), 0) FROM (${sheets}) AS s GROUP BY 1, 2, 3`,
    );
  });
}
