import { parseArgs } from "node:util";
import { type Contest, openContest } from "./contest.ts";
import { countMeasures, countNames } from "./counts/count-measures.ts";
import { officialLayout } from "./documents/official-layout.ts";
import { faceMeasures, faceNames } from "./faces/face-measures.ts";
import { newcomerImports, newcomerName } from "./faces/newcomer.ts";
import { wideTable } from "./faces/wide-table.ts";
import { idleMemory } from "./idle-memory.ts";
import { importMeasures, importNames } from "./imports/import-measures.ts";
import { listPeople } from "./list-people.ts";
import { listRecordsOfBranch, listRecordsOfSubtree } from "./list-records.ts";
import { type Measure, table } from "./measure.ts";
import { planMeasures, planNames } from "./plans/issue-plan.ts";
import { readRecord } from "./read-record.ts";
import { factToBoard } from "./scores/fact-to-board.ts";
import { historyMeasures, measureHistory } from "./scores/history-contest.ts";
import { submitRecord, submitRecordWithDelay } from "./submit-record.ts";
import { treeMeasures } from "./tree/tree-measures.ts";

/** Branches and years that owe enough duties for every measure of one run. */
const entrySize = { branches: 130, firstYear: 2022 } as const;

const contests: Record<string, (contest: Contest) => Promise<Measure>> = {
  // First, while both sides' plans fit the size of the tables: later the limit's older plans would flatter the product.
  read_record: readRecord,
  list_people: listPeople,
  list_records_branch: listRecordsOfBranch,
  list_records_subtree: listRecordsOfSubtree,
  submit_record: submitRecord,
  submit_record_commit_delay: submitRecordWithDelay,
};
/** Both are taken in one browser, on one tree. */
const treeNames = ["tree_search", "tree_browser"];
const known = [
  ...Object.keys(contests),
  ...historyMeasures,
  "fact_to_board",
  ...importNames,
  ...planNames,
  ...countNames,
  ...treeNames,
  ...faceNames,
  "wide_table",
  newcomerName,
  "memory_idle",
  "official_layout",
];

const options = {
  json: { type: "boolean", default: false },
  only: { type: "string" },
  /** A twentieth of the size that counts, for a quick look. */
  orgs: { type: "string", default: "550" },
  members: { type: "string", default: "15000" },
  months: { type: "string", default: "12" },
  /** Of the roster: the size that counts. */
  rows: { type: "string", default: "50000" },
  /** Of the tree in the browser: the size that counts is 100 000. */
  nodes: { type: "string", default: "10000" },
  /** Of the plan: the size that counts. */
  branches: { type: "string", default: "10000" },
} as const;

/**
 * `npm run bench [-- --orgs 11000 --members 300000 --months 12] [--json] [--only=measure,…]`: ends with 1 where a goal is
 * missed. The sizes are those of the generated group; the measure from a fact to the board takes groups of a tenth and of
 * ten times as many organisations.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  const only = values.only?.split(",") ?? known;
  if (only.some((name) => !known.includes(name))) throw new Error(`--only is some of ${known.join(", ")}`);
  const wanted = (name: string) => only.includes(name);
  const size = { organizations: Number(values.orgs), members: Number(values.members), months: Number(values.months) };
  const measures: Measure[] = [];
  const take = (label: string) => (taken: readonly Measure[]) => {
    const sized = taken.map((measure) => (label === "" ? measure : { ...measure, size: label }));
    measures.push(...sized);
    if (values.json) for (const measure of sized) console.log(JSON.stringify(measure));
  };
  const say = (line: string) => console.error(line);

  if (Object.keys(contests).some(wanted)) {
    const contest = await openContest(entrySize.branches, entrySize.firstYear);
    try {
      for (const [name, run] of Object.entries(contests)) if (wanted(name)) take("")([await run(contest)]);
    } finally {
      await contest.end();
    }
  }
  if (historyMeasures.some(wanted)) {
    const label = `${size.organizations} organisations, ${size.members} members, ${size.months} months`;
    await measureHistory(size, wanted, take(label), say);
  }
  if (wanted("fact_to_board")) {
    const sizes = factSizes(size.organizations);
    take(`${sizes.large} and ${sizes.small} organisations, ${sizes.facts} facts`)(await factToBoard(sizes, say));
  }
  if (treeNames.some(wanted)) {
    const nodes = Number(values.nodes);
    take(`${nodes} organisations`)((await treeMeasures(nodes)).filter(({ measure }) => wanted(measure)));
  }
  if (importNames.some(wanted)) {
    const rows = Number(values.rows);
    take(`${rows} rows`)((await importMeasures(rows)).filter(({ measure }) => wanted(measure)));
  }
  if (planNames.some(wanted)) {
    const branches = Number(values.branches);
    take(`${branches} branches`)((await planMeasures(branches)).filter(({ measure }) => wanted(measure)));
  }
  if (countNames.some(wanted)) {
    take("300 branches, 12 months")((await countMeasures(wanted)).filter(({ measure }) => wanted(measure)));
  }
  if (faceNames.some(wanted)) {
    take("43 branches")((await faceMeasures(wanted, say)).filter(({ measure }) => wanted(measure)));
  }
  if (wanted("wide_table")) take("5000 rows, 30 columns")([await wideTable(say)]);
  if (wanted(newcomerName)) take("")([await newcomerImports(say)]);
  if (wanted("memory_idle")) take("")([await idleMemory()]);
  // It needs LibreOffice, so it is measured where it is asked for by name.
  if (values.only !== undefined && wanted("official_layout")) take("")(await officialLayout());
  if (!values.json) console.log(table(measures));
  if (measures.some(({ ok }) => !ok)) process.exitCode = 1;
}

/** 11 000 organisations ask for 100 000 against 1 000 and a thousand facts. */
function factSizes(organizations: number): { large: number; small: number; facts: number } {
  const small = Math.max(110, Math.round(organizations / 11));
  return { large: small * 100, small, facts: Math.min(1000, small) };
}

await main();
