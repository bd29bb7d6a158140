import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { machineFolder, shortHash } from "./place.ts";
import { type Account, giveTo } from "./run-as.ts";

/** The system's limit for a socket's path, in bytes. */
const pathLimit = 107;
const socketName = ".s.PGSQL.5432";

/** The folder for the socket: beside the cluster, or a private one with a short path where that is too long. */
export function socketFolderFor(placeFolder: string, account: Account): string {
  const beside = join(placeFolder, "socket");
  if (Buffer.byteLength(join(beside, socketName)) <= pathLimit) return beside;
  const name = `s-${shortHash(placeFolder)}`;
  if (account.lent) return join(machineFolder, name);
  return join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), `dutyloop-${account.uid}-${name}`);
}

/**
 * Makes the folder, open to its owner alone.
 * @throws Error if somebody else's folder is in the way
 */
export function makeSocketFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || (found.uid !== account.uid && found.uid !== process.getuid?.())) {
    throw new Error(`${folder} belongs to uid ${found.uid}; the database's socket can't be put there`);
  }
  giveTo(account, folder);
  chmodSync(folder, 0o700);
}
