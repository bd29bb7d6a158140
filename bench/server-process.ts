import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = join(import.meta.dirname, "..");

/** A server in a process of its own, listening on loopback. */
export type ServerProcess = { readonly origin: string; readonly child: ChildProcess; stop(): Promise<void> };

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}

/**
 * Starts a TypeScript entry point with `PORT` set and waits until it answers 200 on /readyz.
 * @param arguments_ of Node: options, file, arguments
 */
export async function startServer(
  arguments_: readonly string[],
  environment: Record<string, string>,
  port: number,
  limitMs = 120_000,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, arguments_, {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4000);
  });
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit");
  await waitUntilReady(origin, limitMs, () => child.exitCode !== null || child.signalCode !== null).catch(
    (error: Error) => {
      child.kill("SIGKILL");
      throw new Error(`${error.message}: ${said}`);
    },
  );
  return {
    origin,
    child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}

/** @returns milliseconds it took until /readyz answered 200 */
async function waitUntilReady(origin: string, limitMs: number, hasEnded: () => boolean): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.status === 200) return performance.now() - began;
    if (hasEnded()) throw new Error("The server ended before it was ready");
    if (performance.now() - began > limitMs) throw new Error(`The server wasn't ready after ${limitMs / 1000} s`);
    await pause(20);
  }
}
