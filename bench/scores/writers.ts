import { addMonths } from "@dutyloop/domain/kernel/plain-date.ts";
import { type Database, openDatabase } from "../../server/platform/db/pools.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { markDirty, postFacts } from "../../server/platform/facts/post-facts.ts";
import { type Saving, startSaving } from "../../server/platform/ritual/saving.ts";
import { monthsOf } from "../history/days.ts";
import type { HistoryGround } from "../history/ground.ts";
import { appendOnly } from "../limits/append-facts.ts";
import { atMost, type Measure, throughput } from "../measure.ts";
import { untilDrained, watchBacklog } from "./backlog.ts";
import { factsOfARecord, recordFacts } from "./record-facts.ts";
import { secondsOf } from "./seconds.ts";
import { requireTrueRollups } from "./true-rollups.ts";

const writers = 32;
const recordsAWriter = 100;
const warmUp = 1;
const rounds = 5;
const goal = 0.3;
const oldestSeconds = 2;

/**
 * 32 writers enter what records make, four facts at a time, for branches all over one tree, until nothing waits and every
 * roll-up equals the raw sums; against the same facts appended with no roll-up.
 */
export async function thirtyTwoWriters(ground: HistoryGround): Promise<Measure[]> {
  const { application, postgres, group } = ground;
  const database = openDatabase(postgres.appUrl, { reading: 2, writing: writers });
  const deadlocksBefore = await deadlocks(postgres.superUrl);
  const branches = await branchesOf(ground);
  const month = monthsOf(1)[0] as string;
  application.startLoops();
  try {
    const rates = { product: [] as number[], limit: [] as number[] };
    let oldest = 0;
    await untilDrained(ground);
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const sides = {
        async product() {
          const backlog = watchBacklog(ground);
          const seconds = await secondsOf(async () => {
            await writeAll(ground, database, branches, (saving) => saving);
            await untilDrained(ground);
          });
          const seen = await backlog.end();
          // As with the rates, the round in which the program warms up is left out.
          if (round >= warmUp) oldest = Math.max(oldest, seen);
          return seconds;
        },
        async limit() {
          const seconds = await secondsOf(() => writeAll(ground, database, branches, appendOnly));
          // Folded afterwards, so that the roll-ups are true when the next round begins.
          await database.writing(group.tenantId, {}, async (transaction) => {
            const saving = startSaving(transaction);
            const context = { actor: actorOf(group.tenantId), now: application.workshop.clock() };
            markDirty(
              saving,
              context,
              branches.map((organizationId) => ({ organizationId, countsOn: `${month}-01` })),
            );
            await saving.flush();
          });
          await untilDrained(ground);
          return seconds;
        },
      };
      for (const side of round % 2 === 0 ? (["product", "limit"] as const) : (["limit", "product"] as const)) {
        const seconds = await sides[side]();
        if (round >= warmUp) rates[side].push((writers * recordsAWriter * factsOfARecord) / seconds);
      }
    }
    await requireTrueRollups(ground, month);
    return [
      throughput("writers_32", "facts/s", rates.product, rates.limit, goal),
      atMost("writers_32_backlog", "s", oldest, oldestSeconds),
      atMost("writers_32_deadlocks", "deadlocks", (await deadlocks(postgres.superUrl)) - deadlocksBefore, 0),
    ];
  } finally {
    await database.close();
  }
}

/** All writers at once, each in transactions of its own, one record's facts after the other. */
async function writeAll(
  { application: { workshop }, group: { tenantId } }: HistoryGround,
  database: Database,
  branches: readonly string[],
  through: (saving: Saving) => Saving,
): Promise<void> {
  const month = monthsOf(1)[0] as string;
  const writer = async (_: unknown, number: number) => {
    for (let record = 0; record < recordsAWriter; record += 1) {
      const branch = branches[(number * recordsAWriter + record) % branches.length] as string;
      await database.writing(tenantId, { months: [month, addMonths(month, 1)] }, async (transaction, opened) => {
        const saving = startSaving(transaction);
        const { closedMonths, nextClosing } = opened;
        const context = {
          actor: actorOf(tenantId),
          now: workshop.clock(),
          closedMonths: new Set(closedMonths),
          heldMonths: new Set([month]),
          nextClosing,
        };
        postFacts(through(saving), context, recordFacts(branch, month));
        saving.flushLast();
      });
      workshop.wake();
    }
  };
  await Promise.all(Array.from({ length: writers }, writer));
}

const actorOf = (tenantId: number) => ({ tenantId, accountId: "", personId: null, grants: [] });

/** So many of the tree's branches as there are records in a round, from all over it. */
async function branchesOf({ postgres, group }: HistoryGround): Promise<string[]> {
  return withClient(postgres.ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM organization WHERE tenant_id = $1 AND kind = 'BRANCH' ORDER BY hashtext(id::text) LIMIT $2",
      [group.tenantId, writers * recordsAWriter],
    );
    return rows.map(({ id }) => id);
  });
}

async function deadlocks(superUrl: string): Promise<number> {
  return withClient(superUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT sum(deadlocks)::integer AS count FROM pg_stat_database",
    );
    return rows[0]?.count ?? 0;
  });
}
