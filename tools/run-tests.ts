// npm test: every stage, its seconds and its tests; the last line sums up. --only=unit,database runs some of them.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cloneRoot, type Stage, stages } from "./test-stages.ts";

interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
}

const chosen = chooseStages(process.argv.slice(2));
if (!chosen) {
  process.stderr.write(`npm test -- [--only=${stages.map(({ name }) => name).join(",")}]\n`);
  process.exit(2);
}

const results: Result[] = [];
for (const stage of chosen) {
  console.log(`\n== ${stage.name}`);
  const began = Date.now();
  const count = await stage.run();
  results.push({ name: stage.name, seconds: (Date.now() - began) / 1000, ...count });
}

console.log("\n== summary");
for (const { name, seconds, passed, failed } of results) {
  const verdict = failed > 0 ? `, ${failed} FAILED` : "";
  console.log(`${name.padEnd(9)} ${seconds.toFixed(1).padStart(7)} s  ${String(passed).padStart(5)} passed${verdict}`);
}
const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
const failed = sum((result) => result.failed);
console.log(`${sum((result) => result.passed)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

function chooseStages(args: string[]): Stage[] | undefined {
  const stories = existsSync(join(cloneRoot, "e2e", "playwright.config.ts"));
  if (args.length === 0) return stages.filter(({ name }) => name !== "browser" || stories);
  const names = args.length === 1 ? /^--only=(.+)$/.exec(args[0] ?? "")?.[1]?.split(",") : undefined;
  const found = stages.filter(({ name }) => names?.includes(name));
  return names && found.length === names.length ? found : undefined;
}
