import { sql } from "kysely";
import { type DirtyMonth, recomputeAll, rescore } from "../modules/assessment/index.ts";
import type { Database, ReadDatabase, Transaction } from "../platform/db/pools.ts";
import type { Workshop } from "../platform/ritual/perform.ts";
import { differences, type Following } from "./scores-anew.ts";
import { brokenCompositions } from "./second-compositions.ts";
import { type NamedFigure, secondSums, secondTotals, standingSums, standingTotals } from "./second-rollups.ts";

/**
 * What follows from facts, decisions and other sheets at any time: published sheets of the periods that aren't closed, and
 * for every period the sheet that counts in means, which is the adjusted one where there is one. What a closed period
 * published is left out: it is frozen, and what came later doesn't move it.
 */
export async function figuresNow(database: ReadDatabase, tenantId: number): Promise<Following> {
  const { rows } = await sql<NamedFigure>`
    WITH cadence AS (SELECT DISTINCT code, body->>'cadence' AS span FROM scheme_version WHERE tenant_id = ${tenantId}), newest AS (
      SELECT s.*, coalesce(p.state, 'open') AS state FROM score_sheet s JOIN cadence c ON c.code = s.scheme_code
      LEFT JOIN period p ON p.tenant_id = s.tenant_id AND p.span = c.span AND p.period_from = s.period_from
      WHERE s.tenant_id = ${tenantId} AND s.period_version = coalesce(p.version, 1)
    ), figure AS (
      SELECT basis AS figure, n.* FROM newest n WHERE NOT (basis = 'published' AND state = 'closed')
      UNION ALL
      (SELECT DISTINCT ON (organization_id, scheme_code, period_from) 'counting', n.* FROM newest n
      ORDER BY organization_id, scheme_code, period_from, basis)
    )
    SELECT concat_ws(' ', figure, scheme_code, period_from, period_version, organization_id) AS key,
      concat_ws(' ', scheme_version, path, class, total, coverage, order_key, lines) AS value
    FROM figure WHERE NOT (figure = 'adjusted' AND state = 'closed')`.execute(database);
  return new Map(rows.map(({ key, value }) => [key, value]));
}

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
  const { database, clock } = workshop;
  const reading = database.reading(tenantId);
  const anew = await differingIn(database, tenantId, (undone) => scoredAnew(undone, tenantId, clock()));
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

/** What `work` would change; it gets a database whose writing is undone. */
async function differingIn(
  database: Database,
  tenantId: number,
  work: (undone: Database) => Promise<unknown>,
): Promise<string[]> {
  let differing: string[] = [];
  const undo = new Error("undo");
  const undone: Database = {
    ...database,
    writing: (tenant, opening, inside) =>
      database.writing(tenant, opening, async (transaction, opened) => {
        const before = await figuresNow(transaction, tenantId);
        await inside(transaction, opened);
        const after = await figuresNow(transaction, tenantId);
        differing = differences(before, after).map((key) => `${key}: ${before.get(key)} / ${after.get(key)}`);
        throw undo;
      }),
  };
  await work(undone).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return differing;
}

function scoredAnew(database: Database, tenantId: number, now: Date): Promise<void> {
  return database.writing(tenantId, {}, async (transaction: Transaction) => {
    const { rows: keys } = await sql<DirtyMonth>`
      SELECT DISTINCT organization_id AS "organizationId", date_trunc('month', counts_on)::date AS month FROM fact
      WHERE tenant_id = ${tenantId}
      UNION SELECT organization_id, period_from FROM score_sheet WHERE tenant_id = ${tenantId}`.execute(transaction);
    for (const table of ["score_sheet", "score_rollup", "metric_rollup"] as const)
      await transaction.deleteFrom(table).where("tenant_id", "=", tenantId).execute();
    await rescore(transaction, database.reading(tenantId), tenantId, keys, now);
  });
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
    found.push(...(await differingIn(database, tenantId, (undone) => recomputeAll(undone, tenantId, all, now))));
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
