import { join } from "node:path";
import pino from "pino";
import { type Application, openApplication } from "../server/application.ts";
import { configuredIn } from "../server/platform/configuration/index.ts";
import { loadKeys } from "../server/platform/configuration/keys.ts";
import { migrate } from "../server/platform/db/migrate.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "../server/platform/embedded-postgres/index.ts";

const silent = { info: () => undefined, warn: () => undefined };

/** Opens the product on a data folder, with its own PostgreSQL and every flush on. */
export async function openProduct(
  dataFolder: string,
  clock = () => new Date(),
): Promise<{ application: Application; postgres: EmbeddedPostgres }> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: silent });
  try {
    await migrate(postgres.ownerUrl);
    const application = await openApplication({
      appUrl: postgres.appUrl,
      keys: await loadKeys(`${dataFolder}.keys.json`),
      filesFolder: join(dataFolder, "files"),
      anchorFile: join(dataFolder, "audit-anchors.jsonl"),
      secondFactorFor: "nobody",
      configured: configuredIn(dataFolder),
      timeZone: "Asia/Shanghai",
      clock,
      logger: pino({ level: "warn", base: null }, pino.destination({ dest: 2, sync: true })),
    });
    return { application, postgres };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
