import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "../../server/testing/client.ts";
import { chanceOf } from "../chance.ts";
import { type Drill, outcomeOf, scaled } from "../drill.ts";
import { type DrilledServer, startDrilledServer } from "../drilled-server.ts";
import { malformed } from "./malformed.ts";
import { type RawAnswer, sendEndless, sendRaw, slowClients } from "./raw-request.ts";

const atOnce = 8;
const warmUp = 2000;
const slowOnes = 90;
const largeMegabytes = 200;
const mostGrowth = 50;
const mostWaitMs = 500;

/** Requests that are wrong in every way, clients that never end and bodies without end: no fault, no trace, nobody else waits. */
export const trafficDrill: Drill = {
  code: "T5",
  name: "traffic",
  mutants: ["unfit_values_fault", "bodies_without_end"],
  async run(run) {
    const drilled = await startDrilledServer(2);
    try {
      return await drill(drilled, scaled(10_000, run, 1000));
    } finally {
      await drilled.clear();
    }
  },
};

async function drill(drilled: DrilledServer, requests: number) {
  const port = Number(new URL(drilled.server.origin).port);
  const [officer, bystander] = [await drilled.signedIn("officer"), await drilled.signedIn("secretary1")];
  const credentials = `Cookie: ${officer.cookie}\r\nX-CSRF-Token: ${officer.csrf}\r\n`;
  const organizationId = drilled.ground.group.branches[0]?.id ?? "";
  const chance = chanceOf(5);
  const seen = new Map<number, number>();
  const found: string[] = [];
  const note = ({ status, text }: RawAnswer, what: string) => {
    seen.set(status, (seen.get(status) ?? 0) + 1);
    if (status >= 500) found.push(`${what} is answered ${status}`);
    if (/\n\s+at |node_modules|\.ts:\d/.test(text)) found.push(`${what} is answered with a trace`);
  };
  const pour = async (count: number) => {
    let left = count;
    const one = async () => {
      while (left > 0) {
        left -= 1;
        const bytes = malformed(chance, chance(10) === 0 ? "" : credentials, organizationId);
        note(await sendRaw(port, bytes), bytes.subarray(0, 90).toString("latin1").split("\r\n")[0] ?? "");
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
  };

  // What every endpoint needs once, and what the first thousands of requests make of a young heap, is there by then.
  await pour(warmUp);
  const before = await settled(drilled);
  const watch = watching(bystander);
  const letGo = slowClients(port, slowOnes, "/api/v1/organizations?limit=200", credentials);
  await pour(requests);
  const head = (path: string, type: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${credentials}Content-Type: ${type}\r\n`;
  for (const [path, type] of [
    ["/api/v1/units", "application/json"],
    [`/api/v1/organizations/${drilled.rootId}/roster/preview`, "application/octet-stream"],
  ] as const) {
    const large = await sendEndless(port, head(path, type), largeMegabytes);
    note(large, `${largeMegabytes} MB to ${path}`);
    if (![413, 404, 0].includes(large.status))
      found.push(`${largeMegabytes} MB to ${path} are answered ${large.status}`);
  }
  letGo();
  const waited = await watch.stop();
  const growth = (await settled(drilled)) - before;
  if (growth > mostGrowth) found.push(`memory grew by ${growth.toFixed(0)} MB`);
  if (waited.p95 > mostWaitMs) found.push(`others waited ${waited.p95.toFixed(0)} ms`);
  if (waited.failed > 0) found.push(`${waited.failed} requests of others failed`);
  if (drilled.server.child.exitCode !== null) found.push("the server ended");
  const statuses = [...seen].toSorted(([a], [b]) => a - b).map(([status, count]) => `${status}×${count}`);
  return outcomeOf(
    `${requests + warmUp} malformed requests (${statuses.join(" ")}), ${slowOnes} slow clients, 2 × ${largeMegabytes} MB, memory ${growth >= 0 ? "+" : ""}${growth.toFixed(0)} MB, others' p95 ${waited.p95.toFixed(0)} ms of ${waited.asked}`,
    found,
  );
}

/** The least that the server holds within twenty seconds of rest: by then it has given back what it was about to let go of. */
async function settled(drilled: DrilledServer): Promise<number> {
  let least = drilled.megabytes().now;
  for (let second = 0; second < 20; second += 1) {
    await pause(1000);
    least = Math.min(least, drilled.megabytes().now);
  }
  return least;
}

/** Somebody who goes on working meanwhile. */
function watching(client: Client) {
  const waits: number[] = [];
  let [failed, stopped] = [0, false];
  const run = (async () => {
    while (!stopped) {
      const began = performance.now();
      const { status } = await client.call("listMyDuties").catch(() => ({ status: 0 }));
      if (status !== 200) failed += 1;
      waits.push(performance.now() - began);
      await pause(50);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await run;
      const sorted = waits.toSorted((a, b) => a - b);
      return { p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0, asked: waits.length, failed };
    },
  };
}
