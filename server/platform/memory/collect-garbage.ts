import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (how: { type: "major"; execution: "sync"; flavor: "regular" | "last-resort" }) => void;

let engine: Collect | null = null;

/**
 * Gives memory back before or after work that takes hundreds of megabytes. Left to itself Node lets as much garbage pile up
 * as is in use, so that two large workbooks one after the other take twice what one does. Takes about a tenth of a second.
 * @param flavor `last-resort` also gives back what the engine keeps ready for more work of the same kind, and what it
 * compiled and hasn't used of late
 */
export function collectGarbage(flavor: "regular" | "last-resort" = "regular"): void {
  if (engine === null) {
    setFlagsFromString("--expose-gc");
    engine = runInNewContext("gc") as Collect;
    setFlagsFromString("--no-expose-gc");
  }
  engine({ type: "major", execution: "sync", flavor });
}
