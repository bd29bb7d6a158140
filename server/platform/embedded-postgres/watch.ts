import { processMark } from "../../../bin/process-lock.mjs";
import type { Log } from "./start.ts";

const lookEveryMs = 150;
const retryAfterMs = 500;

export interface Watch {
  pid(): number;
  /** Ends the watch and waits for a restart under way. */
  stop(): Promise<void>;
}

/**
 * Looks after a postmaster and calls restart when it is gone, again and again until that succeeds.
 * @param restart returns the process id of the new postmaster
 */
export function watch(pid: number, log: Log, restart: () => Promise<number>): Watch {
  let current = pid;
  let mark = processMark(pid);
  let stopped = false;
  let busy: Promise<void> | undefined;
  let notBefore = 0;
  const look = async () => {
    log.warn({ pid: current }, "PostgreSQL has ended and is started again");
    const began = Date.now();
    try {
      current = await restart();
      mark = processMark(current);
      log.warn({ pid: current, ms: Date.now() - began }, "PostgreSQL runs again");
    } catch (error) {
      notBefore = Date.now() + retryAfterMs;
      log.warn({ err: error }, "PostgreSQL couldn't be started and is tried again");
    }
  };
  const timer = setInterval(() => {
    if (stopped || busy || Date.now() < notBefore || processMark(current) === mark) return;
    busy = look().finally(() => {
      busy = undefined;
    });
  }, lookEveryMs);
  timer.unref();
  return {
    pid: () => current,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await busy;
    },
  };
}
