import { anything, kindMark, pairsOf, recordWords } from "@dutyloop/domain/fulfilment/record-words.ts";
import { sql } from "kysely";
import type { Database, Transaction } from "../../platform/db/pools.ts";

const atOnce = 2000;

type Host = { recordId: string; organizationId: string; occurredOn: string; title: string; templateCodes: string[] };

/** Writes down what the next of the new and reworded records are found by. Answers how many there were. */
export async function wordRecords(database: Database, tenantId: number): Promise<number> {
  return database.writing(tenantId, {}, async (transaction) => {
    const { rows } = await sql<{ id: string }>`DELETE FROM record_to_word w USING (
        SELECT id FROM record_to_word WHERE tenant_id = ${tenantId} ORDER BY id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED) first
      WHERE w.tenant_id = ${tenantId} AND w.id = first.id RETURNING w.record_id AS id`.execute(transaction);
    if (rows.length > 0) await writeWords(transaction, tenantId, [...new Set(rows.map(({ id }) => id))]);
    return rows.length;
  });
}

async function writeWords(transaction: Transaction, tenantId: number, records: readonly string[]): Promise<void> {
  const { rows: hosts } = await sql<Host>`SELECT DISTINCT ON (h.record_id, h.organization_id) h.record_id AS "recordId",
      h.organization_id AS "organizationId", h.occurred_on AS "occurredOn", r.title, r.template_codes AS "templateCodes"
    FROM unnest(${records}::uuid[]) AS asked(id)
    JOIN record r ON r.tenant_id = ${tenantId} AND r.id = asked.id AND r.state <> 'revoked'
    JOIN record_host h ON h.tenant_id = r.tenant_id AND h.record_id = r.id`.execute(transaction);
  const entries = hosts.map(({ title, ...host }) => ({ ...host, words: recordWords(title, host.occurredOn) }));
  await sql`DELETE FROM record_entry WHERE tenant_id = ${tenantId} AND record_id = ANY(${records}::uuid[])`.execute(
    transaction,
  );
  await sql`INSERT INTO record_entry (tenant_id, record_id, organization_id, occurred_on, words, template_codes)
    SELECT ${tenantId}::int, "recordId", "organizationId", "occurredOn", words, "templateCodes"
    FROM json_to_recordset(${JSON.stringify(entries)}::json)
      AS e("recordId" uuid, "organizationId" uuid, "occurredOn" date, words text, "templateCodes" text[])`.execute(
    transaction,
  );
  // Words of a former title stay: where they lead to a day in vain, nothing is found there.
  const days = Map.groupBy(entries, ({ occurredOn }) => occurredOn);
  const found = [...days].map(([day, ofDay]) => ({ day, words: [...new Set(ofDay.flatMap(wordsOfEntry))] }));
  await sql`INSERT INTO record_word (tenant_id, word, occurred_on)
    SELECT ${tenantId}::int, word, d.day FROM json_to_recordset(${JSON.stringify(found)}::json) AS d(day date, words text[])
      CROSS JOIN LATERAL unnest(d.words) AS word
    ON CONFLICT DO NOTHING`.execute(transaction);
}

function wordsOfEntry({ words, templateCodes }: { words: string; templateCodes: readonly string[] }): string[] {
  return [anything, ...pairsOf(words), ...templateCodes.map((code) => kindMark + code)];
}
