import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import {
  ensureDatabase,
  ensureExtensions,
  ensureRoles,
  roleNames,
  startEmbeddedPostgres,
  withClient,
  withDatabase,
} from "../platform/embedded-postgres/index.ts";

/** What the tests of one run share: a server with the three roles and a migrated database to copy. */
export interface TestCluster {
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly backupUrl: string;
  readonly template: string;
  stop(): Promise<void>;
}

/** The server keeps nothing of a run, so its passwords need no secrecy. */
const testPassword = "tests-only";
const silent = { info: () => undefined, warn: () => undefined };

/**
 * Starts a throw-away cluster in a temporary folder, or uses the server of `superUrl` (a superuser's address), and
 * migrates one database there.
 */
export async function startTestCluster(superUrl: string | undefined): Promise<TestCluster> {
  const server = superUrl ? { superUrl, stop: async () => undefined } : await throwAwayServer();
  const template = `dutyloop_template_${process.pid}_${Date.now()}`;
  const passwords = { owner: testPassword, app: testPassword, backup: testPassword };
  await withClient(withDatabase(server.superUrl, "postgres"), async (client) => {
    await ensureRoles(client, passwords);
    await ensureDatabase(client, template);
  });
  await withClient(withDatabase(server.superUrl, template), ensureExtensions);
  const urlOf = (role: string) => withRole(withDatabase(server.superUrl, template), role, testPassword);
  const { migrate } = await import("../platform/db/migrate.ts");
  await migrate(urlOf(roleNames.owner));
  return {
    superUrl: withDatabase(server.superUrl, "postgres"),
    ownerUrl: urlOf(roleNames.owner),
    appUrl: urlOf(roleNames.app),
    backupUrl: urlOf(roleNames.backup),
    template,
    stop: async () => {
      await dropDatabase(withDatabase(server.superUrl, "postgres"), template);
      await server.stop();
    },
  };
}

export async function dropDatabase(superUrl: string, name: string): Promise<void> {
  await withClient(superUrl, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
  );
}

async function throwAwayServer(): Promise<{ superUrl: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-test-"));
  chmodSync(folder, 0o711);
  const started = await startEmbeddedPostgres({ dataFolder: join(folder, "data"), log: silent, neverFlush: true });
  return {
    superUrl: started.superUrl,
    stop: async () => {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withRole(url: string, role: string, password: string): string {
  return url.replace(
    /^(\w+:\/\/)[^@/]*@/,
    (_all, scheme: string) => `${scheme}${role}:${encodeURIComponent(password)}@`,
  );
}
