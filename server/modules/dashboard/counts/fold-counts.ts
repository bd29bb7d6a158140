import { monthOf, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { keyByKey } from "../../../platform/db/key-by-key.ts";
import type { Database, Transaction } from "../../../platform/db/pools.ts";
import { scoreDirty } from "../../../platform/facts/post-facts.ts";
import type { Announcer } from "../../../platform/live/announcer.ts";
import { countedOn, countTree } from "./count-tree.ts";
import { columnsOf, dutyRollup, names, type Rollup, recordRollup, spread } from "./rollup-sql.ts";

const rollups = [dutyRollup, recordRollup];
type Request = {
  readonly topic: "month" | "since" | "tree";
  readonly organizationId: string | null;
  readonly month: PlainDate | null;
};

/** So many requests are taken in one turn, as many as are well looked up one by one. */
const atOnce = 2000;
const countingLock = 7_080_014;

/**
 * Counts what one group asked for: duties and records of single organisations and months, or of everybody from a month
 * on, and what the tree holds, also once on each new day. What comes in meanwhile waits for the next turn, a crash leaves
 * the requests as they were, and the scores wait for none of it. Answers how many requests it took.
 */
async function foldCounts(
  database: Database,
  tenantId: number,
  today: PlainDate,
  announce: Announcer["announce"],
): Promise<number> {
  const taken = await database.writing(tenantId, {}, async (transaction) => {
    await alone(transaction, tenantId);
    const { rows } = await sql<Request>`
      DELETE FROM count_request WHERE tenant_id = ${tenantId}
        AND id IN (SELECT id FROM count_request WHERE tenant_id = ${tenantId} ORDER BY id LIMIT ${atOnce})
      RETURNING topic, organization_id AS "organizationId", month`.execute(transaction);
    const since = rows
      .flatMap(({ topic, month }) => (topic === "since" && month !== null ? [month] : []))
      .toSorted()[0];
    if (since !== undefined) await rebuildCounts(transaction, tenantId, since);
    const months = rows.filter(
      ({ topic, month }) => topic === "month" && !(since !== undefined && (month ?? "") >= since),
    );
    if (months.length > 0) await foldMonths(transaction, tenantId, months);
    const asked = rows.some(({ topic }) => topic === "tree");
    if (asked || (await countedOn(transaction, tenantId)) !== today) await countTree(transaction, tenantId, today);
    return rows;
  });
  const duties = { tenantId, topic: "duties" } as const;
  if (taken.some(({ topic }) => topic === "since")) announce({ ...duties, path: "", month: null, below: true });
  announce(
    ...taken.flatMap(({ organizationId, month }) =>
      organizationId === null || month === null ? [] : [{ ...duties, organizationId, month: monthOf(month) }],
    ),
  );
  return taken.length;
}

/** So long counts let scores go first. */
const patienceSeconds = 5;

/**
 * Whether a group's scores are still being written, and nobody has waited long for a count: both would take the same
 * processors, and of what many commits ask for together much is counted only once.
 */
export async function letScoresGoFirst(database: Database, tenantId: number, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - patienceSeconds * 1000);
  const { rows } = await sql<{ first: boolean }>`
    SELECT EXISTS (SELECT FROM outbox WHERE tenant_id = ${tenantId} AND topic = ${scoreDirty})
      AND coalesce((SELECT recorded_at FROM count_request WHERE tenant_id = ${tenantId} ORDER BY id LIMIT 1) > ${since}, true)
      AS first`.execute(database.reading(tenantId));
  return rows[0]?.first ?? false;
}

/** Counts until nobody asks any more, or until it is to stop: what is left waits for the next start. */
export async function foldAllCounts(
  database: Database,
  tenantId: number,
  today: PlainDate,
  stopping: () => boolean = () => false,
  announce: Announcer["announce"] = () => {},
): Promise<number> {
  const folded = await foldCounts(database, tenantId, today, announce);
  if (folded === 0 || stopping()) return folded;
  return folded + (await foldAllCounts(database, tenantId, today, stopping, announce));
}

