import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { HistoryGround } from "../history/ground.ts";

const lookEveryMs = 20;
const patienceMs = 120_000;

/** Waits until nothing of the group waits for a score or a count. */
export async function untilDrained(ground: HistoryGround): Promise<void> {
  const limit = performance.now() + patienceMs;
  while ((await oldestSeconds(ground)) !== null || (await isCounting(ground))) {
    if (performance.now() > limit) throw new Error(`The queue wasn't empty after ${patienceMs / 1000} s`);
    await pause(lookEveryMs / 4);
  }
}

/** Looks how old the oldest row that waits for a score is, until told to end. `end` answers the most seen, in seconds. */
export function watchBacklog(ground: HistoryGround): { end(): Promise<number> } {
  let most = 0;
  let ended = false;
  const watching = (async () => {
    while (!ended) {
      most = Math.max(most, (await oldestSeconds(ground)) ?? 0);
      await pause(lookEveryMs);
    }
  })();
  return {
    async end() {
      ended = true;
      await watching;
      return most;
    },
  };
}

async function oldestSeconds({
  application: { workshop },
  group: { tenantId },
}: HistoryGround): Promise<number | null> {
  const { rows } = await sql<{ oldest: Date | null }>`SELECT min(recorded_at) AS oldest FROM outbox
    WHERE tenant_id = ${tenantId}`.execute(workshop.database.reading(tenantId));
  const oldest = rows[0]?.oldest ?? null;
  return oldest && (workshop.clock().getTime() - oldest.getTime()) / 1000;
}

async function isCounting({ application: { workshop }, group: { tenantId } }: HistoryGround): Promise<boolean> {
  const { rows } = await sql<{
    asked: boolean;
  }>`SELECT EXISTS (SELECT FROM count_request WHERE tenant_id = ${tenantId}) AS asked`.execute(
    workshop.database.reading(tenantId),
  );
  return rows[0]?.asked ?? false;
}
