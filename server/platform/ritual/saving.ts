import { type RawBuilder, sql } from "kysely";
import type { DB } from "../db/database-types.ts";
import type { Transaction } from "../db/pools.ts";

type Row = Record<string, unknown>;

/**
 * Collects the rows that a use case adds and writes them in one statement, so that a record with its participants,
 * facts and audit entry costs one round trip. The text depends on tables and columns only and is prepared once.
 */
export type Saving = {
  readonly transaction: Transaction;
  /** Adds rows; every row of a table must have the same columns. */
  insert(table: keyof DB, ...rows: Row[]): void;
  /** Takes along a statement that was sent already; flush waits for it and fails with it. */
  alongside(sent: Promise<unknown>): void;
  flush(): Promise<void>;
};

export function startSaving(transaction: Transaction): Saving {
  const inserts = new Map<keyof DB, Row[]>();
  const sent: Promise<unknown>[] = [];
  return {
    transaction,
    insert(table, ...rows) {
      if (rows.length === 0) return;
      const known = inserts.get(table);
      if (known) known.push(...rows);
      else inserts.set(table, [...rows]);
    },
    alongside(promise) {
      // It is awaited in flush; until then its failure must not count as nobody's.
      promise.catch(() => {});
      sent.push(promise);
    },
    async flush() {
      if (inserts.size > 0) sent.push(insertOf(inserts).execute(transaction));
      inserts.clear();
      await Promise.all(sent.splice(0));
    },
  };
}

function insertOf(inserts: ReadonlyMap<keyof DB, readonly Row[]>): RawBuilder<unknown> {
  const parts = [...inserts].map(([table, rows]) => {
    const list = sql.join(Object.keys(rows[0] as Row).map((column) => sql.ref(column)));
    return sql`${sql.ref(`new_${table}`)} AS (INSERT INTO ${sql.table(table)} (${list})
      SELECT ${list} FROM json_populate_recordset(NULL::${sql.table(`public.${table}`)}, ${JSON.stringify(rows)}::json))`;
  });
  return sql`WITH ${sql.join(parts)} SELECT 1`;
}
