import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { applyPrivileges } from "./privileges.ts";

const folder = fileURLToPath(new URL("../../migrations/", import.meta.url));
/** Only one program migrates at a time; the number is arbitrary but fixed. */
const migrationLock = 7_080_001;

/**
 * Brings the database of `ownerUrl` to the newest schema and gives the application and backup roles their rights.
 * Each migration is one transaction: after a crash the next start goes on where it stopped.
 * A database that knows a migration this program doesn't have is newer than the program: refused before any change.
 */
export async function migrate(
  ownerUrl: string,
  roles: { application: string; backup: string } = { application: "dutyloop_app", backup: "dutyloop_backup" },
): Promise<{ applied: string[] }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    await client.query(
      "CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const done = new Set(
      (await client.query<{ name: string }>("SELECT name FROM migration")).rows.map((row) => row.name),
    );
    const known = (await readdir(folder)).filter((file) => file.endsWith(".sql")).sort();
    const unknown = [...done].filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new Error(
        `The database is newer than this program: it has ${unknown.join(", ")}. Start the newer program.`,
      );
    const applied: string[] = [];
    for (const name of known.filter((file) => !done.has(file))) {
      await client.query("BEGIN");
      await client.query(await readFile(`${folder}${name}`, "utf8"));
      await client.query("INSERT INTO migration (name) VALUES ($1)", [name]);
      await client.query("COMMIT");
      applied.push(name);
    }
    await applyPrivileges(client, roles);
    return { applied };
  } finally {
    await client.end();
  }
}
