import { chmodSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProduct } from "../bench/open-product.ts";
import { groups } from "../server/application.ts";
import { fillDemo } from "../server/demo/fill-demo.ts";
import { type SecondScore, secondScores, standingScores } from "../server/testing/second-scores.ts";
import { type Drill, outcomeOf, type Run, scaled } from "./drill.ts";
import { ranTests } from "./ran-tests.ts";

const fullCases = 100_000;
const demoBranches = 43;

/**
 * The laws of the score on random cases – determinism, order, caps, sums, exact fractions, ties, explanations – and the scores
 * of the demo's twelve months worked out a second time in plain SQL.
 */
export const lawsDrill: Drill = {
  code: "T14",
  name: "laws",
  mutants: ["float_sums", "cap_forgotten"],
  async run(run) {
    const files = globSync(["domain/assessment/**/*.test.ts", "domain/kernel/rational.test.ts"], {
      cwd: join(import.meta.dirname, ".."),
    });
    const laws = files.filter((file) => readFileSync(file, "utf8").includes("fc.property("));
    const texts = laws.map((file) => readFileSync(file, "utf8"));
    const times = (word: string) => texts.reduce((sum, text) => sum + text.split(word).length - 1, 0);
    const properties = times("fc.property(");
    const wanted = scaled(fullCases, run, 4000);
    // Some say themselves how many cases they take.
    const ran = await ranTests(laws, run, Math.ceil(wanted / (properties - times("numRuns:"))));
    const twin = await twinOfDemo(run);
    return outcomeOf(
      `${ran.cases} cases of ${properties} laws, ${twin.scores} scores of ${twin.branches} branches equal in plain SQL`,
      [...ran.failures, ...(ran.cases < wanted ? [`only ${ran.cases} of ${wanted} cases ran`] : []), ...twin.differing],
    );
  },
};

type Twin = { readonly scores: number; readonly branches: number; readonly differing: string[] };

async function twinOfDemo(run: Run): Promise<Twin> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-drill-"));
  chmodSync(folder, 0o711);
  try {
    const clock = () => new Date("2026-11-21T10:00:00+08:00");
    const { application, postgres } = await openProduct(join(folder, "data"), clock);
    try {
      const branches = scaled(demoBranches, run, 4);
      await fillDemo(application, { password: "Demo-pass-2026", branches });
      const { database } = application.workshop;
      const [tenantId = 0] = await groups(database);
      const ofGroup = async (query: typeof secondScores) => (await query.execute(database.reading(tenantId))).rows;
      const [standing, second] = [await ofGroup(standingScores), await ofGroup(secondScores)];
      return { scores: standing.length, branches, differing: differences(standing, second) };
    } finally {
      await application.close();
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differences(standing: readonly SecondScore[], second: readonly SecondScore[]): string[] {
  if (standing.length === 0) return ["the demo has no scores"];
  if (standing.length !== second.length) return [`${standing.length} scores stand, SQL gives ${second.length}`];
  return standing.flatMap((one, at) => {
    const [here, there] = [JSON.stringify(one), JSON.stringify(second[at])];
    return here === there ? [] : [`${here} stands, SQL gives ${there}`];
  });
}
