import type { FastifyInstance } from "fastify";
import type pg from "pg";

/**
 * The limit of "read a record": a Fastify handler that runs the product's own query as a prepared statement and sends
 * the row as JSON, and does nothing else.
 *
 * Why it is fair: the same statement, role, cluster, row-level security and size of pool, pinned to the group at
 * connection. It knows no user, checks no right, shapes no answer and validates nothing.
 */
export function addBareRead(
  app: FastifyInstance,
  pool: pg.Pool,
  query: { text: string; values: (recordId: string) => unknown[] },
): void {
  app.get<{ Params: { id: string } }>("/records/:id", async (request) => {
    const { rows } = await pool.query({ name: "record", text: query.text, values: query.values(request.params.id) });
    if (!rows[0]) throw new Error("There is no such record");
    return rows[0];
  });
}
