import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import type { Drill, Run } from "./drill.ts";
import { breakProduct } from "./mutants/break-product.ts";
import { brokenSources } from "./mutants/broken-sources.ts";

/** A mutant has to be noticed at a part of the size. */
const scaleOfMutants = 0.1;

/**
 * `npm run drill [-- --only=T1,audit] [-- --scale=0.1] [-- --mutant=half_record | --mutants]`: one line a drill and one at
 * the end, 1 where a drill failed. A mutant breaks the product on purpose; `--mutants` runs each in a process of its own
 * and ends with 1 where a drill doesn't notice.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: "string" },
      scale: { type: "string" },
      mutant: { type: "string" },
      mutants: { type: "boolean", default: false },
    },
  });
  const { mutant = null } = values;
  // Before anything of the product is loaded.
  if (mutant !== null && mutant in brokenSources) breakProduct(mutant);
  const chosen = await chosenDrills(values.only, mutant);
  const scale = Number(values.scale ?? (mutant !== null || values.mutants ? scaleOfMutants : 1));
  if (!(scale > 0 && scale <= 1)) throw new Error("--scale is above 0 and at most 1");
  if (values.mutants) await runMutants(chosen, scale);
  else await runDrills(chosen, { mutant, scale });
}

async function chosenDrills(only: string | undefined, mutant: string | null): Promise<Drill[]> {
  const { drills } = await import("./all-drills.ts");
  const wanted = only?.toLowerCase().split(",");
  const named = ({ code, name }: Drill) => wanted?.some((one) => one === code.toLowerCase() || one === name) ?? true;
  const chosen = drills.filter((drill) => named(drill) && (mutant === null || drill.mutants.includes(mutant)));
  if (chosen.length > 0) return chosen;
  const known = drills.map(({ code, name, mutants }) => `${code} (${name}) with ${mutants.join(", ")}`);
  throw new Error(`There is no such drill or mutant:\n${known.join("\n")}`);
}

async function runDrills(chosen: readonly Drill[], run: Run): Promise<void> {
  let passed = 0;
  for (const drill of chosen) {
    const began = performance.now();
    // What breaks off is no finding, and no pass.
    const outcome = await drill.run(run).catch((error: Error) => error);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (outcome instanceof Error) console.log(`${drill.code} BROKE OFF ${outcome.stack} (${seconds} s)`);
    else console.log(`${drill.code} ${outcome.passed ? "PASS" : "FAIL"} ${outcome.line} (${seconds} s)`);
    if (!(outcome instanceof Error) && outcome.passed) passed += 1;
  }
  const size = run.scale === 1 ? "" : ` at a scale of ${run.scale}`;
  console.log(`${chosen.length} drills${size}, ${passed} passed`);
  if (passed < chosen.length) process.exitCode = 1;
}

async function runMutants(chosen: readonly Drill[], scale: number): Promise<void> {
  let [all, caught] = [0, 0];
  for (const drill of chosen) {
    // A drill that fails anyway catches nothing.
    const whole = await saidBy(drill, null, scale);
    const passes = whole.startsWith(`${drill.code} PASS `);
    if (!passes) console.log(`${drill.code} doesn't pass unbroken: ${whole.slice(0, mostShown)}`);
    for (const mutant of drill.mutants) {
      const said = await saidBy(drill, mutant, scale);
      const isCaught = passes && said.startsWith(`${drill.code} FAIL `);
      [all, caught] = [all + 1, caught + (isCaught ? 1 : 0)];
      console.log(`${drill.code} with ${mutant}: ${isCaught ? "caught" : "NOT CAUGHT"}: ${said.slice(0, mostShown)}`);
    }
  }
  console.log(`${all} mutants, ${caught} caught`);
  if (caught < all) process.exitCode = 1;
}

const mostShown = 400;

/** The first line of a drill that is run by itself. */
async function saidBy({ code }: Drill, mutant: string | null, scale: number): Promise<string> {
  const broken = mutant === null ? [] : [`--mutant=${mutant}`];
  const args = [import.meta.filename, `--only=${code}`, `--scale=${scale}`, ...broken];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  return (await text(child.stdout)).split("\n")[0] ?? "";
}

await main();
// What a drill started and didn't end holds nothing up.
process.exit();
