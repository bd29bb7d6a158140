import { sql } from "kysely";

/** A figure under its name, as text. */
export type NamedFigure = { readonly key: string; readonly value: string };

/** Every version of every period that has sheets, with its last day and whether its structure was frozen. */
const versions = sql`
  cadence AS (SELECT DISTINCT code, body->>'cadence' AS span FROM scheme_version),
  version AS (
    SELECT DISTINCT c.span, s.period_from, s.period_version,
      (s.period_from + CASE c.span WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months'
        WHEN 'half_year' THEN interval '6 months' ELSE interval '1 year' END - interval '1 day')::date AS period_to
    FROM score_sheet s JOIN cadence c ON c.code = s.scheme_code
    UNION SELECT 'month', first, coalesce(p.version, 1), (first + interval '1 month - 1 day')::date
    FROM (SELECT DISTINCT date_trunc('month', counts_on)::date AS first FROM fact) m
    LEFT JOIN period p ON p.span = 'month' AND p.period_from = m.first
  ), place AS (
    SELECT v.*, s.organization_id, s.path FROM version v
    JOIN period_structure s ON s.span = v.span AND s.period_from = v.period_from AND s.version = v.period_version
    UNION ALL
    SELECT v.*, o.organization_id, o.path FROM version v
    JOIN organization_place o ON o.valid_from <= v.period_to AND (o.valid_to IS NULL OR o.valid_to >= v.period_to)
    WHERE NOT EXISTS (SELECT 1 FROM period_structure s
      WHERE s.span = v.span AND s.period_from = v.period_from AND s.version = v.period_version)
  ), stood AS (
    SELECT * FROM place
    UNION ALL
    SELECT v.*, l.organization_id, l.path FROM version v CROSS JOIN organization o
    JOIN organization_place l ON l.organization_id = o.id AND l.valid_from <= least(v.period_to, o.valid_to)
      AND (l.valid_to IS NULL OR l.valid_to >= least(v.period_to, o.valid_to))
    WHERE NOT EXISTS (SELECT 1 FROM place p WHERE p.span = v.span AND p.period_from = v.period_from
      AND p.period_version = v.period_version AND p.organization_id = o.id)
  )`;

/** How many organisations reached which total at and below each one: counted in plain SQL from the published sheets. */
export const secondTotals = sql<NamedFigure>`
  WITH ${versions}
  SELECT concat_ws(' ', p.organization_id, s.scheme_code, s.period_from, s.period_version, s.class, bucket) AS key,
    concat_ws(' ', count(*), trim_scale(coalesce(sum(s.total), 0))) AS value
  FROM score_sheet s
  JOIN cadence c ON c.code = s.scheme_code
  JOIN place p ON p.span = c.span AND p.period_from = s.period_from AND p.period_version = s.period_version AND starts_with(s.path, p.path)
  CROSS JOIN LATERAL unnest(CASE WHEN s.order_key = '' THEN ARRAY['none:']
    ELSE ARRAY['exact:' || s.order_key, 'whole:' || split_part(s.order_key, '.', 1)] END) AS bucket
  WHERE s.basis = 'published'
  GROUP BY p.organization_id, s.scheme_code, s.period_from, s.period_version, s.class, bucket ORDER BY 1`;

/** The same as it stands. */
export const standingTotals = sql<NamedFigure>`
  SELECT concat_ws(' ', organization_id, scheme_code, period_from, period_version, class, bucket) AS key,
    concat_ws(' ', organizations, trim_scale(totals)) AS value
  FROM score_rollup WHERE organizations <> 0 OR totals <> 0 ORDER BY 1`;

/** Sums of facts by organisation, month and kind, of its own and of all at and below it: added up in plain SQL. */
export const secondSums = sql<NamedFigure>`
  WITH ${versions}, month AS (
    SELECT v.* FROM version v WHERE v.span = 'month'
      AND v.period_version = coalesce((SELECT p.version FROM period p WHERE p.span = 'month' AND p.period_from = v.period_from), 1)
  ), own AS (
    SELECT f.organization_id, m.period_from, m.period_version, f.kind, sum(f.sign) AS count, sum(f.sign * f.quantity) AS quantity,
      sum(f.sign * coalesce(f.base, 0)) AS base
    FROM fact f JOIN month m ON m.period_from = date_trunc('month', f.counts_on)::date
    GROUP BY 1, 2, 3, 4
  ), spread AS (
    SELECT organization_id, period_from, kind, count AS own_count, quantity AS own_quantity, base AS own_base, count, quantity, base FROM own
    UNION ALL
    SELECT p.organization_id, f.period_from, f.kind, 0, 0, 0, f.count, f.quantity, f.base
    FROM own f JOIN stood o ON o.span = 'month' AND o.period_from = f.period_from AND o.period_version = f.period_version
      AND o.organization_id = f.organization_id
    JOIN place p ON p.span = 'month' AND p.period_from = f.period_from AND p.period_version = f.period_version
      AND starts_with(o.path, p.path) AND p.organization_id <> o.organization_id
  )
  SELECT concat_ws(' ', organization_id, period_from, kind) AS key, concat_ws(' ', sum(own_count), trim_scale(sum(own_quantity)),
    trim_scale(sum(own_base)), sum(count), trim_scale(sum(quantity)), trim_scale(sum(base))) AS value
  FROM spread GROUP BY organization_id, period_from, kind
  HAVING (sum(own_count), sum(own_quantity), sum(own_base), sum(count), sum(quantity), sum(base)) <> (0, 0, 0, 0, 0, 0) ORDER BY 1`;

/** The same as they stand. */
export const standingSums = sql<NamedFigure>`
  SELECT concat_ws(' ', organization_id, month, kind) AS key, concat_ws(' ', own_count, trim_scale(own_quantity), trim_scale(own_base),
    subtree_count, trim_scale(subtree_quantity), trim_scale(subtree_base)) AS value
  FROM metric_rollup
  WHERE (own_count, own_quantity, own_base, subtree_count, subtree_quantity, subtree_base) <> (0, 0, 0, 0, 0, 0) ORDER BY 1`;
