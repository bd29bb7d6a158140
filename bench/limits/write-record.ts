import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Row, SampleRows } from "./sample-rows.ts";

/**
 * The limit of "submit a record": a Fastify handler that takes the same body and inserts the same rows in one
 * transaction, and does nothing else.
 *
 * Why it is fair: the same tables with their indexes, foreign keys and row-level security, the same role, cluster and
 * durability, 16 connections, rows of the same number and width (copied from a record that the product wrote, with ids of
 * their own and the participants of the body), one prepared multi-row INSERT a table, and the UPDATE of the obligation. It
 * knows no user, checks nothing, reads nothing, decides nothing, signs nothing and answers a fixed text.
 */
export function addBareWrite(app: FastifyInstance, pool: pg.Pool, sample: SampleRows, obligationIds: string[]): void {
  const inserts = sample.map(({ table, rows }) => insertOf(table, rows));
  const idempotency = sample.find(({ table }) => table === "idempotency")?.rows[0];
  const answer = JSON.parse(String(idempotency?.answer)) as Row;
  const [mark] = (sample.find(({ table }) => table === "record") as SampleRows[number]).rows;
  app.post("/records", async (request) => {
    const { attendance } = request.body as { attendance: { personId: string; presence: string; reason: string | null }[] };
    const obligationId = obligationIds.pop();
    if (obligationId === undefined) throw new Error("No obligation is left");
    const fresh = freshIds(sample, String(mark?.id), obligationId);
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      for (const { name, text, table, rows, columns } of inserts) {
        const given = table === "record_participant" ? rows.map((row, index) => ({ ...row, person_id: attendance[index]?.personId, presence: attendance[index]?.presence, reason: attendance[index]?.reason })) : rows;
        await client.query({ name, text, values: given.flatMap((row) => columns.map((column) => fresh(row[column]))) });
      }
      const update = "UPDATE obligation SET state = 'discharged', record_id = $1, due_posted = true WHERE tenant_id = $2 AND id = $3";
      await client.query({ name: "discharge", text: update, values: [fresh(mark?.id), mark?.tenant_id, obligationId] });
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    return { ...answer, recordId: fresh(mark?.id) };
  });
}

function insertOf(table: string, rows: readonly Row[]) {
  const columns = Object.keys(rows[0] as Row);
  const list = rows.map((_row, index) => `(${columns.map((_column, at) => `$${index * columns.length + at + 1}`).join(", ")})`);
  return { name: `insert_${table}`, text: `INSERT INTO ${table} (${columns.join(", ")}) VALUES ${list.join(", ")}`, table, rows, columns };
}

/** Puts a new id in the place of each id that has to be unique. */
function freshIds(sample: SampleRows, recordId: string, obligationId: string): (value: unknown) => unknown {
  const renamed = new Map<unknown, string>([[recordId, uuidv7()]]);
  for (const { table, rows } of sample) {
    for (const row of rows) {
      if (table === "fact" || table === "audit_entry") renamed.set(row.id, uuidv7());
      if (table === "discharge") renamed.set(row.obligation_id, obligationId);
      if (table === "idempotency") renamed.set(row.key, uuidv7());
    }
  }
  return (value) => renamed.get(value) ?? value;
}
