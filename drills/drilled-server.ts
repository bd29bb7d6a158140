import { readFileSync, writeFileSync } from "node:fs";
import { loadPassword } from "../bench/founding.ts";
import { type Ground, makeGround } from "../bench/ground.ts";
import { freePort, type ServerProcess, startServer } from "../bench/server-process.ts";
import { withClient } from "../server/platform/embedded-postgres/index.ts";
import { Client } from "../server/testing/client.ts";
import { httpEntrance } from "./http-entrance.ts";

/** The server as users start it, on a group of its own, to be spoken to over HTTP. */
export type DrilledServer = {
  readonly ground: Ground;
  readonly server: ServerProcess;
  /** The top organisation of the group. */
  readonly rootId: string;
  /** Somebody who isn't signed in. */
  stranger(): Client;
  signedIn(signInName: string): Promise<Client>;
  /** Megabytes that the server's process holds now, and held at most since it was asked to forget. */
  megabytes(): { readonly now: number; readonly peak: number };
  /** The most it held is counted from here on. */
  forgetPeak(): void;
  clear(): Promise<void>;
};

export async function startDrilledServer(branches: number): Promise<DrilledServer> {
  const ground = await makeGround(branches, 2026);
  try {
    const { rows } = await withClient(ground.postgres.superUrl, (client) =>
      client.query<{ id: string }>("SELECT id FROM organization WHERE parent_id IS NULL"),
    );
    await ground.postgres.stop();
    const environment = { DUTYLOOP_DATA: ground.dataFolder };
    const server = await startServer(["bin/start.mjs", "--empty"], environment, await freePort());
    const entrance = httpEntrance(server.origin);
    const stranger = () => new Client(entrance);
    return {
      ground,
      server,
      rootId: rows[0]?.id ?? "",
      stranger,
      async signedIn(signInName) {
        const client = stranger();
        const got = await client.signIn(signInName, loadPassword);
        if (got.status !== 200) throw new Error(`${signInName} can't sign in: ${got.text}`);
        return client;
      },
      megabytes: () => memoryOf(server.child.pid ?? 0),
      forgetPeak: () => writeFileSync(`/proc/${server.child.pid}/clear_refs`, "5"),
      async clear() {
        await entrance.close();
        await server.stop();
        await ground.clear();
      },
    };
  } catch (error) {
    await ground.clear();
    throw error;
  }
}

function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes("VmRSS"), peak: megabytes("VmHWM") };
}
