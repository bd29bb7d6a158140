import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = fileURLToPath(new URL("../../node_modules/kysely-codegen/dist/cli/bin.js", import.meta.url));

/** The Kysely types of a migrated database. Parts of `fact` have the shape of the whole and are left out. */
export async function generateTypes(ownerUrl: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-types-"));
  const outFile = join(folder, "database-types.ts");
  const options = {
    "--dialect": "postgres",
    "--url": ownerUrl,
    "--out-file": outFile,
    "--date-parser": "string",
    "--numeric-parser": "string",
    "--type-mapping": '{"int8":"number"}',
    "--exclude-pattern": "public.fact_*[0-9r]",
  };
  try {
    await promisify(execFile)(process.execPath, [program, ...Object.entries(options).flat()]);
    return await readFile(outFile, "utf8");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
