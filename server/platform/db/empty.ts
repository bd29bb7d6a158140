import pg from "pg";

/** Empties every table but the list of migrations. Only the owner can; used for a demo whose filling was interrupted. */
export async function emptyAllTables(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration'`,
    );
    await client.query(
      `TRUNCATE ${rows.map((row) => client.escapeIdentifier(row.name)).join(", ")} RESTART IDENTITY CASCADE`,
    );
  } finally {
    await client.end();
  }
}
