import { sql } from "kysely";
import type { Transaction } from "./pools.ts";

/**
 * A turn of folding looks up some keys in tables that hold millions of rows. PostgreSQL doesn't know how few they are and
 * would read whole tables to join them, or mark in a whole year which pages hold a month; this makes it look up each one,
 * however large the group is, until it is turned off or the transaction ends.
 */
export async function keyByKey(transaction: Transaction, on: boolean): Promise<void> {
  const setting = on ? "off" : "on";
  const names = ["enable_hashjoin", "enable_mergejoin", "enable_seqscan", "enable_bitmapscan", "enable_material"];
  await sql`SELECT set_config(name, ${setting}, true) FROM unnest(${names}::text[]) AS name`.execute(transaction);
}
