import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { recordPageQuery } from "../../server/modules/fulfilment/records-view.ts";
import type { ReadDatabase } from "../../server/platform/db/pools.ts";

/** What both sides ask for: twenty 主题党日 of any time, newest first. */
export const recordFilter = { template: "theme_day", limit: 20 } as const;

/**
 * The limit of "list of records": a Fastify handler that runs the product's own query as a prepared statement and sends the
 * rows as JSON, and does nothing else. Fair for the reasons that `addBareList` gives.
 */
export async function addBareRecords(
  app: FastifyInstance,
  pool: pg.Pool,
  database: ReadDatabase,
  tenantId: number,
): Promise<void> {
  const { rows } = await pool.query<{ id: string; path: string }>("SELECT id, path FROM organization");
  const statements = new Map(
    rows.map(({ id, path }) => [
      id,
      recordPageQuery(tenantId, id, { subtrees: [path], exact: [] }, recordFilter).compile(database),
    ]),
  );
  app.get<{ Params: { id: string } }>("/records-of/:id", async (request) => {
    const statement = statements.get(request.params.id);
    if (!statement) throw new Error("There is no such organisation");
    return (await pool.query({ name: "records", text: statement.sql, values: [...statement.parameters] })).rows;
  });
}
