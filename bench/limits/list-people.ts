import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { peopleQuery } from "../../server/modules/organization/people/list-people.ts";
import { inScope } from "../../server/platform/access/place.ts";
import type { ReadDatabase } from "../../server/platform/db/pools.ts";

/** What both sides ask for. */
export const peopleFilter = { states: "FULL,PROBATIONARY", startsWith: "党员", sort: "name", limit: 50 } as const;

/**
 * The limit of "list of people": a Fastify handler that runs the product's own query as a prepared statement and sends the
 * rows as JSON, and does nothing else.
 *
 * Why it is fair: the same statement, role, cluster, row-level security and size of pool, pinned to the group at
 * connection. It knows no user, checks no right, shapes no answer, validates nothing, and has the texts of all its
 * statements ready.
 */
export async function addBareList(
  app: FastifyInstance,
  pool: pg.Pool,
  database: ReadDatabase,
  tenantId: number,
): Promise<void> {
  const { rows } = await pool.query<{ id: string; path: string }>(
    "SELECT id, path FROM organization WHERE kind = 'GENERAL_BRANCH'",
  );
  const query = { ...peopleFilter, states: ["FULL" as const, "PROBATIONARY" as const] };
  const on = new Date().toISOString().slice(0, 10);
  const statements = new Map(
    rows.map(({ id, path }) => [id, peopleQuery(reachOf(tenantId, path), query, on).compile(database)]),
  );
  app.get<{ Params: { id: string } }>("/people/:id", async (request) => {
    const statement = statements.get(request.params.id);
    if (!statement) throw new Error("There is no such organisation");
    return (await pool.query({ name: "people", text: statement.sql, values: [...statement.parameters] })).rows;
  });
}

/** What a party affairs officer reaches: no dispositions, but who is on the way into the Party. */
function reachOf(tenantId: number, path: string) {
  const below = { subtrees: [path], exact: [] };
  const sight = { dispositions: { subtrees: [], exact: [] }, development: below };
  return { tenantId, members: inScope("o.path", below), sight };
}
