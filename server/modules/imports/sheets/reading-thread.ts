import { parentPort, workerData } from "node:worker_threads";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { FaultList } from "../../../platform/spreadsheets/fault-list.ts";
import { readWorkbook, rosterLimits } from "../../../platform/spreadsheets/read-workbook.ts";
import { type FoundSheet, packed, type ReadingMessage, type ReadingTask, sheetsOf } from "./packed-rows.ts";
import { readSheet } from "./read-sheet.ts";

const say = (message: ReadingMessage) => parentPort?.postMessage(message);

/** The thread that `read-in-thread.ts` starts: it reads one workbook, says what it holds, and ends. */
async function readWanted({ bytes, mostRows, wanted }: ReadingTask): Promise<void> {
  // Bytes come without the methods of a Buffer.
  const given = bytes instanceof Uint8Array ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : bytes;
  const sheets = await readWorkbook(given, { ...rosterLimits, rows: mostRows ?? rosterLimits.rows });
  if (isRefusal(sheets)) return say({ refusal: sheets });
  const found: FoundSheet[] = [];
  for (const [place, sheet] of sheetsOf(wanted).entries()) {
    const faults = new FaultList();
    for (const part of packed(readSheet(sheets, sheet, faults), sheet.columns, place)) say({ part });
    found.push({ faults: faults.kept, errors: faults.count });
  }
  say({ whole: { names: sheets.map(({ name }) => name), found } });
}

await readWanted(workerData as ReadingTask);
