import { parseArgs } from "node:util";
import { auditDrill } from "./audit-drill.ts";
import type { Drill } from "./drill.ts";
import { flushDrill } from "./flush-drill.ts";
import { killDrill } from "./kill-drill.ts";

const drills: readonly Drill[] = [killDrill, flushDrill, auditDrill];

/**
 * `npm run drill [-- --only=kill] [-- --mutant=half_record | --mutants]`: one line a drill, ends with 1 where one fails.
 * A mutant breaks the product on purpose; `--mutants` runs all of them and ends with 1 where a drill doesn't notice.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { only: { type: "string" }, mutant: { type: "string" }, mutants: { type: "boolean", default: false } },
  });
  const chosen = drills.filter(({ name }) => values.only === undefined || values.only === name);
  if (chosen.length === 0) throw new Error(`--only is one of ${drills.map(({ name }) => name).join(", ")}`);
  const { mutant = null } = values;
  if (mutant !== null && !chosen.some(({ mutants }) => mutants.includes(mutant))) {
    throw new Error(`--mutant is one of ${chosen.flatMap(({ mutants }) => mutants).join(", ")}`);
  }
  for (const drill of chosen) {
    if (values.mutants) for (const each of drill.mutants) await mustFail(drill, each);
    else if (mutant === null || drill.mutants.includes(mutant)) report(drill, await timed(drill, mutant));
  }
}

type Timed = Awaited<ReturnType<Drill["run"]>> & { seconds: string };

async function timed(drill: Drill, mutant: string | null): Promise<Timed> {
  const began = performance.now();
  const outcome = await drill.run(mutant);
  return { ...outcome, seconds: ((performance.now() - began) / 1000).toFixed(1) };
}

function report({ name }: Drill, { passed, line, seconds }: Timed): void {
  console.log(`${name} ${passed ? "PASS" : "FAIL"} ${line} (${seconds} s)`);
  if (!passed) process.exitCode = 1;
}

async function mustFail(drill: Drill, mutant: string): Promise<void> {
  const { passed, line, seconds } = await timed(drill, mutant);
  console.log(`${drill.name} with mutant ${mutant}: ${passed ? "NOT NOTICED" : "noticed"}: ${line} (${seconds} s)`);
  if (passed) process.exitCode = 1;
}

await main();
