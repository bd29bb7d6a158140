import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EmbeddedPostgres } from "../server/platform/embedded-postgres/index.ts";
import { foundLoadGroup, type LoadGroup } from "./group.ts";
import { openProduct } from "./open-product.ts";
import { submitSample } from "./sample-record.ts";

/** A data folder of its own with a running, durable PostgreSQL and a group in it, thrown away at the end. */
export type Ground = {
  readonly dataFolder: string;
  readonly postgres: EmbeddedPostgres;
  readonly group: LoadGroup;
  /** A record that was submitted already. */
  readonly sampleRecordId: string;
  clear(): Promise<void>;
};

export async function makeGround(branches: number, firstYear: number): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-load-"));
  // PostgreSQL runs as another account where this program runs as root.
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const { application, postgres } = await openProduct(dataFolder);
  const clear = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const group = await foundLoadGroup(application, branches, firstYear);
    const sampleRecordId = await submitSample(application, group);
    await application.close();
    return { dataFolder, postgres, group, sampleRecordId, clear };
  } catch (error) {
    await clear();
    throw error;
  }
}
