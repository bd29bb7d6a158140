import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { makeLibraryLinks, missingLibraryLinks } from "./library-links.ts";
import type { NativePackage } from "./native-package.ts";
import { machineFolder, shortHash } from "./place.ts";
import { type Account, allows, canReach } from "./run-as.ts";

/** A folder with bin/initdb and bin/postgres that the account can run. */
export interface Binaries {
  readonly folder: string;
  readonly major: number;
  /** Whether they are a copy of those in node_modules. */
  readonly copied: boolean;
}

/**
 * Makes PostgreSQL's programs usable by the account: in node_modules if it can go there, or as a copy.
 * @param fallback the folder for the copy when this process isn't root
 */
export function usableBinaries(native: NativePackage, cloneRoot: string, account: Account, fallback: string): Binaries {
  if (canUse(native.folder, account) && linked(native.folder)) {
    return { folder: native.folder, major: native.major, copied: false };
  }
  const base = account.lent ? join(machineFolder, shortHash(cloneRoot)) : fallback;
  const folder = join(base, `postgres-${native.version}`, "native");
  if (!existsSync(folder)) copyTo(native.folder, folder);
  return { folder, major: native.major, copied: true };
}

function canUse(folder: string, account: Account): boolean {
  if (!account.lent) return true;
  return (
    canReach(join(folder, "bin"), account) &&
    allows(statSync(join(folder, "bin", "postgres")), account, 5) &&
    allows(statSync(join(folder, "lib", "postgresql")), account, 5) &&
    allows(statSync(join(folder, "share", "postgresql")), account, 5)
  );
}

function linked(folder: string): boolean {
  if (missingLibraryLinks(folder).length === 0) return true;
  try {
    accessSync(join(folder, "lib"), constants.W_OK);
    makeLibraryLinks(folder);
    return true;
  } catch {
    return false;
  }
}

// Renamed into place when complete, so that a copy cut short is never used.
function copyTo(from: string, to: string): void {
  const part = `${dirname(to)}.part-${process.pid}`;
  mkdirSync(part, { recursive: true });
  cpSync(from, join(part, "native"), { recursive: true, verbatimSymlinks: true });
  makeLibraryLinks(join(part, "native"));
  openToAll(part);
  for (const folder of [dirname(dirname(to)), dirname(dirname(dirname(to)))]) {
    if (folder.startsWith(machineFolder)) chmodSync(folder, 0o711);
  }
  renameSync(part, dirname(to));
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode | 0o444 | (statSync(path).mode & 0o100 ? 0o111 : 0));
  }
}
