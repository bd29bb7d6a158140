import { sql } from "kysely";
import { recomputeAll } from "../modules/assessment/index.ts";
import type { ReadDatabase } from "../platform/db/pools.ts";
import type { Workshop } from "../platform/ritual/perform.ts";
import { differences, type Following, whatDiffersAnew, whatWouldDiffer } from "./scores-anew.ts";
import { brokenCompositions } from "./second-compositions.ts";
import { type NamedFigure, secondSums, secondTotals, standingSums, standingTotals } from "./second-rollups.ts";

/** The published sheets of closed periods and of versions before the newest: whatever happens, they stay. */
export async function frozenNow(database: ReadDatabase, tenantId: number): Promise<Following> {
  const { rows } = await sql<NamedFigure>`
    SELECT concat_ws(' ', scheme_code, s.period_from, period_version, organization_id) AS key, (to_jsonb(s) - 'computed_at')::text AS value
    FROM score_sheet s JOIN period p ON p.tenant_id = s.tenant_id AND p.period_from = s.period_from
      AND p.span = (SELECT v.body->>'cadence' FROM scheme_version v WHERE v.tenant_id = s.tenant_id AND v.code = s.scheme_code LIMIT 1)
    WHERE s.tenant_id = ${tenantId} AND s.basis = 'published' AND (s.period_version < p.version OR p.state = 'closed')`.execute(
    database,
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/**
 * Works every figure out again in two ways, organisation by organisation and all at once, and the roll-ups a third time in
 * plain SQL; names what differs from what stands. Nothing is changed: the work is undone.
 */
export async function brokenFigures(workshop: Workshop, tenantId: number): Promise<string[]> {
  const reading = workshop.database.reading(tenantId);
  const anew = await whatDiffersAnew(workshop, tenantId);
  const together = await scoredTogether(workshop, tenantId);
  return [
    ...anew.map((key) => `anew: ${key}`),
    ...together.map((key) => `together: ${key}`),
    ...(await brokenRollups(reading)),
    ...(await brokenCompositions.execute(reading)).rows.map(({ key, value }) => `${key}: ${value}`),
    ...(await needlessAdjustments(reading)).map((key) => `needless: ${key}`),
  ];
}

/** Roll-ups that plain SQL over sheets and facts counts otherwise. */
export async function brokenRollups(database: ReadDatabase): Promise<string[]> {
  const totals = await differingFigures(database, standingTotals, secondTotals);
  const sums = await differingFigures(database, standingSums, secondSums);
  return [...totals.map((key) => `totals: ${key}`), ...sums.map((key) => `sums: ${key}`)];
}

/** Scheme by scheme, since each reads what stands of the others. */
async function scoredTogether({ database, clock }: Workshop, tenantId: number): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`SELECT DISTINCT scheme_code AS code FROM scheme_adoption
    WHERE tenant_id = ${tenantId} ORDER BY 1`.execute(database.reading(tenantId));
  const now = clock();
  const to = now.toISOString().slice(0, 7);
  const found: string[] = [];
  for (const { code } of rows) {
    const all = { schemeCode: code, from: "2026-01", to };
    found.push(...(await whatWouldDiffer(database, tenantId, (undone) => recomputeAll(undone, tenantId, all, now))));
  }
  return found;
}

async function differingFigures(
  database: ReadDatabase,
  standing: ReturnType<typeof sql<NamedFigure>>,
  second: ReturnType<typeof sql<NamedFigure>>,
): Promise<string[]> {
  const named = async (query: typeof standing) =>
    new Map((await query.execute(database)).rows.map(({ key, value }) => [key, value]));
  const [before, after] = [await named(standing), await named(second)];
  return differences(before, after).map((key) => `${key}: ${before.get(key)} / ${after.get(key)}`);
}

/** Adjusted sheets that say the same as the published one. */
async function needlessAdjustments(database: ReadDatabase): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    SELECT concat_ws(' ', scheme_code, period_from, organization_id) AS key
    FROM score_sheet a JOIN score_sheet s USING (tenant_id, organization_id, scheme_code, period_from, period_version)
    WHERE a.basis = 'adjusted' AND s.basis = 'published' AND a.lines = s.lines`.execute(database);
  return rows.map(({ key }) => key);
}
