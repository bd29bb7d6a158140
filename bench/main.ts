import { parseArgs } from "node:util";
import { type Contest, openContest } from "./contest.ts";
import { idleMemory } from "./idle-memory.ts";
import { type Measure, table } from "./measure.ts";
import { readRecord } from "./read-record.ts";
import { submitRecord, submitRecordWithDelay } from "./submit-record.ts";

/** Branches and years that owe enough duties for every measure of one run. */
const size = { branches: 130, firstYear: 2022 } as const;

const contests: Record<string, (contest: Contest) => Promise<Measure>> = {
  // First, while both sides' plans fit the size of the tables: later the limit's older plans would flatter the product.
  read_record: readRecord,
  submit_record: submitRecord,
  submit_record_commit_delay: submitRecordWithDelay,
};
const others: Record<string, () => Promise<Measure>> = { memory_idle: idleMemory };

/** `npm run bench [-- --json] [-- --only=measure]`: ends with 1 where a goal is missed. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });
  const known = [...Object.keys(contests), ...Object.keys(others)];
  if (values.only !== undefined && !known.includes(values.only))
    throw new Error(`--only is one of ${known.join(", ")}`);
  const wanted = (name: string) => values.only === undefined || values.only === name;
  const measures: Measure[] = [];
  const take = async (name: string, run: () => Promise<Measure>) => {
    if (!wanted(name)) return;
    const measure = await run();
    measures.push(measure);
    if (values.json) console.log(JSON.stringify(measure));
  };
  if (Object.keys(contests).some(wanted)) {
    const contest = await openContest(size.branches, size.firstYear);
    try {
      for (const [name, run] of Object.entries(contests)) await take(name, () => run(contest));
    } finally {
      await contest.end();
    }
  }
  for (const [name, run] of Object.entries(others)) await take(name, run);
  if (!values.json) console.log(table(measures));
  if (measures.some(({ ok }) => !ok)) process.exitCode = 1;
}

await main();
