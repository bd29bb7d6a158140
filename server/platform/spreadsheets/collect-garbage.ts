import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** From here on reading a file takes more memory than a server has at rest. */
const largeBytes = 2 * 1024 * 1024;

export function isLarge(bytes: unknown): boolean {
  return bytes instanceof Uint8Array && bytes.length > largeBytes;
}

let collect: (() => void) | null = null;

/**
 * Gives memory back before or after work that takes hundreds of megabytes. Left to itself Node lets as much garbage pile up
 * as is in use, so that two large workbooks one after the other take twice what one does. Takes about a tenth of a second.
 */
export function collectGarbage(): void {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as () => void;
    setFlagsFromString("--no-expose-gc");
  }
  collect();
}
