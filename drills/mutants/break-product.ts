import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brokenSources } from "./broken-sources.ts";

const root = join(import.meta.dirname, "..", "..");
const named = "DRILL_MUTANT";

/**
 * From now on one source file of the product is loaded with one piece of it exchanged, in this process and in every one
 * that it starts. What is loaded already stays whole, so this comes before the product is imported.
 */
export function breakProduct(mutant: string): void {
  exchange(mutant);
  process.env[named] = mutant;
  const preload = new URL("preload.ts", import.meta.url).href;
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --import=${preload}`.trim();
}

/** Breaks a process that a broken one has started. */
export function breakAsToldByEnvironment(): void {
  const mutant = process.env[named];
  if (mutant !== undefined) exchange(mutant);
}

/** The source of a file as the mutant wants it; null for every other file. */
export function sourceOf(mutant: string, path: string): string | null {
  const broken = brokenSources[mutant];
  if (broken?.file !== path) return null;
  const text = readFileSync(join(root, path), "utf8");
  if (text.split(broken.find).length !== 2) throw new Error(`${mutant}: ${path} doesn't hold its piece exactly once`);
  return text.replace(broken.find, () => broken.put);
}

function exchange(mutant: string): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.startsWith("file:")) return loaded;
      const source = sourceOf(mutant, relative(root, fileURLToPath(url)));
      return source === null ? loaded : { ...loaded, source };
    },
  });
}
