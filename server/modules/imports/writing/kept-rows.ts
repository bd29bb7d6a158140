import { type RawBuilder, sql } from "kysely";
import { type Act, type KeptTable, keepInserted, keepUpdated } from "../../../platform/changes/index.ts";
import type { Transaction } from "../../../platform/db/pools.ts";
import { pause } from "../../../platform/loops/progress.ts";

type Row = Readonly<Record<string, unknown>>;
/** Where an import writes, and what it tells of every piece: so many rows more. */
export type Pen = { readonly transaction: Transaction; readonly act: Act; readonly wrote: (rows: number) => void };

/** Rows of one statement: few enough for its text to stay small. */
const atOnce = 5000;

/** Adds rows, which all have the same columns, and keeps them to be taken back. */
export async function addRows(pen: Pen, table: KeptTable, rows: readonly Row[]): Promise<void> {
  const names = ["tenant_id", ...Object.keys(rows[0] ?? {})];
  const columns = sql.join(names.map((name) => sql.ref(name)));
  for (const piece of piecesOf(rows)) {
    await forgetPlans(pen.transaction);
    const given = recordsOf(pen.act, table, piece);
    await keepInserted(
      pen.transaction,
      pen.act,
      table,
      sql`INSERT INTO ${sql.table(table)} (${columns}) SELECT ${columns} FROM ${given}`,
    );
    await told(pen, piece.length);
  }
}

/**
 * Changes rows that are there, found by these columns of each, and keeps them as they were. Answers whether all were found.
 */
export async function changeRows(
  pen: Pen,
  table: KeptTable,
  found: readonly string[],
  rows: readonly Row[],
): Promise<boolean> {
  const set = Object.keys(rows[0] ?? {}).filter((name) => !found.includes(name));
  for (const piece of piecesOf(rows)) {
    const changed = await keepUpdated(pen.transaction, pen.act, table, {
      set: sql.join(set.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`)),
      from: sql`${recordsOf(pen.act, table, piece)} AS n`,
      where: sql.join(
        found.map((name) => sql`t.${sql.ref(name)} = n.${sql.ref(name)}`),
        sql` AND `,
      ),
    });
    if (changed !== piece.length) return false;
    await told(pen, piece.length);
  }
  return true;
}

/**
 * PostgreSQL looks up foreign keys by plans that a connection keeps: one from when a table was all but empty reads it whole
 * for every row that names it, and the pieces before have just filled it.
 */
async function forgetPlans(transaction: Transaction): Promise<void> {
  await sql`DISCARD PLANS`.execute(transaction);
}

function* piecesOf(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += atOnce) yield rows.slice(at, at + atOnce);
}

function recordsOf({ tenantId }: Act, table: KeptTable, rows: readonly Row[]): RawBuilder<unknown> {
  const text = JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row })));
  return sql`json_populate_recordset(NULL::${sql.table(table)}, ${text}::json)`;
}

async function told({ wrote }: Pen, rows: number): Promise<void> {
  wrote(rows);
  await pause();
}
