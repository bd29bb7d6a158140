import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { HealthSigns } from "@dutyloop/domain/operation/health-things.ts";
import type { Configuration } from "../../../platform/configuration/index.ts";

/** Touched by whoever makes backups, at the end of each. */
export const backupMark = "backup-made";
/** Written by the demo: its accounts and their password. */
export const demoAccessFile = "demo-access.json";

const thisMachine = ["127.0.0.1", "::1", "localhost"];

/** Whether the file of keys is there, and its owner's alone. */
export async function keysState(file: string): Promise<HealthSigns["keys"]> {
  const found = await statOf(file);
  if (found === null) return "missing";
  return (found.mode & 0o077) === 0 ? "private" : "open";
}

/** Room on the disk of the data folder. */
export async function roomOn(folder: string): Promise<HealthSigns["disk"]> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/** When the last backup left its mark in the data folder. */
export async function lastBackup(dataFolder: string): Promise<Date | null> {
  return (await statOf(join(dataFolder, backupMark)))?.mtime ?? null;
}

/** How users reach the program, as far as its settings say. */
export function reachedBy({ publicUrl, host }: Pick<Configuration, "publicUrl" | "host">): HealthSigns["reached"] {
  if (publicUrl.startsWith("https:")) return "https";
  return thisMachine.includes(host) ? "this_machine" : "plain";
}

async function statOf(file: string) {
  return stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
