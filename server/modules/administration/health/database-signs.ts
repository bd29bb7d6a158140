import type { HealthSigns } from "@dutyloop/domain/operation/health-things.ts";
import { sql } from "kysely";
import type { Database, ReadDatabase } from "../../../platform/db/pools.ts";

export type DatabaseSigns = Pick<HealthSigns, "database" | "wallMissing">;

/** The server's version, whether a commit outlives a power cut, how fast it answers, and tables of groups without a wall. */
export async function databaseSigns(database: ReadDatabase | Database["outside"]): Promise<DatabaseSigns> {
  const began = performance.now();
  await sql`SELECT 1`.execute(database);
  const milliseconds = Math.round(performance.now() - began);
  const { rows } = await sql<{ version: string; durable: boolean; missing: string[] }>`
    SELECT current_setting('server_version') AS version,
      current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off' AND current_setting('full_page_writes') = 'on' AS durable,
      ARRAY(SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT c.relrowsecurity
          AND c.relname NOT IN ('tenant', 'migration') ORDER BY 1) AS missing`.execute(database);
  const { version = "", durable = false, missing = [] } = rows[0] ?? {};
  return { database: { version, durable, milliseconds }, wallMissing: missing };
}
