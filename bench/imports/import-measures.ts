import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverOptions } from "../../bin/server-options.mjs";
import { commitRoster, previewFile, undoImport } from "../../server/modules/imports/index.ts";
import { perform } from "../../server/platform/ritual/perform.ts";
import { atMost, type Measure, slowness } from "../measure.ts";
import { secondsOf } from "../scores/seconds.ts";
import { copySeconds } from "./copy-rows.ts";
import { atHand, type ImportGround, makeImportGround } from "./import-ground.ts";
import { rosterFile } from "./roster-file.ts";

const errors = 566;
const rounds = 3;

/** The names of what `importMeasures` takes. */
export const importNames = [
  "import_preview",
  "import_preview_memory",
  "import_preview_found",
  "import_commit",
  "import_undo",
];

/**
 * Looks at a roster with planted errors against reading the file with the library alone, both in processes of their own,
 * started as the product's server is; memory is that of one look. And takes the same roster in without the errors against
 * COPY of the rows that it wrote, and back out of it.
 */
export async function importMeasures(rows: number): Promise<Measure[]> {
  return [...preview(rows), ...(await commit(rows))];
}

type Told = { readonly seconds: number[]; readonly megabytes: number; readonly errors: number };

function preview(rows: number): Measure[] {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-bench-"));
  const file = join(folder, "roster.xlsx");
  writeFileSync(file, rosterFile(rows, errors));
  const told = (side: string, times: number) => {
    const args = [...serverOptions, "bench/imports/preview-side.ts", side, file, `${times}`];
    return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Told;
  };
  const [library, product, once] = [told("library", rounds), told("product", rounds), told("product", 1)];
  rmSync(folder, { recursive: true });
  return [
    slowness("import_preview", "s", product.seconds, library.seconds, 3),
    atMost("import_preview_memory", "MB", once.megabytes, 400),
    atMost("import_preview_found", "missed", Math.abs(errors - product.errors), 0),
  ];
}

async function commit(rows: number): Promise<Measure[]> {
  const ground = await makeImportGround();
  try {
    const bytes = rosterFile(rows, 0);
    const product: number[] = [];
    const limit: number[] = [];
    const undone: number[] = [];
    // The state is the same each round, so that one preview serves all.
    const previewed = await previewFile(atHand(ground, bytes));
    for (let round = 0; round < rounds; round += 1) {
      let importId = "";
      product.push(
        await secondsOf(async () => {
          importId = await takeIn(ground, bytes, previewed);
        }),
      );
      limit.push(await copySeconds(ground.superUrl, importId));
      const { workshop } = ground.application;
      undone.push(
        await secondsOf(async () => void (await perform(workshop, undoImport, ground.officer, { importId }))),
      );
    }
    return [
      slowness("import_commit", "s", product, limit, 12),
      // Taken back it is at least as quickly as it was written.
      slowness("import_undo", "s", undone, product, 1),
    ];
  } finally {
    await ground.clear();
  }
}

type Previewed = { readonly digest: string; readonly fingerprint: string };

async function takeIn(ground: ImportGround, bytes: Buffer, { digest, fingerprint }: Previewed): Promise<string> {
  const input = { organizationId: ground.rootId, bytes, fileName: "roster.xlsx", digest, fingerprint };
  const { importId } = await perform(ground.application.workshop, commitRoster, ground.officer, input);
  if (importId === null) throw new Error("Nothing was taken in");
  return importId;
}
