import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { checkProportions, suggestGrade } from "@dutyloop/domain/assessment/boards/grade-rules.ts";
import { orderKey, wholeBucketOf } from "@dutyloop/domain/assessment/boards/order-key.ts";
import type { SchemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { type RawBuilder, sql } from "kysely";
import { afterSubtree } from "../../../platform/access/place.ts";
import type { ReadDatabase } from "../../../platform/db/pools.ts";
import { type Definitions, loadDefinitions } from "../definitions.ts";
import type { BoardKey } from "./board-classes.ts";
import { confirmedOf, vetoesIn } from "./board-rows.ts";

type Grades = Answer<"getBoard">["grades"];

/**
 * How many ranked organisations of a class hold each grade, and how many at most should: by bands from the roll-up, put
 * right for those few whose grade a person decided or a confirmed veto lowered.
 */
export async function liveGrades(
  database: ReadDatabase,
  key: BoardKey,
  { scheme }: Definitions,
  boardClass: string,
  ranked: number,
): Promise<Grades> {
  if (scheme.grades.length === 0) return [];
  const [reached, others] = await Promise.all([
    reachedBounds(database, key, scheme, boardClass),
    decidedOtherwise(database, key, boardClass),
  ]);
  const counts = new Map(scheme.grades.map(({ code }, i) => [code, (reached[i] ?? 0) - (reached[i - 1] ?? 0)]));
  const count = (code: string | null, by: number) => {
    if (code !== null) counts.set(code, (counts.get(code) ?? 0) + by);
  };
  for (const { byBand, held } of others) {
    count(byBand, -1);
    count(held, 1);
  }
  return withLimits(scheme, counts, ranked);
}

/** The same of a published board, from its rows. */
export async function frozenGrades(
  database: ReadDatabase,
  tenantId: number,
  { scheme }: Definitions,
  boardId: string,
  ranked: number,
): Promise<Grades> {
  if (scheme.grades.length === 0) return [];
  const { rows } = await sql<{ grade: string; organizations: number }>`
    SELECT coalesce(grade, suggested_grade) AS grade, count(*)::int AS organizations FROM board_row
    WHERE tenant_id = ${tenantId} AND board_id = ${boardId} AND rank IS NOT NULL GROUP BY 1`.execute(database);
  return withLimits(scheme, new Map(rows.map(({ grade, organizations }) => [grade, organizations])), ranked);
}

function withLimits(scheme: SchemeBody, counts: ReadonlyMap<string, number>, ranked: number): Grades {
  const limits = new Map(
    checkProportions(scheme.proportions, ranked, []).map((checked) => [checked.grade, checked.limit]),
  );
  return scheme.grades.map(({ code, name }) => {
    const [organizations, limit] = [counts.get(code) ?? 0, limits.get(code) ?? null];
    return { code, name, organizations, limit, over: limit !== null && organizations > limit };
  });
}

/** How many ranked organisations reach the bound of each grade. */
async function reachedBounds(
  database: ReadDatabase,
  { tenantId, organizationId, scheme: code, periodFrom, version }: BoardKey,
  scheme: SchemeBody,
  boardClass: string,
): Promise<number[]> {
  const bounds = scheme.grades.map(({ atLeast }) => orderKey(atLeast, [], true));
  const { rows } = await sql<{ organizations: number }>`
    SELECT (SELECT coalesce(sum(r.organizations), 0)::int FROM score_rollup r WHERE r.tenant_id = ${tenantId}
      AND r.organization_id = ${organizationId} AND r.scheme_code = ${code} AND r.period_from = ${periodFrom}::date
      AND r.period_version = ${version} AND r.class = ${boardClass}
      AND ((r.bucket > 'whole:' || b.whole AND r.bucket < 'whole;') OR (r.bucket >= 'exact:' || b.bound AND r.bucket < 'exact:' || b.whole || '/'))
    ) AS organizations
    FROM unnest(${bounds}::text[], ${bounds.map(wholeBucketOf)}::text[]) WITH ORDINALITY AS b(bound, whole, i) ORDER BY b.i`.execute(
    database,
  );
  return rows.map(({ organizations }) => organizations);
}

type Sheet = { schemeVersion: number; lines: string[]; total: string | null; grade: string | null };

/** The grade by band and the grade held of the organisations about which a person decided something. */
async function decidedOtherwise(database: ReadDatabase, key: BoardKey, boardClass: string) {
  const { tenantId, scheme: code, periodFrom, version, path } = key;
  const ofPeriod = (table: string): RawBuilder<unknown> => sql`FROM ${sql.table(table)} WHERE tenant_id = ${tenantId}
    AND scheme_code = ${code} AND period_from = ${periodFrom}::date AND period_version = ${version}`;
  const { rows } = await sql<Sheet>`
    SELECT s.scheme_version AS "schemeVersion", s.lines, s.total::text AS total, g.grade
    FROM (SELECT organization_id ${ofPeriod("grade_decision")}
      UNION SELECT organization_id ${ofPeriod("veto_decision")} AND confirmed) d
    JOIN score_sheet s ON s.tenant_id = ${tenantId} AND s.organization_id = d.organization_id AND s.scheme_code = ${code}
      AND s.period_from = ${periodFrom}::date AND s.period_version = ${version} AND s.basis = 'published'
    LEFT JOIN (SELECT organization_id, grade ${ofPeriod("grade_decision")}) g ON g.organization_id = d.organization_id
    WHERE s.class = ${boardClass} AND s.order_key <> '' AND s.path >= ${path} AND s.path < ${afterSubtree(path)}`.execute(
    database,
  );
  return Promise.all(
    rows.map(async ({ schemeVersion, lines, total, grade }) => {
      const definitions = await loadDefinitions(database, tenantId, code, schemeVersion);
      const { scheme } = definitions;
      const confirmed = confirmedOf(vetoesIn(definitions, lines));
      return {
        byBand: suggestGrade(scheme, total, new Set()).grade,
        held: grade ?? suggestGrade(scheme, total, confirmed).grade,
      };
    }),
  );
}
