import pg from "pg";
import type { ClusterSecrets } from "./secrets.ts";

export const databaseName = "dutyloop";
export const roleNames = { owner: "dutyloop_owner", app: "dutyloop_app", backup: "dutyloop_backup" } as const;

const rights: Record<keyof typeof roleNames, string> = {
  owner: "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS",
  app: "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS",
  // A backup must see every tenant's rows, and change none.
  backup: "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB BYPASSRLS",
};

/** Creates the three roles or puts their rights and passwords right. @param client a superuser's connection */
export async function ensureRoles(client: pg.ClientBase, secrets: Omit<ClusterSecrets, "superuser">): Promise<void> {
  for (const key of ["owner", "app", "backup"] as const) {
    const name = roleNames[key];
    const known = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name]);
    const verb = known.rowCount ? "ALTER" : "CREATE";
    await client.query(`${verb} ROLE ${name} ${rights[key]} PASSWORD ${client.escapeLiteral(secrets[key])}`);
  }
  await client.query(`GRANT pg_read_all_data TO ${roleNames.backup}`);
}

/** Creates a database of the owner's that nobody else may enter but the two other roles. */
export async function ensureDatabase(client: pg.ClientBase, name: string): Promise<void> {
  const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (!known.rowCount) {
    await client.query(
      `CREATE DATABASE ${client.escapeIdentifier(name)} OWNER ${roleNames.owner} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'`,
    );
  }
  await client.query(`REVOKE ALL ON DATABASE ${client.escapeIdentifier(name)} FROM PUBLIC`);
  const others = `${roleNames.app}, ${roleNames.backup}`;
  await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(name)} TO ${others}`);
}

/** The extensions that only a superuser may create. @param client a superuser's connection to that database */
export async function ensureExtensions(client: pg.ClientBase): Promise<void> {
  await client.query("CREATE EXTENSION IF NOT EXISTS btree_gist; CREATE EXTENSION IF NOT EXISTS pg_trgm");
}

/** Roles, database and extensions in one go; changes nothing that is right already. */
export async function provision(urlOf: (database: string) => string, secrets: ClusterSecrets): Promise<void> {
  await withClient(urlOf("postgres"), async (client) => {
    await ensureRoles(client, secrets);
    await ensureDatabase(client, databaseName);
  });
  await withClient(urlOf(databaseName), ensureExtensions);
}

export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "dutyloop set-up" });
  // A connection cut by a shutdown fails its query; the event itself says nothing more.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
