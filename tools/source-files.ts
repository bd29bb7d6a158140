import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceFile } from "./imports.ts";

export const cloneRoot: string = join(import.meta.dirname, "..");

/** Paths of all files that are, or are about to be, in the repository; sorted, from the root, without removed ones. */
export function repositoryPaths(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: cloneRoot,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const paths = new Set(listed.split("\0").filter((path) => path !== ""));
  return [...paths].filter((path) => existsSync(join(cloneRoot, path))).sort();
}

export function readRepositoryFile(path: string): string {
  return readFileSync(join(cloneRoot, path), "utf8");
}

/** The TypeScript and JavaScript files under these folders. */
export function sourceFiles(folders: readonly string[]): SourceFile[] {
  return repositoryPaths()
    .filter((path) => /\.(?:ts|tsx|mts|mjs)$/.test(path) && folders.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => ({ path, text: readRepositoryFile(path) }));
}
