import { type RawBuilder, sql } from "kysely";
import type { Transaction } from "../db/pools.ts";
import { type Act, columns, type KeptTable, keyOf } from "./keep-changes.ts";

/** A row that an act wrote and that somebody has changed or used since. */
export type ChangedSince = {
  readonly table: string;
  /** The columns of its key without the group; empty where a row of the table uses what was added or took a place since. */
  readonly key: Readonly<Record<string, unknown>>;
};

type Kept = { number: number; table: KeptTable; kind: "added" | "changed" | "taken" };

/**
 * Puts everything back that an act has written, the last first: what it added goes, what it changed or took is as it was.
 * Answers null, or the first row that isn't any more as the act left it; the caller then refuses, and its transaction
 * undoes what was put back so far. Nothing may be asked of the transaction after such an answer.
 */
export async function undoAct(transaction: Transaction, act: Act): Promise<ChangedSince | null> {
  const { tenantId, kind, id } = act;
  const { rows } = await sql<Kept>`
    SELECT number, table_name AS table,
      CASE WHEN before->0 = 'null' THEN 'added' WHEN after->0 = 'null' THEN 'taken' ELSE 'changed' END AS kind
    FROM change_image WHERE tenant_id = ${tenantId} AND act = ${kind} AND act_id = ${id}::uuid ORDER BY number DESC`.execute(
    transaction,
  );
  try {
    for (const kept of rows) {
      const since = await putBack(transaction, act, kept);
      if (since !== null) return since;
    }
    await sql`SET LOCAL enable_nestloop = on`.execute(transaction);
    return null;
  } catch (error) {
    const { code, table } = error as { code?: string; table?: string };
    if (code !== undefined && notAsBefore.has(code)) return { table: table ?? "", key: {} };
    throw error;
  }
}

/** PostgreSQL's words for a row that another one refers to, and for one whose place another one has taken. */
const notAsBefore = new Set(["23503", "23505", "23P01"]);

async function putBack(transaction: Transaction, act: Act, kept: Kept): Promise<ChangedSince | null> {
  const { table } = kept;
  await readUnknownWhole(transaction, table);
  const key = await keyOf(transaction, table);
  const written = await writtenColumns(transaction, table);
  const image = (column: "before" | "after") => sql`(SELECT ${sql.ref(column)} FROM change_image
    WHERE tenant_id = ${act.tenantId} AND act = ${act.kind} AND act_id = ${act.id}::uuid AND number = ${kept.number})`;
  const rowsOf = (column: "before" | "after") =>
    sql`jsonb_populate_recordset(NULL::${sql.table(table)}, ${image(column)})`;
  if (kept.kind === "taken") {
    const there = await firstOf(
      transaction,
      key,
      sql`${rowsOf("before")} k JOIN ${sql.table(table)} t USING (${columns(key)})`,
    );
    if (there !== null) return { table, key: there };
    await sql`INSERT INTO ${sql.table(table)} (${columns(written)}) SELECT ${columns(written)} FROM ${rowsOf("before")}`.execute(
      transaction,
    );
    return null;
  }
  if (kept.kind === "changed") {
    // Nobody changes them again between the comparing and the putting back.
    await sql`SELECT FROM ${sql.table(table)} t JOIN ${rowsOf("after")} k ON ${same(key)} FOR NO KEY UPDATE OF t`.execute(
      transaction,
    );
  }
  const changed = await firstOf(
    transaction,
    key,
    // Columns that came with a newer version of the program have no image and count as unchanged.
    sql`jsonb_array_elements(${image("after")}) AS i(image)
      CROSS JOIN LATERAL jsonb_populate_record(NULL::${sql.table(table)}, i.image) k
      LEFT JOIN ${sql.table(table)} t ON ${same(key)} WHERE t.tenant_id IS NULL OR to_jsonb(t) || i.image <> to_jsonb(t)`,
  );
  if (changed !== null) return { table, key: changed };
  if (kept.kind === "added") {
    await sql`DELETE FROM ${sql.table(table)} t USING ${rowsOf("after")} k WHERE ${same(key)}`.execute(transaction);
  } else {
    const others = written.filter((name) => !key.includes(name));
    const set = sql.join(others.map((name) => sql`${sql.ref(name)} = k.${sql.ref(name)}`));
    await sql`UPDATE ${sql.table(table)} t SET ${set} FROM ${rowsOf("before")} k WHERE ${same(key)}`.execute(
      transaction,
    );
  }
  return null;
}

/**
 * Of a table that was filled a moment ago PostgreSQL has no statistics: it would look each row up along an index that only
 * tells the group. Such a table is read whole instead, once for each piece.
 */
async function readUnknownWhole(transaction: Transaction, table: KeptTable): Promise<void> {
  await sql`SELECT set_config('enable_nestloop', CASE WHEN reltuples < 0 THEN 'off' ELSE 'on' END, true)
    FROM pg_class WHERE oid = to_regclass(${`public.${table}`})`.execute(transaction);
}

const same = (key: readonly string[]) =>
  sql.join(
    key.map((name) => sql`t.${sql.ref(name)} = k.${sql.ref(name)}`),
    sql` AND `,
  );

async function firstOf(
  transaction: Transaction,
  key: readonly string[],
  found: RawBuilder<unknown>,
): Promise<Readonly<Record<string, unknown>> | null> {
  const named = key.filter((name) => name !== "tenant_id");
  const { rows } = await sql<Record<string, unknown>>`
    SELECT ${sql.join(named.map((name) => sql`k.${sql.ref(name)}`))} FROM ${found} LIMIT 1`.execute(transaction);
  return rows[0] ?? null;
}

/** The columns that can be written: neither generated nor counted by PostgreSQL itself. */
async function writtenColumns(transaction: Transaction, table: KeptTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass(${`public.${table}`}) AND attnum > 0
      AND NOT attisdropped AND attgenerated = '' AND attidentity = '' ORDER BY attnum`.execute(transaction);
  return rows.map(({ name }) => name);
}
