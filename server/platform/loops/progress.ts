import type { Answer } from "@dutyloop/contract/endpoints.ts";

export type Progress = Answer<"getImportProgress">;
type Kept = { readonly progress: Progress; readonly at: number };

/** Told by whoever works long: the step, and of how many rows how many are done. */
export type Telling = (step: Progress["step"], done?: number, total?: number) => void;

const kept = new Map<string, Kept>();
const forgottenAfter = 10 * 60 * 1000;
const mostKept = 1000;

/** Lets one account follow its own work under the id that it made up; without an id nothing is kept. */
export function tellingProgress(accountId: string, id: string | undefined, now: Date): Telling {
  if (id === undefined) return () => {};
  const key = `${accountId} ${id}`;
  for (const [old, { at }] of kept) {
    if (kept.size < mostKept && now.getTime() - at < forgottenAfter) break;
    kept.delete(old);
  }
  return (step, done = 0, total = 0) => {
    kept.delete(key);
    kept.set(key, { progress: { step, done, total }, at: now.getTime() });
  };
}

/** How far an account's own work is. It is known to this process only, and forgotten with it. */
export function progressOf(accountId: string, id: string): Progress {
  return kept.get(`${accountId} ${id}`)?.progress ?? { step: "waiting", done: 0, total: 0 };
}

/** Lets other requests be answered between two pieces of long work. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
