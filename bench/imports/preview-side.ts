import { readFileSync } from "node:fs";
import { previewFile } from "../../server/modules/imports/index.ts";
import { secondsOf } from "../scores/seconds.ts";
import { atHand, makeImportGround } from "./import-ground.ts";

/**
 * A process of its own, so that its peak memory is that of the measured work alone. The first argument is the side, the
 * second the file, the third how many rounds; it says on one line how long each round took, how much memory it came to and what was found.
 */
const [side, file = "", times] = process.argv.slice(2);
const rounds = Number(times);
const seconds: number[] = [];
let errors = 0;
if (side === "library") {
  const { read } = await import("@e965/xlsx");
  for (let round = 0; round < rounds; round += 1)
    seconds.push(await secondsOf(async () => read(readFileSync(file), { dense: true })));
} else {
  const ground = await makeImportGround();
  try {
    for (let round = 0; round < rounds; round += 1)
      seconds.push(
        await secondsOf(async () => {
          errors = (await previewFile(atHand(ground, readFileSync(file)))).errors;
        }),
      );
  } finally {
    await ground.clear();
  }
}
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, errors }));
