import { performance } from "node:perf_hooks";
import type { Turn } from "../loops/loop.ts";
import { collectGarbage } from "./collect-garbage.ts";

/** What a process is doing: the part of the time it worked since the last look (0 to 1), and the bytes it holds. */
export type Look = { readonly busy: number; readonly held: number };

/** With more work than this nobody is to wait for a collection. */
const atRest = 0.2;
const worthBytes = 16 * 1024 * 1024;

/**
 * A turn that gives memory back to the machine while the server rests. The engine collects only when more is asked of it, so
 * that what the start or an hour of work left behind would stay for the whole night.
 */
export function givingBack(look: () => Look, collect: () => void): Turn {
  let kept = 0;
  return async () => {
    const { busy, held } = look();
    if (busy > atRest || held - kept < worthBytes) return 0;
    collect();
    kept = look().held;
    return 0;
  };
}

/** `givingBack` for this process. */
export function givingBackOfProcess(): Turn {
  let last = performance.eventLoopUtilization();
  const look = () => {
    const now = performance.eventLoopUtilization();
    const busy = performance.eventLoopUtilization(now, last).utilization;
    last = now;
    const { heapUsed, external } = process.memoryUsage();
    return { busy, held: heapUsed + external };
  };
  return givingBack(look, () => collectGarbage("last-resort"));
}
