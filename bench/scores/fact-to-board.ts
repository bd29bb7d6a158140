import { Pool } from "undici";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";
import { queuesEmpty } from "../contest.ts";
import { monthsOf, withinTheLastMonth } from "../history/days.ts";
import { signInNames } from "../history/generate.ts";
import { type HistoryGround, makeHistory, type Say } from "../history/ground.ts";
import { metricCodes, metricSource } from "../history/indicators.ts";
import { beginning } from "../history/size.ts";
import { atMost, type Measure, percentile, slowness } from "../measure.ts";
import type { ServerProcess } from "../server-process.ts";
import { type SignedIn, signIn } from "../sign-in.ts";

const goal = 1.3;
const slowest = 50;
const warmUp = 50;
const patienceMs = 10_000;

/**
 * From the acknowledgement of a fact until an API read shows it in the sheet, in the roll-ups of the top and on the board,
 * in two groups of different size and equal depth, one fact in each in turn.
 */
export async function factToBoard(
  sizes: { large: number; small: number; facts: number },
  say: Say,
): Promise<Measure[]> {
  const large = await openWatched(sizes.large, say);
  try {
    const small = await openWatched(sizes.small, say);
    try {
      const milliseconds: { large: number[]; small: number[] } = { large: [], small: [] };
      for (let number = 0; number < sizes.facts + warmUp; number += 1) {
        for (const [name, watched] of [
          ["large", large],
          ["small", small],
        ] as const) {
          const took = await untilSeen(watched, number);
          if (number >= warmUp) milliseconds[name].push(took);
        }
      }
      return [
        slowness("fact_to_board", "ms", milliseconds.large, milliseconds.small, goal),
        slowness(
          "fact_to_board_slow",
          "ms",
          [percentile(milliseconds.large, 0.95)],
          [percentile(milliseconds.small, 0.95)],
          goal,
        ),
        atMost("fact_to_board_p95", "ms", percentile(milliseconds.large, 0.95), slowest),
      ];
    } finally {
      await small.end();
    }
  } finally {
    await large.end();
  }
}

/** Where a branch is, and the month whose missing figure will be delivered. */
type Target = { branch: string; general: string; month: string };
type Watched = {
  readonly server: ServerProcess;
  readonly connection: Pool;
  readonly signedIn: SignedIn;
  readonly rootId: string;
  readonly targets: readonly Target[];
  end(): Promise<void>;
};

async function openWatched(organizations: number, say: Say): Promise<Watched> {
  const ground = await makeHistory(beginning(organizations), withinTheLastMonth, say);
  try {
    say(`${await ground.recompute()} sheets`);
    await ground.settle();
    const server = await ground.serve();
    const connection = new Pool(server.origin, { connections: 1, pipelining: 1 });
    const end = async () => {
      await connection.close();
      await server.stop();
      await ground.clear();
    };
    const signedIn = await signIn(server.origin, signInNames.officer);
    await queuesEmpty(server.origin);
    return { server, connection, signedIn, rootId: ground.group.rootId, targets: await targetsOf(ground), end };
  } catch (error) {
    await ground.clear();
    throw error;
  }
}

/** Every branch in each month, neighbours in the list from all over the group. */
async function targetsOf({ postgres, group }: HistoryGround): Promise<Target[]> {
  return withClient(postgres.ownerUrl, async (client) => {
    const { rows } = await client.query<Target>(
      `SELECT id AS branch, parent_id AS general, month FROM organization CROSS JOIN unnest($2::text[]) AS month
       WHERE tenant_id = $1 AND kind = 'BRANCH' ORDER BY hashtext(id || month)`,
      [group.tenantId, monthsOf(group.size.months)],
    );
    return rows;
  });
}

type Score = { total: string | null; coverage: string };
type Board = { ranked: number; items: { organizationId: string; rank: number | null; total: string | null }[] };

/** Delivers the figure that was missing and reads until everything that follows from it is seen. @returns milliseconds */
async function untilSeen(watched: Watched, number: number): Promise<number> {
  const { rootId, targets } = watched;
  const target = targets[number];
  if (!target) throw new Error("The group has too few branches for so many facts");
  const { branch, general, month } = target;
  const score = () => ask<Score>(watched, `organizations/${branch}/scores/${month}`);
  const board = (id: string) => ask<Board>(watched, `organizations/${id}/board?period=${month}`);
  const [before, above] = [await score(), await board(rootId)];
  await deliver(watched, target);
  const began = performance.now();
  const inTime = () => {
    if (performance.now() - began > patienceMs) throw new Error(`A fact wasn't seen after ${patienceMs} ms`);
    return true;
  };
  const rowIn = ({ items }: Board) => items.find((row) => row.organizationId === branch && row.rank !== null);
  let row: Board["items"][number] | undefined;
  while (row === undefined && inTime()) row = rowIn(await board(general));
  while (inTime() && (await board(rootId)).ranked !== above.ranked + 1);
  let after = before;
  while (after.coverage === before.coverage && inTime()) after = await score();
  const took = performance.now() - began;
  if (after.total !== row?.total) throw new Error(`Sheet and board differ: ${after.total}, ${row?.total}`);
  return took;
}

async function deliver(watched: Watched, { branch, month }: Target): Promise<void> {
  const figure = { metric: metricCodes.at(-1), occurredOn: `${month}-15`, quantity: "700" };
  const body = { source: metricSource, month, deliveries: [{ organizationId: branch, figures: [figure] }] };
  await ask(watched, `organizations/${watched.rootId}/measures`, body);
}

async function ask<T>({ connection, signedIn }: Watched, path: string, body?: object): Promise<T> {
  const sent =
    body === undefined ? { method: "GET" as const } : { method: "POST" as const, body: JSON.stringify(body) };
  const headers = { ...signedIn, ...(body === undefined ? {} : { "content-type": "application/json" }) };
  const answer = await connection.request({ ...sent, path: `/api/v1/${path}`, headers });
  if (answer.statusCode !== 200)
    throw new Error(`${path} was answered ${answer.statusCode}: ${await answer.body.text()}`);
  return (await answer.body.json()) as T;
}
