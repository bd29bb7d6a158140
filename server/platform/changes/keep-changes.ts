import { type RawBuilder, sql } from "kysely";
import type { DB } from "../db/database-types.ts";
import type { Transaction } from "../db/pools.ts";

/** What is done as one and can be taken back as one. */
export type Act = {
  readonly tenantId: number;
  readonly kind: "reorganization" | "import";
  readonly id: string;
};

/** A table whose rows an act may change. */
export type KeptTable = Exclude<keyof DB, "change_image" | "audit_entry">;

/** New values of rows; the table is called `t` in all three. */
export type Changed = {
  readonly set: RawBuilder<unknown>;
  readonly from?: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
};

/** Rows that are kept together: enough to spare rows, few enough to be read at once when the act is taken back. */
const keptTogether = 1000;

/**
 * Adds rows and keeps what was added.
 *
 * @param insert `INSERT INTO table (…) SELECT …` or `… VALUES …`, without RETURNING
 * @returns how many rows it added
 */
export function keepInserted(
  transaction: Transaction,
  act: Act,
  table: KeptTable,
  insert: RawBuilder<unknown>,
): Promise<number> {
  return keep(
    transaction,
    act,
    table,
    sql`written AS (${insert} RETURNING *)`,
    sql`SELECT NULL::jsonb AS old, to_jsonb(w) AS new FROM written w`,
  );
}

/**
 * Changes rows, but no column of their key, and keeps them as they were and as they became. A row that `where` finds twice
 * through `from` is changed once, as UPDATE does.
 *
 * @returns how many rows it changed
 */
export async function keepUpdated(
  transaction: Transaction,
  act: Act,
  table: KeptTable,
  { set, from, where }: Changed,
): Promise<number> {
  const key = await keyOf(transaction, table);
  const update = sql`UPDATE ${sql.table(table)} t SET ${set} ${from ? sql`FROM ${from}` : sql``}
    WHERE t.tenant_id = ${act.tenantId} AND (${where})`;
  // One statement sees the table as it was before the statement, whatever it has changed meanwhile.
  return keep(
    transaction,
    act,
    table,
    sql`written AS (${update} RETURNING t.*)`,
    sql`SELECT to_jsonb(b) AS old, to_jsonb(w) AS new FROM written w JOIN ${sql.table(table)} b USING (${columns(key)})`,
  );
}

/**
 * Takes rows away and keeps them.
 *
 * @returns how many rows it took
 */
export function keepDeleted(
  transaction: Transaction,
  act: Act,
  table: KeptTable,
  where: RawBuilder<unknown>,
): Promise<number> {
  return keep(
    transaction,
    act,
    table,
    sql`written AS (DELETE FROM ${sql.table(table)} t WHERE t.tenant_id = ${act.tenantId} AND (${where}) RETURNING t.*)`,
    sql`SELECT to_jsonb(w) AS old, NULL::jsonb AS new FROM written w`,
  );
}

async function keep(
  transaction: Transaction,
  { tenantId, kind, id }: Act,
  table: KeptTable,
  written: RawBuilder<unknown>,
  images: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ kept: number }>`
    WITH ${written}, images AS (
      SELECT old, new, (row_number() OVER () - 1) / ${sql.lit(keptTogether)} AS together FROM (${images}) i
    ), last AS (
      SELECT coalesce(max(number), 0) AS number FROM change_image WHERE tenant_id = ${tenantId} AND act = ${kind} AND act_id = ${id}::uuid
    ), kept AS (
      INSERT INTO change_image (tenant_id, act, act_id, number, table_name, before, after)
      SELECT ${tenantId}::int, ${kind}, ${id}::uuid, last.number + 1 + together, ${table}, jsonb_agg(old), jsonb_agg(new)
      FROM images CROSS JOIN last GROUP BY last.number, together
    )
    SELECT count(*)::int AS kept FROM images`.execute(transaction);
  return rows[0]?.kept ?? 0;
}

/** The columns of a table's primary key, in the order of the table. */
export async function keyOf(transaction: Transaction, table: KeptTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    SELECT a.attname AS name FROM pg_index i
    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
    WHERE i.indrelid = to_regclass(${`public.${table}`}) AND i.indisprimary ORDER BY a.attnum`.execute(transaction);
  return rows.map(({ name }) => name);
}

export function columns(names: readonly string[]): RawBuilder<unknown> {
  return sql.join(names.map((name) => sql.ref(name)));
}
