import { plainDateIn } from "@dutyloop/domain/kernel/plain-date.ts";
import { loadPassword } from "../../bench/founding.ts";
import { foundLoadGroup } from "../../bench/group.ts";
import { foldAllScores, markMissingSheets } from "../../server/modules/assessment/index.ts";
import { foldAllCounts } from "../../server/modules/dashboard/index.ts";
import { postDueFacts } from "../../server/modules/duties/index.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { Client } from "../../server/testing/client.ts";
import { startTestCluster } from "../../server/testing/cluster.ts";
import { openStage, type Stage } from "../../server/testing/stage.ts";
import { shiftedDates } from "./shifted-dates.ts";

/**
 * A process of its own, because a time zone is the process's. It goes through the moments at which days, months, quarters
 * and years change, and the clock jumps, and says on one line what the product makes of each; the argument is how many dates.
 */
const moments = [
  ...["2026-02-28T15:59:58Z", "2026-02-28T16:00:02Z", "2026-03-31T15:59:58Z", "2026-03-31T16:00:02Z"],
  // Two hours back, and forward by a day.
  ...["2026-03-31T14:00:02Z", "2026-04-01T16:00:02Z", "2026-06-30T15:59:58Z", "2026-06-30T16:00:02Z"],
  ...["2026-12-31T15:59:58Z", "2026-12-31T16:00:02Z", "2028-02-28T16:00:02Z", "2028-02-29T16:00:02Z"],
];

const { stop, ...cluster } = await startTestCluster(undefined);
const stage = await openStage({ cluster });
try {
  stage.clock.set("2026-02-10T02:00:00Z");
  const { tenantId } = await foundLoadGroup(stage.application, 3, 2026);
  const told: unknown[] = [];
  for (const moment of moments) told.push({ moment, ...(await at(stage, tenantId, moment)) });
  const shifted = await shiftedDates(stage, tenantId, Number(process.argv[2]));
  console.log(JSON.stringify({ told, posted: await posted(stage), shifted }));
} finally {
  await stage.close();
  await stop();
}

/** Runs what runs by the clock, twice as two servers would, and reads what users read. */
async function at({ application, clock, server }: Stage, tenantId: number, moment: string) {
  const { workshop } = application;
  clock.set(moment);
  const today = plainDateIn(clock(), workshop.timeZone);
  const due = await Promise.all([postDueFacts(workshop, tenantId), postDueFacts(workshop, tenantId)]);
  for (let turn = 0; turn < 2; turn += 1) {
    await markMissingSheets(workshop, tenantId, 0);
    await foldAllScores(workshop.database, tenantId, clock());
    await foldAllCounts(workshop.database, tenantId, today);
  }
  const officer = new Client(server);
  await officer.signIn("officer", loadPassword);
  // A password gets old within these years.
  const session = await officer.ask("getSession");
  if (session.passwordExpired) return { today, due: due[0] + due[1] };
  const { items } = await officer.ask("listOrganizations", { query: { limit: 50 } });
  const params = { organizationId: items.find((one) => one.kind === "COMMITTEE")?.id ?? items[0]?.id ?? "" };
  const overdue = await officer.ask("listObligations", { params, query: { which: "overdue", limit: 200 } });
  const figures = await officer.ask("getDutyFigures", { params, query: { period: today.slice(0, 7) } });
  return {
    ...{ today, session: session.today, due: due[0] + due[1], overdue: overdue.items.length, total: figures.total },
    dueOn: overdue.items.map(({ dueOn }) => dueOn).toSorted(),
  };
}

/** Facts by month and kind, and whether what was due is booked once. */
async function posted({ database }: Stage) {
  return withClient(database.superUrl, async (client) => {
    const facts = await client.query(
      "SELECT kind, to_char(counts_on, 'YYYY-MM-DD') AS day, count(*)::int FROM fact GROUP BY 1, 2 ORDER BY 1, 2",
    );
    const wrong = await client.query(
      `SELECT count(*)::int AS wrong FROM (SELECT o.id, count(s.fact_id) AS times FROM obligation o
         LEFT JOIN fact_source s ON s.source_id = o.id AND s.kind = 'obligation.due' GROUP BY o.id, o.due_on
         HAVING count(s.fact_id) <> (o.due_on < '2028-03-01')::int) w`,
    );
    return { facts: facts.rows as unknown[], wrong: Number((wrong.rows[0] as { wrong: number }).wrong) };
  });
}