/** One counts a group at a time: two would carry the same difference up twice. */
async function alone(transaction: Transaction, tenantId: number): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${countingLock}::int, ${tenantId}::int)`.execute(transaction);
}

/** The same for one group with its tree, at once; answers how many rows there are from that month on. */
export function countAnew(database: Database, tenantId: number, from: PlainDate, today: PlainDate): Promise<number> {
  return database.writing(tenantId, {}, async (transaction) => {
    await alone(transaction, tenantId);
    await rebuildCounts(transaction, tenantId, from);
    await countTree(transaction, tenantId, today);
    const { rows } = await sql<{ rows: number }>`SELECT (SELECT count(*) FROM duty_rollup WHERE tenant_id = ${tenantId}
        AND month >= ${from}::date)::int + (SELECT count(*) FROM record_rollup WHERE tenant_id = ${tenantId}
        AND month >= ${from}::date)::int AS rows`.execute(transaction);
    return rows[0]?.rows ?? 0;
  });
}

/**
 * Counts all duties and records from a month on from scratch, along the tree as it stood in each month. Everything is read
 * once: where PostgreSQL still believes the tables to be small, as after a first filling, it would look through them again
 * for each row.
 */
export async function rebuildCounts(transaction: Transaction, tenantId: number, from: PlainDate): Promise<void> {
  await sql`SET LOCAL enable_nestloop = off`.execute(transaction);
  for (const rollup of rollups) {
    const table = sql.table(rollup.table);
    await sql`DELETE FROM ${table} WHERE tenant_id = ${tenantId} AND month >= ${from}::date`.execute(transaction);
    await sql`WITH delta AS MATERIALIZED (${rollup.own(tenantId, { from })})
      INSERT INTO ${table} (${columnsOf(rollup)}) ${spread(tenantId, rollup)}`.execute(transaction);
  }
  await sql`SET LOCAL enable_nestloop = on`.execute(transaction);
}

/**
 * Counts these organisations and months anew, and carries the difference to what stood there to everybody above. OFFSET 0
 * keeps PostgreSQL from going through the whole table for each key where it believes it to be empty.
 */
async function foldMonths(transaction: Transaction, tenantId: number, requests: readonly Request[]): Promise<void> {
  const keys = JSON.stringify(
    requests.map(({ organizationId, month }) => ({ organization_id: organizationId, month })),
  );
  const key = sql`key AS MATERIALIZED (SELECT DISTINCT organization_id, month
    FROM json_to_recordset(${keys}::json) AS k(organization_id uuid, month date))`;
  await keyByKey(transaction, true);
  for (const rollup of rollups) await foldRollup(transaction, tenantId, rollup, key);
  await keyByKey(transaction, false);
}

async function foldRollup(
  transaction: Transaction,
  tenantId: number,
  rollup: Rollup,
  key: RawBuilder<unknown>,
): Promise<void> {
  const { table, keys, measures } = rollup;
  const told = ["organization_id", "month", ...keys];
  const sums = measures.flatMap((name) => [`own_${name}`, `subtree_${name}`]);
  await sql`
    WITH ${key}, fresh AS (${rollup.own(tenantId, "key")}), delta AS MATERIALIZED (
      SELECT ${names(told)}, ${names(measures.map((name) => `sum(${name})::int AS ${name}`))}
      FROM (
        SELECT ${names([...told, ...measures])} FROM fresh
        UNION ALL
        SELECT ${names([...told.map((name) => `m.${name}`), ...measures.map((name) => `-m.own_${name}`)])}
        FROM key k CROSS JOIN LATERAL (SELECT * FROM ${sql.table(table)} m WHERE m.tenant_id = ${tenantId}
          AND m.organization_id = k.organization_id AND m.month = k.month OFFSET 0) m
      ) both_sides
      GROUP BY ${names(told)} HAVING ${sql.raw(measures.map((name) => `sum(${name}) <> 0`).join(" OR "))}
    )
    INSERT INTO ${sql.table(table)} AS m (${columnsOf(rollup)}) ${spread(tenantId, rollup)}
    ON CONFLICT (tenant_id, ${names(told)}) DO UPDATE SET ${names(sums.map((name) => `${name} = m.${name} + excluded.${name}`))}`.execute(
    transaction,
  );
}
