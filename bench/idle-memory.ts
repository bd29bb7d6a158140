import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { atMost, type Measure, median } from "./measure.ts";
import { freePort, startServer } from "./server-process.ts";

const goal = 180;
const settleMs = 10_000;
const looks = 5;

/**
 * Resident memory of the server's process as users start it, with the demo, when nobody does anything: ten seconds after
 * its queues are empty, the median of five looks a second apart.
 */
export async function idleMemory(): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-bench-"));
  chmodSync(folder, 0o711);
  const environment = {
    DUTYLOOP_DATA: join(folder, "data"),
    DUTYLOOP_DEMO_PASSWORD: "Bench-of-2026-only",
    DUTYLOOP_DEMO_GROUPS: "1",
  };
  const start = async () => startServer(["bin/start.mjs"], environment, await freePort(), 240_000);
  try {
    // The first start fills the demo; what a user has every other day is the second.
    await (await start()).stop();
    const server = await start();
    try {
      await queuesStayEmpty(server.origin);
      await pause(settleMs);
      const seen: number[] = [];
      for (let look = 0; look < looks; look += 1) {
        seen.push(residentMegabytes(server.child.pid ?? 0));
        await pause(1000);
      }
      return atMost("memory_idle", "MB", median(seen), goal);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function queuesStayEmpty(origin: string): Promise<void> {
  const limit = Date.now() + 120_000;
  for (;;) {
    const text = await (await fetch(`${origin}/metrics`)).text();
    if (/^dutyloop_outbox_rows 0$/m.test(text) && /^dutyloop_audit_unsealed_rows 0$/m.test(text)) return;
    if (Date.now() > limit) throw new Error("The queues didn't get empty");
    await pause(500);
  }
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
}
