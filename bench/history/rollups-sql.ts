import type { Filling, Ground } from "./numbering.ts";

/** Each organisation with itself and everybody above it, as (organization, above). */
export const aboveSql = (tenantId: number) => `SELECT o.id AS organization, a.id AS above
  FROM organization AS o CROSS JOIN LATERAL generate_series(1, array_length(string_to_array(o.path, '.'), 1) - 1) AS level
  JOIN organization AS a ON a.tenant_id = o.tenant_id AND a.path = array_to_string((string_to_array(o.path, '.'))[1:level], '.') || '.'
  WHERE o.tenant_id = ${tenantId}`;

/** What each organisation's facts of a month come to, as (organization, month, kind, count, quantity, base). */
export const ownSumsSql = (
  tenantId: number,
) => `SELECT organization_id AS organization, date_trunc('month', counts_on)::date AS month, kind,
    sum(sign)::integer AS count, sum(sign * quantity) AS quantity, coalesce(sum(sign * base), 0) AS base
  FROM fact WHERE tenant_id = ${tenantId} GROUP BY 1, 2, 3`;

/** Sums of facts as the folding would have left them. */
export function rollupFilling({ tenantId }: Ground): Filling {
  return {
    table: "metric_rollup",
    sql: `INSERT INTO metric_rollup (tenant_id, organization_id, month, kind, own_count, own_quantity, own_base,
        subtree_count, subtree_quantity, subtree_base)
      SELECT ${tenantId}, a.above, s.month, s.kind, coalesce(sum(s.count) FILTER (WHERE a.above = s.organization), 0),
        coalesce(sum(s.quantity) FILTER (WHERE a.above = s.organization), 0),
        coalesce(sum(s.base) FILTER (WHERE a.above = s.organization), 0),
        sum(s.count), sum(s.quantity), sum(s.base)
      FROM (${ownSumsSql(tenantId)}) AS s JOIN (${aboveSql(tenantId)}) AS a ON a.organization = s.organization
      GROUP BY a.above, s.month, s.kind`,
  };
}
