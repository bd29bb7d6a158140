import { sql } from "kysely";

export type SecondScore = { organizationId: string; month: string; basis: string; total: string | null; lines: string };

/**
 * The monthly scheme of the library (version 1) written a second time, in plain SQL over the facts: three ratios of 40, 30
 * and 30 marks, late ones half, attendance full from 90 %, what was not due left to the others. Of closed months both the
 * figure that was closed and the one with what came later. It scores branches: what a 党委 holds itself stands in no sheet of
 * this scheme.
 */
export const secondScores = sql<SecondScore>`
  WITH month AS (
    SELECT p.first, basis, CASE WHEN basis = 'published' THEN coalesce(x.closing, 1000000) ELSE 1000000 END AS closing
    FROM (SELECT DISTINCT date_trunc('month', counts_on)::date AS first FROM fact) p
    CROSS JOIN (VALUES ('published'), ('adjusted')) b(basis)
    LEFT JOIN period x ON x.span = 'month' AND x.period_from = p.first
  ), sums AS (
    SELECT f.organization_id, m.first, m.basis,
      sum(f.sign) FILTER (WHERE f.kind = 'obligation.due') AS due,
      sum(f.sign * CASE WHEN f.attributes->>'timeliness' = 'late' THEN 0.5 ELSE 1 END)
        FILTER (WHERE f.kind = 'obligation.discharged') AS done,
      sum(f.sign * f.quantity) FILTER (WHERE f.kind = 'attendance') AS present,
      sum(f.sign * f.base) FILTER (WHERE f.kind = 'attendance') AS expected,
      sum(f.sign * f.quantity) FILTER (WHERE f.kind = 'record.standard') AS passed,
      sum(f.sign * f.base) FILTER (WHERE f.kind = 'record.standard') AS applicable
    FROM month m JOIN fact f ON date_trunc('month', f.counts_on)::date = m.first AND f.closing <= m.closing
    JOIN organization o ON o.id = f.organization_id AND o.kind IN ('BRANCH', 'JOINT_BRANCH', 'PROJECT_BRANCH', 'TEMP_BRANCH')
    GROUP BY 1, 2, 3
  ), points AS (
    SELECT organization_id, first, basis,
      CASE WHEN due > 0 THEN round(40 * least(coalesce(done, 0), due) / due, 2) END AS meetings,
      CASE WHEN expected > 0 THEN round(least(30, 30 * present * 10 / (expected * 9)), 2) END AS attendance,
      CASE WHEN applicable > 0 THEN round(30 * least(passed, applicable) / applicable, 2) END AS standard
    FROM sums
  ), totals AS (
    SELECT *, (meetings IS NOT NULL)::int * 40 + (attendance IS NOT NULL)::int * 30 + (standard IS NOT NULL)::int * 30 AS marks FROM points
  )
  SELECT organization_id AS "organizationId", to_char(first, 'YYYY-MM') AS month, basis,
    round((coalesce(meetings, 0) + coalesce(attendance, 0) + coalesce(standard, 0)) * 100 / marks, 2)::text AS total,
    concat_ws(' ', coalesce(meetings::text, 'n'), coalesce(attendance::text, 'n'), coalesce(standard::text, 'n')) AS lines
  FROM totals WHERE marks > 0 ORDER BY 1, 2, 3`;

/** The sheets of the newest versions as they stand, in the same words. */
export const standingScores = sql<SecondScore>`
  SELECT s.organization_id AS "organizationId", to_char(s.period_from, 'YYYY-MM') AS month, b.basis, x.total::text AS total,
    concat_ws(' ', split_part(x.lines->>1, ' ', 1), split_part(x.lines->>2, ' ', 1), split_part(x.lines->>3, ' ', 1)) AS lines
  FROM score_sheet s
  CROSS JOIN (VALUES ('published'), ('adjusted')) b(basis)
  LEFT JOIN score_sheet a ON a.tenant_id = s.tenant_id AND a.organization_id = s.organization_id AND a.scheme_code = s.scheme_code
    AND a.period_from = s.period_from AND a.period_version = s.period_version AND a.basis = 'adjusted'
  CROSS JOIN LATERAL (SELECT
    CASE WHEN b.basis = 'adjusted' AND a.lines IS NOT NULL THEN a.total ELSE s.total END AS total,
    CASE WHEN b.basis = 'adjusted' THEN coalesce(a.lines, s.lines) ELSE s.lines END AS lines) x
  WHERE s.scheme_code = 'monthly' AND s.basis = 'published'
    AND s.period_version = coalesce((SELECT p.version FROM period p WHERE p.span = 'month' AND p.period_from = s.period_from), 1)
    AND x.lines->>1 || (x.lines->>2) || (x.lines->>3) <> 'nnn'
  ORDER BY 1, 2, 3`;
