import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { unzipped } from "../../server/testing/unzipped.ts";

const run = promisify(execFile);

/** How many formulas a workbook has once LibreOffice has opened it; null where that program isn't here. */
export async function liveFormulas(workbook: Buffer): Promise<number | null> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-office-"));
  try {
    const file = join(folder, "exported.xlsx");
    writeFileSync(file, workbook);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run("soffice", [profile, "--headless", "--convert-to", "fods", "--outdir", folder, file], {
      timeout: 120_000,
    });
    return readFileSync(join(folder, "exported.fods"), "utf8").split("table:formula=").length - 1;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Formulas as they stand in the file itself. */
export async function writtenFormulas(workbook: Buffer): Promise<number> {
  const texts = [...(await unzipped(workbook)).values()];
  return texts.reduce((sum, text) => sum + (text.match(/<f[ >]/g)?.length ?? 0), 0);
}
