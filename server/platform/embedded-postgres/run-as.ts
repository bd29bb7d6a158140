import { chownSync, existsSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Whom PostgreSQL runs as. It refuses root, so root lends it an account without rights. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  /** Whether it is another account than the one this process runs as. */
  readonly lent: boolean;
}

const nobody = 65534;

export function postgresAccount(): Account {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  return uid === 0 && process.platform !== "win32"
    ? { uid: nobody, gid: nobody, lent: true }
    : { uid, gid, lent: false };
}

/** Owner, group and mode bits of a file or folder. */
export type Bits = Pick<ReturnType<typeof statSync> & object, "uid" | "gid" | "mode">;

/** Whether the account holds the right (4 read, 2 write, 1 enter or run) by the mode bits alone. */
export function allows(bits: Bits, account: Account, right: 1 | 2 | 4 | 5): boolean {
  const mode = Number(bits.mode);
  const shift = Number(bits.uid) === account.uid ? 6 : Number(bits.gid) === account.gid ? 3 : 0;
  return ((mode >> shift) & right) === right;
}

/** Whether the account can come as far as this folder: it needs the right to enter every folder on the way. */
export function canReach(folder: string, account: Account): boolean {
  if (!account.lent) return true;
  for (let at = realpathSync(existingPart(folder)); ; at = dirname(at)) {
    if (!allows(statSync(at), account, 1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Gives a file or folder to the account. */
export function giveTo(account: Account, path: string): void {
  if (account.lent) chownSync(path, account.uid, account.gid);
}

function existingPart(path: string): string {
  return existsSync(path) ? path : existingPart(dirname(path));
}
