import type { Period } from "@dutyloop/domain/assessment/period-things.ts";
import { type DateRange, monthOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { keyByKey } from "../../platform/db/key-by-key.ts";
import type { Database, ReadDatabase, Transaction } from "../../platform/db/pools.ts";
import { scoreDirty } from "../../platform/facts/post-facts.ts";
import type { Announcer } from "../../platform/live/announcer.ts";
import { rebuildChangedTree, takeTreeChanges } from "./rebuild-tree.ts";
import { type DirtyMonth, rescore } from "./rescore.ts";

/** Of so many rows of the queue, the sheets of so many organisations and months are scored in one turn. */
const rowsLookedAt = 20_000;
const keysAtOnce = 500;
const foldingLock = 7_080_004;

/** One program at a time folds a group: roll-ups on the way up to the top are then never waited for by two. */
export async function holdFolding(transaction: Transaction, tenantId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${foldingLock}::int, ${tenantId}::int)`.execute(transaction);
}

/**
 * Takes what asks for a new score out of one group's outbox and scores each organisation and month once. What comes in
 * meanwhile waits for the next turn; a crash leaves the queue as it was. Answers how much it took: organisations and months,
 * and changes of the tree.
 */
export async function foldScores(
  database: Database,
  tenantId: number,
  now: Date,
  announce: Announcer["announce"] = () => {},
): Promise<number> {
  const { scored, treeChanged } = await database.writing(tenantId, {}, (transaction) =>
    foldWithin(transaction, database.reading(tenantId), tenantId, now),
  );
  if (treeChanged > 0) announce({ tenantId, topic: "scores", path: "", month: null, below: true });
  announce(...scored.map((key) => ({ tenantId, topic: "scores", ...monthOfKey(key) }) as const));
  return treeChanged + scored.length;
}

function monthOfKey({ organizationId, month }: DirtyMonth) {
  return { organizationId, month: monthOf(month) };
}

/** How many changes of the tree were taken, and what was scored for them and for the facts. */
type Folded = { readonly treeChanged: number; readonly scored: readonly DirtyMonth[] };

/** What closing a period scores: the days whose scores are wanted, and the period that gets its last figures. */
export type ClosingFold = { readonly days: DateRange; readonly finishing: Pick<Period, "span" | "from"> | null };

/** The same inside a transaction that goes on afterwards, as closing a period does; other months wait. */
export async function foldWithin(
  transaction: Transaction,
  definitions: ReadDatabase,
  tenantId: number,
  now: Date,
  closing: ClosingFold | null = null,
): Promise<Folded> {
  const wanted =
    closing === null ? sql`` : sql`AND month BETWEEN ${closing.days.from}::date AND ${closing.days.to}::date`;
  const [, , changed, { rows }] = await Promise.all([
    keyByKey(transaction, true),
    holdFolding(transaction, tenantId),
    takeTreeChanges(transaction, tenantId),
    // Up to a number, which the queue's only index finds however large PostgreSQL believes the queue to be.
    sql<DirtyMonth>`
      WITH waiting AS (
        SELECT id, organization_id, month, row_number() OVER (PARTITION BY organization_id, month ORDER BY id) AS nth
        FROM (SELECT id, organization_id, month FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${scoreDirty} ${wanted}
          ORDER BY id LIMIT ${rowsLookedAt}) oldest
      ), counted AS (
        SELECT id, count(*) FILTER (WHERE nth = 1) OVER (ORDER BY id) AS keys FROM waiting
      ), taken AS (
        DELETE FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${scoreDirty} ${wanted}
          AND id <= (SELECT max(id) FROM counted WHERE keys <= ${keysAtOnce})
        RETURNING organization_id, month
      )
      SELECT DISTINCT organization_id AS "organizationId", month FROM taken`.execute(transaction),
  ]);
  if (changed.length > 0) {
    await keyByKey(transaction, false);
    await rebuildChangedTree(transaction, definitions, tenantId, changed, now);
    await keyByKey(transaction, true);
  }
  if (rows.length > 0) await rescore(transaction, definitions, tenantId, rows, now, closing?.finishing ?? null);
  await keyByKey(transaction, false);
  return { treeChanged: changed.length, scored: rows };
}

/** Folds until the queue of the group is empty, or until it is to stop: what is left waits for the next start. */
export async function foldAllScores(
  database: Database,
  tenantId: number,
  now: Date,
  stopping: () => boolean = () => false,
  announce?: Announcer["announce"],
): Promise<number> {
  const folded = await foldScores(database, tenantId, now, announce);
  if (folded === 0 || stopping()) return folded;
  return folded + (await foldAllScores(database, tenantId, now, stopping, announce));
}
