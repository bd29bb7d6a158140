import { sql } from "kysely";
import type { NamedFigure } from "./second-rollups.ts";

/** Sheets of the newest versions: the one that counts, which is the adjusted one where there is one. */
const counting = sql`
  cadence AS (SELECT DISTINCT code, body->>'cadence' AS span FROM scheme_version),
  newest AS (
    SELECT s.*, coalesce(p.state, 'open') AS state, c.span FROM score_sheet s JOIN cadence c ON c.code = s.scheme_code
    LEFT JOIN period p ON p.span = c.span AND p.period_from = s.period_from WHERE s.period_version = coalesce(p.version, 1)
  ), counting AS (
    SELECT DISTINCT ON (organization_id, scheme_code, period_from) *, (SELECT array_agg(nullif(substring(line FROM '^[0-9.]+'), '')::numeric)
      FROM jsonb_array_elements_text(lines) AS line) AS points,
      EXISTS (SELECT 1 FROM veto_decision d WHERE d.organization_id = n.organization_id AND d.scheme_code = n.scheme_code
        AND d.period_from = n.period_from AND d.period_version = n.period_version AND d.confirmed) AS is_confirmed
    FROM newest n ORDER BY organization_id, scheme_code, period_from, basis
  )`;

/**
 * Lines and totals of the schemes of random histories that plain SQL composes otherwise than they stand: months of
 * imported figures, quarters with the mean of their closed months, bonus and deduction, and months of committees rolled
 * up from the branches below.
 */
export const brokenCompositions = sql<NamedFigure>`
  WITH ${counting}, grid AS (
    SELECT organization_id, scheme_code, period_from, total,
      round(100 * (coalesce(points[2], 0) + coalesce(points[3], 0))
        / nullif((points[2] IS NOT NULL)::int * 40 + (points[3] IS NOT NULL)::int * 60, 0), 2) AS composed,
      CASE WHEN lines->>3 LIKE 'fatal %' AND is_confirmed THEN 20 ELSE 100 END AS cap
    FROM counting WHERE scheme_code = 'grid'
  ), season AS (
    SELECT organization_id, scheme_code, period_from, total, points[1] + coalesce(points[6], 0) - coalesce(points[8], 0) AS composed,
      CASE WHEN lines->>9 LIKE 'fatal %' AND is_confirmed THEN 60 ELSE 110 END AS cap
    FROM counting WHERE scheme_code = 'season'
  ), mean AS (
    SELECT q.organization_id, q.scheme_code, q.period_from, q.points[2] AS total, (SELECT round(avg(m.total), 2) FROM counting m
      JOIN organization o ON o.id = m.organization_id
      WHERE m.organization_id = q.organization_id AND m.scheme_code = 'monthly' AND m.state = 'closed' AND m.coverage >= 80
        AND m.period_from BETWEEN q.period_from AND q.period_from + interval '3 months - 1 day'
        AND o.valid_from <= m.period_from AND (o.valid_to IS NULL OR o.valid_to >= m.period_from + interval '1 month - 1 day')) AS composed
    FROM counting q WHERE q.scheme_code = 'season' AND q.state = 'open' AND q.lines->>1 NOT LIKE '%*'
  ), below AS (
    SELECT c.organization_id, c.scheme_code, c.period_from, c.points, b.total, b.points[4] AS standard, (SELECT body->'root'->'children'->2->>'fullMarks'
      FROM scheme_version v WHERE v.code = 'monthly' AND v.version = b.scheme_version)::numeric AS marks,
      (SELECT count(*) FROM membership m JOIN organization o ON o.id = m.organization_id
        AND (o.valid_to IS NULL OR o.valid_to >= c.period_from + interval '1 month - 1 day') WHERE m.organization_id = b.organization_id AND m.valid_from < c.period_from + interval '1 month'
        AND (m.valid_to IS NULL OR m.valid_to >= c.period_from + interval '1 month - 1 day')) AS members
    FROM counting c JOIN counting b ON b.scheme_code = 'monthly' AND b.period_from = c.period_from AND starts_with(b.path, c.path)
    WHERE c.scheme_code = 'committee_monthly' AND c.state = 'open' AND NOT c.lines::text LIKE '%*%'
  ), committee AS (
    SELECT organization_id, scheme_code || ' members' AS scheme_code, period_from, points[2] AS total,
      round(70 * sum(total * members) / nullif(sum(members) FILTER (WHERE total IS NOT NULL), 0) / 100, 2) AS composed FROM below GROUP BY 1, 2, 3, 4
    UNION ALL
    SELECT organization_id, scheme_code || ' alike', period_from, points[3], round(30 * avg(standard / marks), 2) FROM below GROUP BY 1, 2, 3, 4
  ), composed AS (
    SELECT organization_id, scheme_code, period_from, total, CASE WHEN composed > 0 THEN least(composed, cap) ELSE composed * 0 END AS composed
    FROM (SELECT * FROM grid UNION ALL SELECT * FROM season) capped
    UNION ALL SELECT organization_id, scheme_code || ' mean', period_from, total, composed FROM mean
    UNION ALL SELECT * FROM committee
  )
  SELECT concat_ws(' ', 'composed:', scheme_code, period_from, organization_id) AS key, concat_ws(' / ', total, composed) AS value
  FROM composed WHERE total IS DISTINCT FROM composed`;
