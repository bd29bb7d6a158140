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
 * their own and the participants of the body), and the UPDATE of the obligation. All multi-row INSERTs are one prepared
 * statement, because one round trip is faster than a statement a table. It knows no user, checks nothing, reads nothing,
 * decides nothing, signs nothing and answers a fixed text.
 */
export function addBareWrite(app: FastifyInstance, pool: pg.Pool, sample: SampleRows, obligationIds: string[]): void {
  const insert = { name: "record", text: insertText(sample) };
  const [record] = rowsOf(sample, "record") as [Row];
  const [stored] = rowsOf(sample, "idempotency") as [Row];
  const answer = JSON.parse(String(stored.answer)) as Row;
  const update =
    "UPDATE obligation SET state = 'discharged', record_id = $1, due_posted = true WHERE tenant_id = $2 AND id = $3";
  app.post("/records", async (request) => {
    const { attendance } = request.body as { attendance: Mark[] };
    const obligationId = obligationIds.pop();
    if (obligationId === undefined) throw new Error("No obligation is left");
    const fresh = freshIds(sample, String(record.id), obligationId);
    const values = sample.flatMap(({ table, rows }) =>
      rows.flatMap((row, index) =>
        Object.values(table === "record_participant" ? attended(row, attendance[index]) : row).map(fresh),
      ),
    );
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query({ ...insert, values });
      await client.query({
        name: "discharge",
        text: update,
        values: [fresh(record.id), record.tenant_id, obligationId],
      });
      await client.query("COMMIT");
    } finally {
      client.release();
    }
    return { ...answer, recordId: fresh(record.id) };
  });
}

type Mark = { personId: string; presence: string; reason: string | null };

function attended(row: Row, mark: Mark | undefined): Row {
  return { ...row, person_id: mark?.personId, presence: mark?.presence, reason: mark?.reason };
}

function rowsOf(sample: SampleRows, table: string): readonly Row[] {
  return sample.find((part) => part.table === table)?.rows ?? [];
}

function insertText(sample: SampleRows): string {
  let parameter = 0;
  const parts = sample.map(({ table, rows }) => {
    const columns = Object.keys(rows[0] as Row);
    const list = rows.map(() => `(${columns.map(() => `$${++parameter}`).join(", ")})`);
    return `new_${table} AS (INSERT INTO ${table} (${columns.join(", ")}) VALUES ${list.join(", ")})`;
  });
  return `WITH ${parts.join(", ")} SELECT 1`;
}

/** Puts a new id in the place of each id that has to be unique. */
function freshIds(sample: SampleRows, recordId: string, obligationId: string): (value: unknown) => unknown {
  const renamed = new Map<unknown, string>([[recordId, uuidv7()]]);
  for (const { id } of [...rowsOf(sample, "fact"), ...rowsOf(sample, "audit_entry")]) renamed.set(id, uuidv7());
  for (const { obligation_id } of rowsOf(sample, "discharge")) renamed.set(obligation_id, obligationId);
  for (const { key } of rowsOf(sample, "idempotency")) renamed.set(key, uuidv7());
  return (value) => renamed.get(value) ?? value;
}
