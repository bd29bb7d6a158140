import { chmodSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverOptions } from "../../bin/server-options.mjs";
import type { Application } from "../../server/application.ts";
import { recomputeAll } from "../../server/modules/assessment/index.ts";
import { wordRecords } from "../../server/modules/fulfilment/index.ts";
import { fillNameWords, fillSearchEntries } from "../../server/modules/organization/index.ts";
import { type EmbeddedPostgres, withClient } from "../../server/platform/embedded-postgres/index.ts";
import { clockFrom } from "../clock.ts";
import { openProduct } from "../open-product.ts";
import { freePort, type ServerProcess, startServer } from "../server-process.ts";
import { monthsOf } from "./days.ts";
import { countRows, type Generated, generateHistory } from "./generate.ts";
import { scheme } from "./scheme.ts";
import type { HistorySize } from "./size.ts";

/** Told what goes on while nothing can be measured yet. */
export type Say = (line: string) => void;

/** A generated group in a data folder of its own, thrown away at the end. */
export type HistoryGround = {
  readonly application: Application;
  readonly postgres: EmbeddedPostgres;
  readonly group: Generated;
  /** Scores the bench's scheme anew for all months. @returns sheets written */
  recompute(): Promise<number>;
  /**
   * What happens by itself within minutes: the names of all people and organisations and the words of all records are written down for the
   * search, and autovacuum looks at what was filled, else plans would be made for tables that were empty a moment ago.
   */
  settle(): Promise<void>;
  /** The product's server on this ground, with its loops. */
  serve(): Promise<ServerProcess>;
  clear(): Promise<void>;
};

/** @param instant from which the product's clock goes on */
export async function makeHistory(size: HistorySize, instant: string, say: Say): Promise<HistoryGround> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-history-"));
  // PostgreSQL runs as another account where this program runs as root.
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const clock = clockFrom(instant);
  const { application, postgres } = await openProduct(dataFolder, clock);
  const clear = async () => {
    await application.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const began = performance.now();
    const group = await generateHistory(application.workshop, postgres, size, say);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    say(`generated in ${seconds} s: ${await sizeOf(postgres.ownerUrl, group.tenantId)}`);
    const months = monthsOf(size.months);
    const whole = { schemeCode: scheme.code, from: months[0] as string, to: months.at(-1) as string };
    return {
      application,
      postgres,
      group,
      recompute: () => recomputeAll(application.workshop.database, group.tenantId, whole, clock()),
      async settle() {
        const { database } = application.workshop;
        await fillNameWords(database, group.tenantId);
        while ((await wordRecords(database, group.tenantId)) > 0);
        await database.writing(group.tenantId, {}, (transaction) => fillSearchEntries(transaction, group.tenantId));
        await withClient(postgres.ownerUrl, (client) => client.query("VACUUM (ANALYZE)"));
      },
      serve: async () => {
        const environment = { DUTYLOOP_DATA: dataFolder, BENCH_CLOCK: clock().toISOString() };
        return startServer([...serverOptions, "bench/api-server.ts"], environment, await freePort());
      },
      clear,
    };
  } catch (error) {
    await clear();
    throw error;
  }
}

/** Rows by table, what they take on the disk and what is left there. */
async function sizeOf(ownerUrl: string, tenantId: number): Promise<string> {
  return withClient(ownerUrl, async (client) => {
    const rows = Object.entries(await countRows(client, tenantId)).map(([table, count]) => `${count} ${table}`);
    const { rows: size } = await client.query<{ pretty: string }>(
      "SELECT pg_size_pretty(pg_database_size(current_database())) AS pretty",
    );
    const { bavail, bsize } = statfsSync(tmpdir());
    return `${rows.join(", ")}; ${size[0]?.pretty} on the disk, ${Math.round((bavail * bsize) / 2 ** 30)} GB left`;
  });
}
