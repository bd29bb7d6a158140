import { sql } from "kysely";
import type { Database } from "../../../platform/db/pools.ts";
import { nameWords } from "../search-words.ts";

const atOnce = 2000;

/** Writes down what the names of people are found by, for names that nobody has done it for yet. Answers how many. */
export async function fillNameWords(database: Database, tenantId: number): Promise<number> {
  const { rows } = await sql<{ name: string }>`SELECT DISTINCT p.name COLLATE "C" AS name FROM person p
    WHERE p.tenant_id = ${tenantId} AND NOT EXISTS (
      SELECT 1 FROM name_word w WHERE w.tenant_id = ${tenantId} AND w.name = p.name COLLATE "C")
    LIMIT ${atOnce}`.execute(database.reading(tenantId));
  if (rows.length === 0) return 0;
  const entries = rows.flatMap(({ name }) => nameWords(name).map((word) => ({ word, name })));
  await database.writing(tenantId, {}, (transaction) =>
    sql`INSERT INTO name_word (tenant_id, word, name)
      SELECT ${tenantId}::int, word, name FROM json_to_recordset(${JSON.stringify(entries)}::json) AS e(word text, name text)
      ON CONFLICT DO NOTHING`.execute(transaction),
  );
  // A name without any word would be found missing for ever.
  const written = rows.filter(({ name }) => nameWords(name).length > 0).length;
  return rows.length < atOnce || written === 0 ? rows.length : rows.length + (await fillNameWords(database, tenantId));
}

/** Forgets names that nobody bears any more. */
export async function forgetNameWords(database: Database, tenantId: number): Promise<void> {
  await database.writing(tenantId, {}, (transaction) =>
    sql`DELETE FROM name_word w WHERE w.tenant_id = ${tenantId} AND NOT EXISTS (
      SELECT 1 FROM person p WHERE p.tenant_id = ${tenantId} AND p.name COLLATE "C" = w.name)`.execute(transaction),
  );
}
