import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type CheckedPart, checkingBy, checkRows } from "./check-rows.ts";

export type ThreadTask = { readonly key: Uint8Array; readonly tenantId: number; readonly wanted: readonly number[] };

/** Large enough that a thread works longer than it waits, small enough that the server answers others in between. */
const partBytes = 1_000_000;
const mostThreads = 4;

/**
 * Checks the chain's COPY text in parts, in their order. The first part is checked here, so that a young audit needs no
 * thread; the others by as many threads as there are processors, which end with the work.
 */
export async function* checkedParts(chunks: AsyncIterable<Buffer>, task: ThreadTask): AsyncGenerator<CheckedPart> {
  const threads: Thread[] = [];
  const most = Math.min(mostThreads, availableParallelism());
  const waiting: Promise<CheckedPart>[] = [];
  try {
    let here = true;
    for await (const part of partsOf(chunks)) {
      if (here) {
        here = false;
        yield checkRows(part, checkingBy(task.key, task.tenantId, task.wanted));
        continue;
      }
      // Each thread has one part under way and one that waits for it.
      if (waiting.length >= 2 * most) yield (await waiting.shift()) as CheckedPart;
      if (threads.length < most) threads.push(new Thread(task));
      waiting.push(leastBusy(threads).check(part));
    }
    for (const checked of waiting) yield await checked;
  } finally {
    await Promise.all(threads.map((thread) => thread.end()));
  }
}

/** Whole lines, about a million bytes at once. */
async function* partsOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    const end = chunk.lastIndexOf(10) + 1;
    if (bytes < partBytes || end === 0) continue;
    const rest = chunk.subarray(end);
    held[held.length - 1] = chunk.subarray(0, end);
    yield Buffer.concat(held);
    held = rest.length > 0 ? [rest] : [];
    bytes = rest.length;
  }
  if (bytes > 0) yield Buffer.concat(held);
}

type Asked = { readonly done: (checked: CheckedPart) => void; readonly failed: (error: Error) => void };

class Thread {
  readonly #worker: Worker;
  readonly #asked: Asked[] = [];

  constructor(task: ThreadTask) {
    this.#worker = new Worker(new URL("./checking-thread.ts", import.meta.url), { workerData: task });
    this.#worker.on("message", (checked: CheckedPart) => this.#asked.shift()?.done(checked));
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", () => this.#fail(new Error("A thread of the verification ended")));
  }

  get busy(): number {
    return this.#asked.length;
  }

  check(part: Buffer): Promise<CheckedPart> {
    const checked = new Promise<CheckedPart>((done, failed) => this.#asked.push({ done, failed }));
    // It is waited for in its turn; until then its failure must not count as nobody's.
    checked.catch(() => {});
    this.#worker.postMessage(part);
    return checked;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const { failed } of this.#asked.splice(0)) failed(error);
  }
}

function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((least, thread) => (thread.busy < least.busy ? thread : least));
}
