import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Account, canReach, postgresAccount } from "./run-as.ts";

const noteName = "POSTGRES-IS-ELSEWHERE.txt";
/** Where a service of the machine keeps its state; survives restarts, unlike a temporary folder. */
export const machineFolder = "/var/lib/dutyloop";

/** Where a data folder's database lives. */
export interface Place {
  /** Holds cluster/, socket/, users/ and the start lock. */
  readonly folder: string;
  /** Whether it had to be put outside the data folder. */
  readonly elsewhere: boolean;
}

export function shortHash(path: string): string {
  return createHash("sha256").update(resolve(path)).digest("hex").slice(0, 16);
}

/**
 * Decides where the database of this data folder lives and makes the folder. What was decided once stays: a database
 * that exists is never passed over for an empty one.
 * @throws Error if an existing database can't be reached any more
 */
export function choosePlace(dataFolder: string, account: Account = postgresAccount(), outside = machineFolder): Place {
  const inside = join(dataFolder, "postgres");
  const note = join(dataFolder, noteName);
  if (existsSync(note)) return { folder: rememberedPlace(note), elsewhere: true };
  if (canReach(inside, account)) return { folder: makeFolder(inside), elsewhere: false };
  if (existsSync(join(inside, "cluster"))) {
    throw new Error(
      `uid ${account.uid} can't enter ${inside}: give every folder above it the right to enter (chmod o+x)`,
    );
  }
  const folder = makeFolder(join(makeFolder(outside), shortHash(dataFolder)));
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(
    note,
    `${folder}\n\n数据库放在上面的文件夹：PostgreSQL 不能以 root 运行，而所用账户进不了本文件夹。备份时把它一起复制，只复制本文件夹里没有数据库。\n` +
      "The database is in the folder above: PostgreSQL can't run as root, and the account it uses can't enter this folder.\n" +
      "Copy both for a backup: a copy of this folder alone doesn't hold the database.\n",
  );
  return { folder, elsewhere: true };
}

function rememberedPlace(note: string): string {
  const folder = readFileSync(note, "utf8").split("\n", 1)[0]?.trim() ?? "";
  if (!existsSync(folder))
    throw new Error(`${note} says that the database is in ${folder}, but there is no such folder`);
  return folder;
}

// Open to enter, closed to list: what is inside has its own rights.
function makeFolder(folder: string): string {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o711);
  }
  return folder;
}
