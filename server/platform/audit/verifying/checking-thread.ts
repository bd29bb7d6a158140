import { parentPort, workerData } from "node:worker_threads";
import { checkingBy, checkRows } from "./check-rows.ts";
import type { ThreadTask } from "./checking-threads.ts";

const { key, tenantId, wanted } = workerData as ThreadTask;
const checking = checkingBy(key, tenantId, wanted);

/** The thread that `checking-threads.ts` starts: it checks one part after another until it is ended. */
parentPort?.on("message", (part: Uint8Array) => {
  parentPort?.postMessage(checkRows(part, checking));
});
