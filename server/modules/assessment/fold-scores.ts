import { sql } from "kysely";
import type { Database } from "../../platform/db/pools.ts";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import { type SheetKey, writeSheets } from "./score-sheets.ts";

const mostAtOnce = 500;

/**
 * Takes what asks for a new score out of one group's outbox and scores each organisation and month once. What comes in
 * meanwhile waits for the next turn; a crash leaves the queue as it was. Answers how many rows it took.
 */
export function foldScores(database: Database, tenantId: number, now: Date): Promise<number> {
  return database.writing(tenantId, {}, async (transaction) => {
    const { rows } = await sql<SheetKey>`
      DELETE FROM outbox WHERE tenant_id = ${tenantId} AND id IN (
        SELECT id FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${scoreDirty} ORDER BY id LIMIT ${mostAtOnce} FOR UPDATE SKIP LOCKED)
      RETURNING organization_id AS "organizationId", month`.execute(transaction);
    if (rows.length === 0) return 0;
    const keys = [...new Map(rows.map((key) => [`${key.organizationId} ${key.month}`, key])).values()];
    keys.sort((a, b) => (`${a.organizationId} ${a.month}` < `${b.organizationId} ${b.month}` ? -1 : 1));
    // Two loops at once must not score one sheet from two views of its facts.
    const locks = keys.map((key) => `${tenantId} ${key.organizationId} ${key.month}`);
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(k, 7080004)) FROM unnest(${locks}::text[]) AS k`.execute(
      transaction,
    );
    await writeSheets(transaction, tenantId, keys, now);
    return rows.length;
  });
}

/** Folds until the queue of the group is empty. */
export async function foldAllScores(database: Database, tenantId: number, now: Date): Promise<number> {
  const folded = await foldScores(database, tenantId, now);
  return folded === 0 ? 0 : folded + (await foldAllScores(database, tenantId, now));
}
