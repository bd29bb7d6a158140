import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { withClient, withDatabase } from "../platform/embedded-postgres/index.ts";
import { dropDatabase, type TestCluster } from "./cluster.ts";

/** A migrated, empty database of a test file's own. */
export interface FreshDatabase {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly backupUrl: string;
  /** A superuser's address, for tests that play the attacker or need pg_stat views. */
  readonly superUrl: string;
  /** Cuts all connections and removes the database. */
  drop(): Promise<void>;
}

/** Copies the run's migrated database. Call it once a test file (beforeAll) and drop it at the end (afterAll). */
export async function freshDatabase(
  cluster: Omit<TestCluster, "stop"> = inject("testCluster"),
): Promise<FreshDatabase> {
  const { superUrl, ownerUrl, appUrl, backupUrl, template } = cluster;
  const name = `dutyloop_test_${randomUUID().replaceAll("-", "")}`;
  await withClient(superUrl, async (client) => {
    // Two copies of one template at once are refused, so they queue up.
    await client.query("SELECT pg_advisory_lock(7080002)");
    await client.query(
      `CREATE DATABASE ${name} TEMPLATE ${pg.escapeIdentifier(template)} OWNER dutyloop_owner STRATEGY file_copy`,
    );
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO dutyloop_app, dutyloop_backup`);
  });
  return {
    appUrl: withDatabase(appUrl, name),
    ownerUrl: withDatabase(ownerUrl, name),
    backupUrl: withDatabase(backupUrl, name),
    superUrl: withDatabase(superUrl, name),
    drop: () => dropDatabase(superUrl, name),
  };
}
