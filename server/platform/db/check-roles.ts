import { sql } from "kysely";
import type { Database } from "./pools.ts";

/**
 * Checks at start that the application's role can't step over the wall: no superuser, no BYPASSRLS, owner of nothing;
 * and that the server sorts and searches Chinese (UTF-8, trigrams of 党). Throws with a sentence that says what to do.
 */
export async function checkDatabase(database: Database): Promise<void> {
  const { rows } = await sql<{
    name: string;
    superuser: boolean;
    bypasses: boolean;
    owns: number;
    encoding: string;
    version: number;
    trigrams: boolean;
  }>`
    SELECT rolname AS name, rolsuper AS superuser, rolbypassrls AS bypasses,
      (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relowner = r.oid) AS owns,
      current_setting('server_encoding') AS encoding,
      current_setting('server_version_num')::int AS version,
      show_trgm('党') <> '{}' AS trigrams
    FROM pg_roles r WHERE rolname = current_user`.execute(database.outside);
  const role = rows[0];
  if (!role) throw new Error("The database role of DATABASE_URL does not exist");
  const wrong = [
    role.superuser && `${role.name} is a superuser: use a role with NOSUPERUSER`,
    role.bypasses && `${role.name} has BYPASSRLS: take it away`,
    role.owns > 0 && `${role.name} owns ${role.owns} tables: only the role of DATABASE_OWNER_URL may own them`,
    role.encoding !== "UTF8" && `the database's encoding is ${role.encoding}: create it with UTF8`,
    role.version < 150_000 && "the server is older than PostgreSQL 15: upgrade it",
    !role.trigrams && "the cluster's locale can't search Chinese: create it with C.UTF-8",
  ].filter((problem) => problem !== false);
  if (wrong.length > 0) throw new Error(`The database can't be used: ${wrong.join("; ")}.`);
}
