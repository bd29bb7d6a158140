import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { simulate } from "../../server/modules/assessment/index.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { changedIndicators, changedScheme } from "../history/changed-scheme.ts";
import { monthsOf } from "../history/days.ts";
import type { HistoryGround } from "../history/ground.ts";
import { groupFacts } from "../limits/group-by.ts";
import { atMost, type Measure, median, slowness } from "../measure.ts";
import { secondsOf } from "./seconds.ts";

const rounds = 3;
const recomputeGoal = 6;
const whatIfGoal = 0.5;
const firstAnswerSeconds = 2;

/**
 * Scores every branch anew for all months and writes its sheets of 25 lines, against a plain GROUP BY; and tries a changed
 * scheme over the same months up to the first fifty movers, against that full recomputation.
 */
export async function wholeYear(ground: HistoryGround): Promise<Measure[]> {
  const seconds = {
    limit: [] as number[],
    recompute: [] as number[],
    whatIf: [] as number[],
    firstAnswer: [] as number[],
  };
  await withClient(ground.postgres.appUrl, async (client) => {
    await client.query(`SET dutyloop.tenant = ${ground.group.tenantId}`);
    const sides = [
      async () => seconds.limit.push(await secondsOf(() => groupFacts(client))),
      async () => seconds.recompute.push(await secondsOf(() => recompute(ground))),
      async () => {
        const { first, all } = await tryChange(ground);
        seconds.firstAnswer.push(first);
        seconds.whatIf.push(all);
      },
    ];
    // The first round finds its rows on the disk and a program that isn't warm; the trial needs sheets, so it comes last.
    for (let round = 0; round <= rounds; round += 1) {
      for (const side of round % 2 === 0 ? sides : sides.toReversed()) await side();
      if (round === 0) await ground.settle();
    }
  });
  const { limit, recompute: product, whatIf, firstAnswer } = seconds;
  return [
    slowness("recompute_all", "s", product.slice(1), limit.slice(1), recomputeGoal),
    slowness("what_if_year", "s", whatIf.slice(1), product.slice(1), whatIfGoal),
    atMost("what_if_first_answer", "s", median(firstAnswer.slice(1)), firstAnswerSeconds),
  ];
}

async function recompute(ground: HistoryGround): Promise<void> {
  const { tree, size } = ground.group;
  const written = await ground.recompute();
  if (written < tree.branches * size.months) throw new Error(`Only ${written} sheets were written`);
}

/** @returns seconds to the first movers, of the months read by then, and to those of all months */
async function tryChange({ application: { workshop }, group }: HistoryGround): Promise<{ first: number; all: number }> {
  const months = monthsOf(group.size.months);
  const change = {
    schemeCode: changedScheme.code,
    body: changedScheme,
    indicators: changedIndicators,
    organization: { id: group.rootId, path: "1." },
    from: months[0] as string,
    to: months.at(-1) as string,
  };
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  let first: number | undefined;
  const today = plainDateIn(workshop.clock(), workshop.timeZone);
  for await (const step of simulate(workshop.database, group.tenantId, change, today)) {
    if (first !== undefined && step.done < step.of) continue;
    const { movers, sheets } = step.result();
    if (movers.length === 0) throw new Error("The changed scheme moves nobody");
    first ??= passed();
    if (step.done < step.of) continue;
    if (sheets < group.tree.branches * months.length) throw new Error(`Only ${sheets} sheets were compared`);
    return { first, all: passed() };
  }
  throw new Error("The trial ended before its last month");
}
