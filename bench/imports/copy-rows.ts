import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from, to } from "pg-copy-streams";
import { secondsOf } from "../scores/seconds.ts";

/**
 * Seconds that COPY takes to put the rows of an import into empty tables with the same columns, keys and indexes. Reading
 * them out of the product's tables isn't counted.
 */
export async function copySeconds(superUrl: string, importId: string): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query("DROP SCHEMA IF EXISTS bench_limit CASCADE; CREATE SCHEMA bench_limit");
    const tables = await client.query<{ name: string }>(
      "SELECT DISTINCT table_name AS name FROM change_image WHERE act_id = $1 ORDER BY 1",
      [importId],
    );
    const texts: { readonly name: string; readonly columns: string; readonly rows: readonly Buffer[] }[] = [];
    for (const { name } of tables.rows) {
      await client.query(`CREATE TABLE bench_limit.${name} (LIKE public.${name} INCLUDING ALL)`);
      const columns = await client.query<{ list: string }>(
        `SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) AS list FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
        [name],
      );
      const list = columns.rows[0]?.list ?? "";
      const rows: Buffer[] = [];
      for await (const chunk of client.query(to(`COPY (SELECT ${list} FROM public.${name}) TO STDOUT`)))
        rows.push(chunk as Buffer);
      texts.push({ name, columns: list, rows });
    }
    return await secondsOf(async () => {
      await client.query("BEGIN");
      for (const { name, columns, rows } of texts)
        await pipeline(Readable.from(rows), client.query(from(`COPY bench_limit.${name} (${columns}) FROM STDIN`)));
      await client.query("COMMIT");
    });
  } finally {
    await client.end();
  }
}
