import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { searchWords } from "./search-words.ts";

const atOnce = 5000;

/** Writes down what organisations are found by, for those that nobody has done it for yet. Answers how many. */
export async function fillSearchEntries(transaction: Transaction, tenantId: number): Promise<number> {
  const { rows } = await sql<{ id: string; path: string; code: string; names: string[] }>`
    SELECT o.id, o.path, o.code, array_agg(p.name ORDER BY p.valid_from DESC) AS names FROM organization o
    JOIN organization_place p ON p.tenant_id = o.tenant_id AND p.organization_id = o.id
    WHERE o.tenant_id = ${tenantId} AND o.id IN (
      SELECT id FROM organization n WHERE n.tenant_id = ${tenantId} AND NOT EXISTS (
        SELECT 1 FROM search_entry e WHERE e.tenant_id = n.tenant_id AND e.entity = 'organization' AND e.id = n.id)
      LIMIT ${atOnce})
    GROUP BY o.id, o.path, o.code`.execute(transaction);
  if (rows.length === 0) return 0;
  const entries = rows.map(({ id, path, code, names }) => ({ id, path, words: searchWords(names, code) }));
  await sql`INSERT INTO search_entry (tenant_id, entity, id, path, words)
    SELECT ${tenantId}::int, 'organization', id, path, words
    FROM json_to_recordset(${JSON.stringify(entries)}::json) AS e(id uuid, path text, words text)
    ON CONFLICT DO NOTHING`.execute(transaction);
  return rows.length + (await fillSearchEntries(transaction, tenantId));
}

/** Writes anew what one organisation is found by, once it has another name; former names still find it. */
export async function rewriteSearchWords(
  transaction: Transaction,
  tenantId: number,
  { id, code }: { readonly id: string; readonly code: string },
): Promise<void> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM organization_place
    WHERE tenant_id = ${tenantId} AND organization_id = ${id}::uuid ORDER BY valid_from DESC`.execute(transaction);
  const words = searchWords(
    rows.map(({ name }) => name),
    code,
  );
  await sql`UPDATE search_entry SET words = ${words} WHERE tenant_id = ${tenantId} AND entity = 'organization' AND id = ${id}::uuid`.execute(
    transaction,
  );
}
