import { type RawBuilder, sql } from "kysely";
import type { DB } from "../db/database-types.ts";
import { sendLast, type Transaction } from "../db/pools.ts";

type Row = Record<string, unknown>;

/**
 * Collects what a use case writes and writes it in one statement, so that a record with its participants, facts and
 * audit entry costs one round trip. The text depends on tables and columns only and is prepared once.
 */
export type Saving = {
  readonly transaction: Transaction;
  /** Adds rows; every row of a table must have the same columns. */
  insert(table: keyof DB, ...rows: Row[]): void;
  /** Adds an UPDATE or DELETE of rows that this statement doesn't insert. */
  change(statement: RawBuilder<unknown>): void;
  /** Writes what was collected and waits for it, where later steps have to find it. */
  flush(): Promise<void>;
  /** Writes what was collected together with the COMMIT; nothing may be asked of the transaction afterwards. */
  flushLast(): void;
};

export function startSaving(transaction: Transaction): Saving {
  const inserts = new Map<keyof DB, Row[]>();
  const changes: RawBuilder<unknown>[] = [];
  const collected = (): RawBuilder<unknown> | null => {
    const parts = [...changes.splice(0).map(changePart), ...[...inserts].map(insertPart)];
    inserts.clear();
    return parts.length === 0 ? null : sql`WITH ${sql.join(parts)} SELECT 1`;
  };
  return {
    transaction,
    insert(table, ...rows) {
      if (rows.length === 0) return;
      const known = inserts.get(table);
      if (known) known.push(...rows);
      else inserts.set(table, [...rows]);
    },
    change(statement) {
      changes.push(statement);
    },
    async flush() {
      await collected()?.execute(transaction);
    },
    flushLast() {
      const statement = collected();
      if (statement) sendLast(transaction, statement.compile(transaction));
    },
  };
}

function changePart(statement: RawBuilder<unknown>, index: number): RawBuilder<unknown> {
  return sql`${sql.ref(`change_${index}`)} AS (${statement})`;
}

/** Table and columns are names of this program, never of a user, and stand in the text as they are. */
function insertPart([table, rows]: [keyof DB, readonly Row[]]): RawBuilder<unknown> {
  const list = Object.keys(rows[0] as Row).join(", ");
  const before = `new_${table} AS (INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::public.${table}, `;
  return sql`${sql.raw(before)}${JSON.stringify(rows)}::json))`;
}
