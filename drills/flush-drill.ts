import { type Ground, makeGround } from "../bench/ground.ts";
import { LoadGenerator } from "../bench/load/job.ts";
import { occasionsOf, recordBody } from "../bench/record-body.ts";
import { freePort, type ServerProcess, startServer } from "../bench/server-process.ts";
import { signInAll } from "../bench/sign-in.ts";
import { withClient } from "../server/platform/embedded-postgres/index.ts";
import type { Drill, Outcome } from "./drill.ts";

const alone = 100;
const together = 320;

/**
 * kill -9 can't see a missing flush, because the operating system keeps what was written. So flushes of the log are
 * counted: a client alone needs one for each acknowledged record, whoever makes it, because it lies between the commit and
 * the answer; sixteen at once may share them.
 */
export const flushDrill: Drill = {
  code: "T1b",
  name: "flush",
  mutants: ["synchronous_commit_off"],
  async run({ mutant }) {
    const ground = await makeGround(12, 2023);
    try {
      if (mutant !== null) await commitWithoutWaiting(ground.postgres.superUrl);
      const environment = { DUTYLOOP_DATA: ground.dataFolder };
      const server = await startServer(["bench/api-server.ts"], environment, await freePort());
      return await count(ground, server).finally(() => server.stop());
    } finally {
      await ground.clear();
    }
  },
};

async function count({ group, postgres }: Ground, server: ServerProcess): Promise<Outcome> {
  const signedIn = await signInAll(server.origin, group);
  const requests = occasionsOf(group)
    .slice(0, alone + together)
    .map(({ branch, month }, index) => ({
      method: "POST" as const,
      path: `/api/v1/organizations/${branch.id}/records`,
      headers: {
        "content-type": "application/json",
        "idempotency-key": `flush-drill-${index}`,
        ...signedIn.get(branch.signInName),
      },
      body: JSON.stringify(recordBody(branch, month)),
    }));
  const generator = new LoadGenerator();
  try {
    const measured = async (part: typeof requests, connections: number) => {
      const before = await flushes(postgres.superUrl);
      await generator.run(server.origin, part, connections);
      return (await flushes(postgres.superUrl)) - before;
    };
    const single = await measured(requests.slice(0, alone), 1);
    const shared = await measured(requests.slice(alone), 16);
    const passed = single >= alone && shared >= together / 16;
    return {
      passed,
      line: `${single} flushes for ${alone} records one after the other, ${shared} for ${together} from 16 at once`,
    };
  } finally {
    generator.stop();
  }
}

/** A backend keeps its counts to itself for up to ten seconds, but hands them in when it ends; the pool replaces it. */
async function flushes(superUrl: string): Promise<number> {
  return withClient(superUrl, async (client) => {
    await client.query("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'dutyloop_app'");
    const { rows } = await client.query<{ flushes: string }>(
      "SELECT sum(fsyncs) AS flushes FROM pg_stat_io WHERE object = 'wal'",
    );
    return Number(rows[0]?.flushes ?? 0);
  });
}

async function commitWithoutWaiting(superUrl: string): Promise<void> {
  await withClient(superUrl, async (client) => {
    await client.query("ALTER SYSTEM SET synchronous_commit = off");
    await client.query("SELECT pg_reload_conf()");
  });
}
