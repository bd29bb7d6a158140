import { parentPort, workerData } from "node:worker_threads";
import { hmacWith } from "../hmac.ts";
import { checkRows } from "./check-rows.ts";
import type { ThreadTask } from "./checking-threads.ts";

const { key, tenantId, wanted } = workerData as ThreadTask;
const checking = { hmac: hmacWith(key), tenantId, wanted: new Set(wanted) };

/** The thread that `checking-threads.ts` starts: it checks one part after another until it is ended. */
parentPort?.on("message", (bytes: Uint8Array) => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  parentPort?.postMessage(checkRows(text, checking));
});
