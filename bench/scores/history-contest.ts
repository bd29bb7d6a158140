import pg from "pg";
import { afterTheHistory } from "../history/days.ts";
import { type HistoryGround, makeHistory, type Say } from "../history/ground.ts";
import { replayPart } from "../history/replay.ts";
import { requireSameFacts } from "../history/same-facts.ts";
import { wholeHistory } from "../history/size.ts";
import type { Measure } from "../measure.ts";
import { globalSearch } from "../search/global-search.ts";
import { boardPage } from "./board-page.ts";
import { closeMonth } from "./close-month.ts";
import { explainAnnual } from "./explain-annual.ts";
import { publishLastBoard } from "./published.ts";
import { openReading, type Reading } from "./reading.ts";
import { wholeYear } from "./whole-year.ts";
import { thirtyTwoWriters } from "./writers.ts";

export type Size = { readonly organizations: number; readonly members: number; readonly months: number };
/** Whether a measure is wanted. */
export type Wanted = (name: string) => boolean;
/** Told each measure as soon as it is there. */
export type Take = (measures: readonly Measure[]) => void;

const reads: Record<string, (reading: Reading) => Promise<Measure[]>> = {
  board_page: boardPage,
  explain_annual: explainAnnual,
  global_search: globalSearch,
};
const passes = ["recompute_all", "what_if_year"];
export const historyMeasures = [...passes, ...Object.keys(reads), "writers_32", "close_month"];

/** Everything that is measured on a whole history; a part of it was replayed before and made the same facts. */
export async function measureHistory(size: Size, wanted: Wanted, take: Take, say: Say): Promise<void> {
  const ground = await makeHistory(wholeHistory(size.organizations, size.members, size.months), afterTheHistory, say);
  try {
    await replay(ground, say);
    if (passes.some(wanted)) take(await wholeYear(ground));
    else say(`${await ground.recompute()} sheets`);
    await ground.settle();
    if (Object.keys(reads).some(wanted)) {
      await publishLastBoard(ground);
      const reading = await openReading(ground);
      try {
        for (const [name, measure] of Object.entries(reads)) if (wanted(name)) take(await measure(reading));
      } finally {
        await reading.end();
      }
    }
    if (wanted("writers_32")) take(await thirtyTwoWriters(ground));
    // The last of all: nothing is entered for the last month any more.
    if (wanted("close_month")) take(await closeMonth(ground));
  } finally {
    await ground.clear();
  }
}

async function replay({ application, postgres, group }: HistoryGround, say: Say): Promise<void> {
  const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 8 });
  try {
    const replayed = await replayPart(application.workshop, owner, group);
    const facts = await requireSameFacts(owner, group.tenantId, replayed.tenantId, group.firstMonth);
    say(`${replayed.branches} branches replayed: ${replayed.records} records made the same ${facts} facts`);
  } finally {
    await owner.end();
  }
}
