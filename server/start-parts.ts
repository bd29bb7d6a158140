import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import pg from "pg";
import { type Application, openApplication } from "./application.ts";
import { type Configuration, type Configured, loadKeys } from "./platform/configuration/index.ts";
import { migrate } from "./platform/db/migrate.ts";
import { startEmbeddedPostgres } from "./platform/embedded-postgres/index.ts";

/** A database that is there and migrated, and the application on it. */
export type Started = {
  readonly application: Application;
  readonly ownerUrl: string;
  readonly stop: () => Promise<void>;
};

/**
 * Makes the database ready (the embedded PostgreSQL, or the user's own server), migrates it and opens the application.
 * Server, worker and CLI all begin here, whether or not another of them already runs on the same data.
 */
export async function startParts(
  configured: Configured,
  logger: FastifyBaseLogger,
  clock: () => Date = () => new Date(),
): Promise<Started> {
  const { configuration } = configured;
  const { dataFolder } = configuration;
  // Not 0700: where the server runs as root, PostgreSQL enters as another user. What is private in it says so itself.
  await mkdir(dataFolder, { recursive: true, mode: 0o711 });
  const keys = loadKeys(configuration.keysFile);
  const database = await databaseOf(configuration, logger);
  try {
    await migrate(database.ownerUrl, database.roles);
    const application = await openApplication({
      appUrl: database.appUrl,
      keys,
      filesFolder: join(dataFolder, "files"),
      anchorFile: join(dataFolder, "audit-anchors.jsonl"),
      timeZone: configuration.timeZone,
      workCalendarFile: configuration.workCalendarFile,
      secondFactorFor: configuration.secondFactorFor,
      configured,
      clock,
      logger,
    });
    await application.installLibrary();
    return {
      application,
      ownerUrl: database.ownerUrl,
      async stop() {
        await application.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

type DatabaseHandle = {
  ownerUrl: string;
  appUrl: string;
  roles?: { application: string; backup: string };
  stop: () => Promise<void>;
};

async function databaseOf(configuration: Configuration, logger: FastifyBaseLogger): Promise<DatabaseHandle> {
  const own = configuration.database;
  if (!own) {
    const { ownerUrl, appUrl, stop } = await startEmbeddedPostgres({
      dataFolder: configuration.dataFolder,
      log: logger,
    });
    return { ownerUrl, appUrl, stop };
  }
  const application = new pg.Client(own.appUrl).user ?? "";
  return {
    ownerUrl: own.ownerUrl,
    appUrl: own.appUrl,
    roles: { application, backup: "dutyloop_backup" },
    stop: async () => {},
  };
}
