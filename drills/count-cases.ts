import { appendFileSync } from "node:fs";
import fc, { type RunDetails } from "fast-check";

const { DRILL_CASES: file, DRILL_RUNS: runs } = process.env;

/** Every property says how many cases it had; one that fails throws as it would without this. */
function reporter(details: RunDetails<unknown>): void {
  if (file) appendFileSync(file, `${details.numRuns}\n`);
  if (details.failed) throw new Error(fc.defaultReportMessage(details) ?? "a property failed");
}

fc.configureGlobal({ ...(runs ? { numRuns: Number(runs) } : {}), reporter });
