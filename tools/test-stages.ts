import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

export const cloneRoot = dirname(import.meta.dirname);
const reports = join(cloneRoot, ".dutyloop", "test-reports");
const stageLimitMs = 25 * 60_000;

/** How many tests a stage ran. A skipped test counts as failed: nobody would look at it again. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Stage {
  readonly name: "check" | "unit" | "database" | "browser";
  readonly run: () => Promise<Count>;
}

export const stages: Stage[] = [
  { name: "check", run: runChecks },
  { name: "unit", run: () => runVitest("unit") },
  { name: "database", run: () => runVitest("database") },
  { name: "browser", run: runPlaywright },
];

/** Types, formatting and lint: one test each. */
export async function runChecks(): Promise<Count> {
  const types = await runTool("tsc", ["-p", "tsconfig.json"]);
  const style = await runTool("biome", ["ci", "--colors=off", "."]);
  const passed = [types, style].filter((code) => code === 0).length;
  return { passed, failed: 2 - passed };
}

/** Reads vitest's JSON report. A file that couldn't be loaded has no tests, so it counts as one that failed. */
export function countVitest(report: string): Count {
  const found = JSON.parse(report) as Record<"numTotalTests" | "numPassedTests", number> & {
    testResults: { status: string; assertionResults: unknown[] }[];
  };
  const unloaded = found.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return { passed: found.numPassedTests, failed: found.numTotalTests - found.numPassedTests + unloaded.length };
}

/** Reads Playwright's JSON report. */
export function countPlaywright(report: string): Count {
  const { stats, errors } = JSON.parse(report) as {
    stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number>;
    errors: unknown[];
  };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length };
}

async function runVitest(project: string): Promise<Count> {
  const report = freshReport(project);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return settle(await runTool("vitest", args), report, countVitest);
}

async function runPlaywright(): Promise<Count> {
  const report = freshReport("browser");
  const args = ["test", "-c", "e2e/playwright.config.ts", "--reporter=list,json"];
  return settle(await runTool("playwright", args, { PLAYWRIGHT_JSON_OUTPUT_FILE: report }), report, countPlaywright);
}

/** A runner that fails although no test did has failed all the same, and so has one that ran none. */
export function settle(code: number, report: string, count: (report: string) => Count): Count {
  const found = existsSync(report) ? count(readFileSync(report, "utf8")) : { passed: 0, failed: 1 };
  if (found.failed === 0 && (code !== 0 || found.passed === 0)) return { passed: found.passed, failed: 1 };
  return found;
}

function freshReport(name: string): string {
  mkdirSync(reports, { recursive: true });
  const file = join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

function runTool(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(cloneRoot, "node_modules", ".bin", name), args, {
      cwd: cloneRoot,
      stdio: ["ignore", "inherit", "inherit"],
      // The tools' own first line asks for "node": it must be the one this runs on.
      env: { ...process.env, ...env, PATH: `${dirname(process.execPath)}:${process.env.PATH}`, NO_COLOR: "1" },
      timeout: stageLimitMs,
    });
    child.on("error", (error) => {
      process.stderr.write(`${name}: ${error.message}\n`);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
