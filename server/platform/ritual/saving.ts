import { sql } from "kysely";
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
  flush(): Promise<void>;
};

export function startSaving(transaction: Transaction): Saving {
  const inserts = new Map<keyof DB, Row[]>();
  return {
    transaction,
    insert(table, ...rows) {
      if (rows.length === 0) return;
      const known = inserts.get(table);
      if (known) known.push(...rows);
      else inserts.set(table, [...rows]);
    },
    async flush() {
      if (inserts.size === 0) return;
      const parts = [...inserts].map(([table, rows]) => {
        const columns = Object.keys(rows[0] as Row).map((column) => sql.ref(column));
        const list = sql.join(columns);
        return sql`${sql.ref(`new_${table}`)} AS (INSERT INTO ${sql.table(table)} (${list})
          SELECT ${list} FROM jsonb_populate_recordset(NULL::${sql.table(`public.${table}`)}, ${JSON.stringify(rows)}::jsonb))`;
      });
      inserts.clear();
      await sql`WITH ${sql.join(parts)} SELECT 1`.execute(transaction);
    },
  };
}
