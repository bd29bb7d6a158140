import { closePeriod } from "../../server/modules/assessment/index.ts";
import { callerFor } from "../../server/modules/identity/index.ts";
import { perform } from "../../server/platform/ritual/perform.ts";
import { afterTheGrace, monthsOf } from "../history/days.ts";
import type { HistoryGround } from "../history/ground.ts";
import { atMost, type Measure } from "../measure.ts";
import { secondsOf } from "./seconds.ts";

/** Nobody may enter anything for the month meanwhile: shorter than a browser waits, so that no entry is lost. */
const goal = 15;

/** Closing the last month of all branches: what waits is scored, the structure frozen, and every sheet kept as it stands. */
export async function closeMonth({ application: { workshop }, group }: HistoryGround): Promise<Measure[]> {
  const { tenantId, officerId, size } = group;
  const period = monthsOf(size.months).at(-1) as string;
  const caller = await callerFor(workshop.database.reading(tenantId), tenantId, officerId, "bench");
  const later = { ...workshop, clock: () => new Date(afterTheGrace) };
  let organizations = 0;
  const seconds = await secondsOf(async () => {
    ({ organizations } = await perform(later, closePeriod, caller, { period }));
  });
  if (organizations < group.tree.branches) throw new Error(`Only ${organizations} organisations were closed`);
  return [atMost("close_month", "s", seconds, goal)];
}
