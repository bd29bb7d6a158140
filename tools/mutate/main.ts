import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { cloneRoot, readRepositoryFile, repositoryPaths } from "../source-files.ts";
import { byRoom, chosenFiles, mutatedFiles } from "./rooms.ts";
import { isSurvivor, leastPercent, reaches, scoreLine, scoreOf } from "./score.ts";

type Place = { readonly line: number; readonly column: number };
type Result = {
  readonly fileName: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
  readonly replacement?: string;
};

/**
 * `npm run mutate [-- rooms or files] [--concurrency 1]`: changes the rules of assessment in every small way and counts
 * the changes that no test notices. Where rooms or files are named, it lists them. Ends with 1 below the least score.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { concurrency: { type: "string" } },
    allowPositionals: true,
  });
  const all = mutatedFiles(repositoryPaths());
  const { files, unknown } = chosenFiles(all, positionals);
  if (unknown.length > 0) {
    const rooms = byRoom(all)
      .map(([room]) => room)
      .join(", ");
    process.stderr.write(`${unknown.join(", ")}: no room (${rooms}) and no file of one\n`);
    return 2;
  }
  const found: Result[] = [];
  for (const [room, ofRoom] of byRoom(files)) {
    const texts = new Map(ofRoom.map((path) => [path, readRepositoryFile(path)]));
    const results = await mutate(ofRoom, values.concurrency);
    const named = positionals.length > 0 ? results.filter(isSurvivor) : [];
    for (const result of named) console.log(described(result, texts.get(result.fileName) ?? ""));
    console.log(scoreLine(scoreOf(room, results)));
    found.push(...results);
  }
  const total = scoreOf("total", found);
  console.log(scoreLine(total));
  if (!reaches(total)) console.log(`below ${leastPercent} %`);
  return reaches(total) ? 0 : 1;
}

// Of its own for each run, so that several can go on beside each other.
const place = join(".dutyloop", `mutate-${process.pid}`);

async function mutate(files: readonly string[], concurrency: string | undefined): Promise<Result[]> {
  const stryker = new Stryker({
    configFile: "tools/mutate/stryker.config.mjs",
    mutate: [...files],
    tempDirName: place,
    ...(concurrency === undefined ? {} : { concurrency: Number(concurrency) }),
  });
  const results = await stryker.runMutationTest();
  return results.map((result) => ({ ...result, fileName: relative(cloneRoot, result.fileName) }));
}

/** File, line and column, what stands there and what stood there unnoticed. */
function described({ fileName, location: { start, end }, replacement = "" }: Result, text: string): string {
  const lines = text.split("\n").slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end.column - 1) ?? "";
  lines[0] = lines[0]?.slice(start.column - 1) ?? "";
  const short = (part: string) => part.replaceAll(/\s+/g, " ").slice(0, 100);
  return `${fileName}:${start.line}:${start.column}  ${short(lines.join(" "))}  ->  ${short(replacement)}`;
}

process.chdir(cloneRoot);
try {
  process.exitCode = await main();
} finally {
  rmSync(place, { recursive: true, force: true });
}
