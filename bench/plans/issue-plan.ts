import { randomUUID } from "node:crypto";
import type { WrittenLine } from "@dutyloop/domain/duties/plan-line-rules.ts";
import pg from "pg";
import { issuePlan } from "../../server/modules/duties/index.ts";
import { progressOf } from "../../server/platform/loops/progress.ts";
import { perform } from "../../server/platform/ritual/perform.ts";
import { atMost, type Measure, slowness } from "../measure.ts";
import { secondsOf } from "../scores/seconds.ts";
import { makePlanGround, type PlanGround } from "./plan-ground.ts";

const rounds = 3;
const firstYear = 2026;
/** An imports' progress bar asks as often. */
const askedEvery = 50;

/** The names of what `planMeasures` takes. */
export const planNames = ["issue_plan", "issue_plan_progress"];

const line = (templateCode: string, classes: readonly string[] = []): WrittenLine => ({
  templateCode,
  requirement: "basic",
  classes,
  kinds: [],
  cadence: null,
  direction: "",
  fromMonth: null,
  toMonth: null,
});
const lines: readonly WrittenLine[] = [
  line("theme_day"),
  line("general_meeting"),
  line("party_lecture", ["生产类"]),
  { ...line("party_lecture", ["机关类"]), cadence: { every: "half_year", times: 1 } },
];

/**
 * Issues a year's plan for so many branches against one INSERT … SELECT of the same rows into an empty table with the same
 * columns, keys and indexes. How far it is has to be seen while it runs.
 */
export async function planMeasures(branches: number): Promise<Measure[]> {
  const ground = await makePlanGround(branches);
  try {
    const product: number[] = [];
    const limit: number[] = [];
    let seen = Number.POSITIVE_INFINITY;
    for (let year = firstYear; year < firstYear + rounds; year += 1) {
      const issue = await issueOnce(ground, year);
      product.push(issue.seconds);
      seen = Math.min(seen, issue.seen);
      limit.push(await insertSeconds(ground.superUrl, issue.planId));
    }
    return [
      slowness("issue_plan", "s", product, limit, 4),
      atMost("issue_plan_progress", "missed", Math.max(0, 3 - seen), 0),
    ];
  } finally {
    await ground.clear();
  }
}

async function issueOnce({ application, officer, rootId }: PlanGround, year: number) {
  const progress = randomUUID();
  const told = new Set<number>();
  const timer = setInterval(() => {
    const { step, done } = progressOf(officer.actor.accountId, progress);
    if (step === "writing") told.add(done);
  }, askedEvery);
  let planId = "";
  const seconds = await secondsOf(async () => {
    const plan = { organizationId: rootId, year, name: `${year}年计划`, lines, progress };
    ({ planId } = await perform(application.workshop, issuePlan, officer, plan));
  });
  clearInterval(timer);
  return { seconds, planId, seen: told.size };
}

/** Seconds that the database takes to insert the duties of a plan from where they stand. */
async function insertSeconds(superUrl: string, planId: string): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    await client.query("DROP SCHEMA IF EXISTS bench_limit CASCADE; CREATE SCHEMA bench_limit");
    await client.query("CREATE TABLE bench_limit.obligation (LIKE public.obligation INCLUDING ALL)");
    return await secondsOf(async () => {
      await client.query(
        `INSERT INTO bench_limit.obligation SELECT ob.* FROM public.obligation ob
         WHERE ob.source_id IN (SELECT id FROM public.plan_line WHERE plan_id = $1)`,
        [planId],
      );
    });
  } finally {
    await client.end();
  }
}
