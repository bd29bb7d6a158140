import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, type ServerProcess, startServer } from "../../bench/server-process.ts";
import { withClient } from "../../server/platform/embedded-postgres/index.ts";

const readyLimitMs = 30_000;

/** The server and its PostgreSQL, to be killed and to come back. */
export type Victims = {
  readonly origin: string;
  /** kill -9 of the server's process, which is started again at once. @returns milliseconds until it was ready */
  killServer(): Promise<number>;
  /** kill -9 of PostgreSQL's postmaster, which the server has to notice and start again. @returns the same */
  killPostgres(): Promise<number>;
  stop(): Promise<void>;
};

/** @param entry the program that is drilled, with its arguments */
export async function startVictims(entry: readonly string[], dataFolder: string, superUrl: string): Promise<Victims> {
  const port = await freePort();
  const start = (): Promise<ServerProcess> => startServer(entry, { DUTYLOOP_DATA: dataFolder }, port, readyLimitMs);
  let server = await start();
  const { rows } = await withClient(superUrl, (client) =>
    client.query<{ data_directory: string }>("SHOW data_directory"),
  );
  const pidFile = join(rows[0]?.data_directory ?? "", "postmaster.pid");
  return {
    get origin() {
      return server.origin;
    },
    async killServer() {
      const ended = once(server.child, "exit");
      server.child.kill("SIGKILL");
      await ended;
      const began = performance.now();
      server = await start();
      return performance.now() - began;
    },
    async killPostgres() {
      const before = postmasterOf(pidFile);
      process.kill(before as number, "SIGKILL");
      const began = performance.now();
      // The children of a killed postmaster answer a little longer: ready counts only on the new one.
      for (let now = before; now === before || now === undefined; now = postmasterOf(pidFile)) {
        if (performance.now() - began > readyLimitMs) throw new Error("PostgreSQL wasn't started again");
        await pause(10);
      }
      for (;;) {
        const answer = await fetch(`${server.origin}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
        await answer?.body?.cancel();
        if (answer?.status === 200) return performance.now() - began;
        if (performance.now() - began > readyLimitMs) throw new Error("The server wasn't ready again");
        await pause(20);
      }
    },
    stop: () => server.stop(),
  };
}

function postmasterOf(pidFile: string): number | undefined {
  try {
    return Number(readFileSync(pidFile, "utf8").split("\n")[0]) || undefined;
  } catch {
    return undefined;
  }
}
