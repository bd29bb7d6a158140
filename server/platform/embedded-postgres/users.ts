import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, processMark } from "../../../bin/process-lock.mjs";

let counter = 0;

/** Writes down that this process uses the cluster. @returns what takes the entry away again */
export function register(placeFolder: string): () => void {
  const folder = join(placeFolder, "users");
  mkdirSync(folder, { recursive: true });
  counter += 1;
  const file = join(folder, `${process.pid}-${counter}`);
  writeFileSync(file, processMark());
  return () => rmSync(file, { force: true });
}

/** Whether any living process uses the cluster. Entries of dead ones are removed. */
export function stillUsed(placeFolder: string): boolean {
  const folder = join(placeFolder, "users");
  let living = 0;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (isAlive(readFileSync(file, "utf8"))) living += 1;
    else rmSync(file, { force: true });
  }
  return living > 0;
}
