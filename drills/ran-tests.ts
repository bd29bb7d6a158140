import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Run } from "./drill.ts";

const root = join(import.meta.dirname, "..");

export type RanTests = { readonly passed: number; readonly failures: string[]; readonly cases: number };
type Report = {
  numTotalTests: number;
  numPassedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/**
 * Runs tests of the product that are laws or walks anyway, broken where the drill is.
 * @param runs of each property of fast-check that doesn't say its own number
 */
export async function ranTests(files: readonly string[], { mutant }: Run, runs?: number): Promise<RanTests> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-drill-"));
  const [report, counted] = [join(folder, "report.json"), join(folder, "cases")];
  const args = [
    ...[join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", join(import.meta.dirname, "vitest.config.ts")],
    ...["--reporter=json", `--outputFile=${report}`, ...files],
  ];
  const env = {
    ...process.env,
    // The tests are broken while they are loaded by their own loader.
    NODE_OPTIONS: "",
    DRILL_MUTANT: mutant ?? "",
    DRILL_CASES: counted,
    ...(runs === undefined ? {} : { DRILL_RUNS: `${runs}` }),
  };
  try {
    // A failing test makes it end with 1; what counts is its report.
    const said = await new Promise<string>((resolve) =>
      execFile(process.execPath, args, { cwd: root, env, maxBuffer: 1 << 28 }, (_error, out, error) =>
        resolve(`${out}${error}`),
      ),
    );
    return { ...readReport(report, said), cases: countedIn(counted) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string, said: string): Pick<RanTests, "passed" | "failures"> {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new Error(`The tests didn't run: ${said.slice(-2000)}`);
  }
  const failures = report.testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    const told = failed.map((one) => `${one.fullName}: ${one.failureMessages[0]?.split("\n")[0]}`);
    return told.length > 0 || message === "" ? told : [`${name}: ${message.split("\n")[0]}`];
  });
  if (report.numTotalTests === 0) failures.push("no test ran");
  return { passed: report.numPassedTests, failures };
}

function countedIn(file: string): number {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .reduce((sum, line) => sum + Number(line), 0);
  } catch {
    return 0;
  }
}
