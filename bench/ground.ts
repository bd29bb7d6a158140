import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { openApplication } from "../server/application.ts";
import { loadKeys } from "../server/platform/configuration/keys.ts";
import { migrate } from "../server/platform/db/migrate.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../server/platform/embedded-postgres/index.ts";
import { foundLoadGroup, type LoadGroup } from "./group.ts";
import { submitSample } from "./sample-record.ts";

/** A data folder of its own with a running, durable PostgreSQL, thrown away at the end. */
export type Ground = {
  readonly dataFolder: string;
  readonly postgres: EmbeddedPostgres;
  readonly group: LoadGroup;
  /** A record that was submitted already. */
  readonly sampleRecordId: string;
  clear(): Promise<void>;
};

const silent = { info: () => undefined, warn: () => undefined };

/** Starts PostgreSQL with every flush on, migrates, and founds the group there. */
export async function makeGround(branches: number, firstYear: number): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-load-"));
  // PostgreSQL runs as another account where this program runs as root.
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const postgres = await startEmbeddedPostgres({ dataFolder, log: silent });
  try {
    await migrate(postgres.ownerUrl);
    const application = await openApplication({
      appUrl: postgres.appUrl,
      keys: await loadKeys(`${dataFolder}.keys.json`),
      filesFolder: join(dataFolder, "files"),
      anchorFile: join(dataFolder, "audit-anchors.jsonl"),
      timeZone: "Asia/Shanghai",
      clock: () => new Date(),
      logger: pino({ level: "error" }),
    });
    const group = await foundLoadGroup(application, branches, firstYear);
    const sampleRecordId = await submitSample(application, group);
    await application.close();
    return { dataFolder, postgres, group, sampleRecordId, clear };
  } catch (error) {
    await clear();
    throw error;
  }

  async function clear(): Promise<void> {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
