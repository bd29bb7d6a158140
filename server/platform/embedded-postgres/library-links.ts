import { lstatSync, readFileSync, symlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";

interface Link {
  readonly at: string;
  readonly to: string;
}

/**
 * npm packages can't carry symbolic links, so the package lists them and its install script makes them. Install
 * scripts are off here.
 * @param native the folder with bin, lib and pg-symlinks.json
 * @returns the links that aren't there yet
 */
export function missingLibraryLinks(native: string): Link[] {
  const listed = JSON.parse(readFileSync(join(native, "pg-symlinks.json"), "utf8")) as {
    source: string;
    target: string;
  }[];
  return listed
    .map(({ source, target }) => ({ at: join(dirname(native), target), to: basename(source) }))
    .filter(({ at }) => !isThere(at));
}

/** Makes the missing links. @throws the file system's error if the folder can't be written */
export function makeLibraryLinks(native: string): void {
  for (const { at, to } of missingLibraryLinks(native)) {
    try {
      symlinkSync(to, at);
    } catch (error) {
      // Another process was quicker.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
