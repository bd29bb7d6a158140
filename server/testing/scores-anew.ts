import { sql } from "kysely";
import { type DirtyMonth, rescore } from "../modules/assessment/index.ts";
import type { Database, ReadDatabase } from "../platform/db/pools.ts";
import type { Workshop } from "../platform/ritual/perform.ts";

/** Everything that follows from facts, as texts by name; without the moment at which it was worked out. */
export type Following = ReadonlyMap<string, string>;

/** Sheets and roll-ups of the newest version of every period, as they stand. */
export async function followingNow(database: ReadDatabase, tenantId: number): Promise<Following> {
  const { rows } = await sql<{ key: string; value: string }>`
    WITH newest AS (
      SELECT v.code AS scheme_code, p.period_from, p.version FROM period p
      JOIN (SELECT DISTINCT code, body->>'cadence' AS span FROM scheme_version WHERE tenant_id = ${tenantId}) v ON v.span = p.span
      WHERE p.tenant_id = ${tenantId})
    SELECT 'sheet ' || concat_ws(' ', organization_id, scheme_code, period_from, period_version, basis) AS key,
      (to_jsonb(s) - 'computed_at')::text AS value
    FROM score_sheet s LEFT JOIN newest n USING (scheme_code, period_from)
    WHERE tenant_id = ${tenantId} AND period_version = coalesce(n.version, 1)
    UNION ALL
    SELECT 'totals ' || concat_ws(' ', organization_id, scheme_code, period_from, period_version, class, bucket),
      concat_ws(' ', organizations, trim_scale(totals))
    FROM score_rollup r LEFT JOIN newest n USING (scheme_code, period_from)
    WHERE tenant_id = ${tenantId} AND organizations <> 0 AND period_version = coalesce(n.version, 1)
    UNION ALL
    SELECT 'sums ' || concat_ws(' ', organization_id, month, kind), concat_ws(' ', own_count, trim_scale(own_quantity),
      trim_scale(own_base), subtree_count, trim_scale(subtree_quantity), trim_scale(subtree_base))
    FROM metric_rollup
    WHERE tenant_id = ${tenantId} AND (subtree_count <> 0 OR subtree_quantity <> 0 OR subtree_base <> 0)`.execute(
    database,
  );
  return new Map(rows.map(({ key, value }) => [key, value]));
}

/**
 * Works out every sheet and roll-up of a group from its facts alone, organisation by organisation, and says what differs
 * from what stands. Nothing is changed: the work is undone.
 */
export function whatDiffersAnew({ database, clock }: Workshop, tenantId: number): Promise<string[]> {
  return whatWouldDiffer(database, tenantId, (undone) =>
    undone.writing(tenantId, {}, async (transaction) => {
      const { rows: keys } = await sql<DirtyMonth>`
        SELECT DISTINCT organization_id AS "organizationId", date_trunc('month', counts_on)::date AS month FROM fact
        WHERE tenant_id = ${tenantId}
        UNION SELECT organization_id, period_from FROM score_sheet WHERE tenant_id = ${tenantId}`.execute(transaction);
      for (const table of ["score_sheet", "score_rollup", "metric_rollup"] as const) {
        await transaction.deleteFrom(table).where("tenant_id", "=", tenantId).execute();
      }
      await rescore(transaction, database.reading(tenantId), tenantId, keys, clock());
    }),
  );
}

/** What `work` would change, before and after; it gets a database whose writing is undone. */
export async function whatWouldDiffer(
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
        const before = await followingNow(transaction, tenantId);
        await inside(transaction, opened);
        const after = await followingNow(transaction, tenantId);
        differing = differences(before, after).map((key) => `${key}: ${before.get(key)} / ${after.get(key)}`);
        throw undo;
      }),
  };
  await work(undone).catch((error: unknown) => {
    if (error !== undo) throw error;
  });
  return differing;
}

/** Names that stand in one only or with another value. */
export function differences(before: Following, after: Following): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
}
