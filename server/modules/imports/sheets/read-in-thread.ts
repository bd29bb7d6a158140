import { Worker } from "node:worker_threads";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { collectGarbage } from "../../../platform/memory/collect-garbage.ts";
import { isLarge } from "../../../platform/spreadsheets/large-file.ts";
import { type FoundSheet, type ReadingMessage, type ReadingTask, sheetsOf, UnpackedRow } from "./packed-rows.ts";
import type { ReadRow, ReadSheet } from "./read-sheet.ts";

/** The sheets that were wanted, in their order, and the names of all sheets of the workbook. */
type ReadSheets = { readonly names: readonly string[]; readonly sheets: readonly ReadSheet<string>[] };
type Bounds = { readonly megabytes: number; readonly milliseconds: number; readonly thread: URL };

/** Memory twice what the largest roster takes, and time many times. */
const bounds: Bounds = {
  megabytes: 512,
  milliseconds: 2 * 60 * 1000,
  thread: new URL("./reading-thread.ts", import.meta.url),
};
let turn: Promise<unknown> = Promise.resolve();

/**
 * Reads a workbook in a thread of its own, which ends with it: the server answers others meanwhile and gets its memory
 * back. Files wait for each other, because two large ones at once would take twice the memory. One that takes more memory
 * or time than any roster is refused as too large unpacked (`workbook.bomb`), one on which the thread breaks as damaged.
 */
export function readInThread(task: ReadingTask, within: Partial<Bounds> = {}): Promise<ReadSheets | Refusal> {
  const reading = turn.then(() => readNow(task, { ...bounds, ...within }));
  turn = reading.catch(() => {});
  return reading;
}

async function readNow(task: ReadingTask, { megabytes, milliseconds, thread }: Bounds): Promise<ReadSheets | Refusal> {
  // Anything else that a request may hold isn't handed to a thread: it can be nested too deep for that.
  if (!Buffer.isBuffer(task.bytes)) return refuse("workbook.empty");
  const wanted = sheetsOf(task.wanted);
  const rows: ReadRow<string>[][] = wanted.map(() => []);
  const spoilt: ReadRow<string>[][] = wanted.map(() => []);
  if (isLarge(task.bytes)) collectGarbage();
  const worker = new Worker(thread, {
    workerData: task,
    // Somebody else's file is read there, for which nothing is needed of what the server was started with.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 12 },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const ended = await new Promise<Whole | Refusal>((resolve) => {
      worker.on("message", (message: ReadingMessage) => {
        if ("refusal" in message) resolve(message.refusal);
        else if ("whole" in message) resolve(message.whole);
        else {
          const { sheet, places, rows: part } = message.part;
          const heading = { keys: (wanted[sheet]?.columns ?? []).map(({ key }) => key), places };
          for (const row of part) (row.spoilt ? spoilt : rows)[sheet]?.push(new UnpackedRow(row, heading));
        }
      });
      worker.on("error", (error) => resolve(refuse(isOutOfMemory(error) ? "workbook.bomb" : "workbook.damaged")));
      worker.on("exit", () => resolve(refuse("workbook.damaged")));
      timer = setTimeout(() => resolve(refuse("workbook.bomb")), milliseconds);
    });
    if (isRefusal(ended)) return ended;
    const sheets = wanted.map(({ name, columns }, place) => {
      const { faults, errors } = ended.found[place] ?? { faults: [], errors: 0 };
      return { name, columns, rows: rows[place] ?? [], spoilt: spoilt[place] ?? [], faults, errors };
    });
    return { names: ended.names, sheets };
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

type Whole = { readonly names: readonly string[]; readonly found: readonly FoundSheet[] };

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}
