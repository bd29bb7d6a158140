import pg from "pg";

/**
 * Streams the rows of a query as PostgreSQL's COPY text, for passes over millions of rows: several times faster than
 * asking for them as objects. Days and instants are written as ISO 8601 says, in UTC. A connection of its own, of one
 * group and read-only, closed at the end.
 */
export async function* copyOut(appUrl: string, tenantId: number, query: string): AsyncGenerator<Buffer> {
  const options = `-c dutyloop.tenant=${tenantId} -c default_transaction_read_only=on -c datestyle=ISO -c timezone=UTC`;
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { to } = await import("pg-copy-streams");
  const client = new pg.Client({ connectionString: appUrl, options });
  await client.connect();
  try {
    for await (const chunk of client.query(to(`COPY (${query}) TO STDOUT`))) yield chunk as Buffer;
  } finally {
    await client.end();
  }
}
