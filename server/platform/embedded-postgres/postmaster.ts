import { spawn } from "node:child_process";
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { processMark } from "../../../bin/process-lock.mjs";
import type { Binaries } from "./binaries.ts";
import { postgresEnvironment } from "./initialise.ts";
import type { Account } from "./run-as.ts";

/** What postmaster.pid says, if the process it names lives and works on this cluster. */
export interface Postmaster {
  readonly pid: number;
  readonly status: "starting" | "ready" | "stopping" | "unknown";
}

/** Finds the running postmaster of a cluster; a file that a dead one left behind counts as none. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster);
  const pid = Number(lines?.[0]);
  if (!lines || !(pid > 0) || processMark(pid) === "" || !worksOn(pid, cluster)) return undefined;
  const status = lines[7]?.trim() ?? "";
  return { pid, status: status === "ready" || status === "starting" || status === "stopping" ? status : "unknown" };
}

/** Starts a postmaster that outlives this process. Readiness is another question (waitUntilReady). */
export function spawnPostmaster(
  binaries: Binaries,
  cluster: string,
  socketFolder: string,
  account: Account,
): { failed: () => string | undefined } {
  removeAbandonedLocks(cluster, socketFolder);
  const startLog = join(dirname(cluster), "start.log");
  const output = openSync(startLog, "w", 0o600);
  let ended: string | undefined;
  try {
    const child = spawn(join(binaries.folder, "bin", "postgres"), ["-D", cluster], {
      cwd: cluster,
      detached: true,
      stdio: ["ignore", output, output],
      env: postgresEnvironment(),
      ...(account.lent ? { uid: account.uid, gid: account.gid } : {}),
    });
    child.on("error", (error) => {
      ended = error.message;
    });
    child.on("exit", () => {
      ended ??= lastWords(startLog);
    });
    child.unref();
  } finally {
    closeSync(output);
  }
  return { failed: () => ended };
}

/** Why it ended, as far as it said; its folder may be gone where it was stopped at the end of a test. */
function lastWords(startLog: string): string {
  try {
    return readFileSync(startLog, "utf8").trim() || "it ended";
  } catch {
    return "it ended";
  }
}

/**
 * Waits for "ready" in postmaster.pid.
 * @returns the postmaster, or the reason why there is none
 */
export async function waitUntilReady(
  cluster: string,
  limitMs: number,
  failed: () => string | undefined,
): Promise<Postmaster | string> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = findPostmaster(cluster);
    if (found?.status === "ready") return found;
    const reason = failed();
    if (reason !== undefined) return reason;
    if (Date.now() > end) return `not ready after ${limitMs / 1000} s`;
    await pause(15);
  }
}

/** Asks for a fast shutdown (open sessions are cut, everything is flushed) and waits for the end. */
export async function shutDown(cluster: string, limitMs = 60_000): Promise<void> {
  const found = findPostmaster(cluster);
  if (!found) return;
  process.kill(found.pid, "SIGINT");
  for (const end = Date.now() + limitMs; processMark(found.pid) !== ""; await pause(15)) {
    if (Date.now() > end) throw new Error(`PostgreSQL ${found.pid} didn't stop in ${limitMs / 1000} s`);
  }
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
}

// A postmaster's working directory is its cluster. Where there is no /proc, the number has to do.
function worksOn(pid: number, cluster: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

// PostgreSQL refuses to start while the number in its lock files is somebody's: a stranger's after a restart of the
// machine, or a killed postmaster's that its parent hasn't buried yet. The files guard against two servers on one
// cluster, so they go only if no process at all works there.
function removeAbandonedLocks(cluster: string, socketFolder: string): void {
  if (process.platform !== "linux" || !readPidFile(cluster)) return;
  if (readdirSync("/proc").some((entry) => /^\d+$/.test(entry) && worksOn(Number(entry), cluster))) return;
  rmSync(join(cluster, "postmaster.pid"), { force: true });
  rmSync(join(socketFolder, ".s.PGSQL.5432.lock"), { force: true });
}
