import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Files that are no files yet, and those that must never be: parts of uploads and what is in quarantine. Both lie apart
 * from the files that routes answer with, under names of their own.
 */
export type PartStore = {
  /** Puts the bytes at this place of the part, durably. */
  write(id: string, offset: number, bytes: Buffer): Promise<void>;
  read(id: string): Promise<Buffer>;
  /** SHA-256 of the part, read piece by piece; null where it isn't there. */
  digest(id: string): Promise<string | null>;
  remove(id: string): Promise<void>;
  /** Takes a part out of everybody's reach until `erase`. */
  lockAway(id: string): Promise<void>;
  /** Overwrites what is locked away and removes it. */
  erase(id: string): Promise<void>;
  /** Removes the parts that nothing was added to since this moment. */
  removeOlderThan(moment: Date): Promise<void>;
};

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function openPartStore(folder: string): PartStore {
  const parts = join(folder, "parts");
  const lockedAway = join(folder, "quarantine");
  const named = (place: string, id: string) => {
    if (!idShape.test(id)) throw new TypeError("A part has a UUID");
    return join(place, id);
  };
  const partOf = (id: string) => named(parts, id);

  return {
    async write(id, offset, bytes) {
      await mkdir(parts, { recursive: true, mode: 0o700 });
      const file = await openForWriting(partOf(id));
      try {
        await file.write(bytes, 0, bytes.length, offset);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    read: (id) => readFile(partOf(id)),
    async digest(id) {
      const hash = createHash("sha256");
      try {
        for await (const chunk of createReadStream(partOf(id))) hash.update(chunk as Buffer);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
      return hash.digest("hex");
    },
    remove: (id) => rm(partOf(id), { force: true }),
    async lockAway(id) {
      await mkdir(lockedAway, { recursive: true, mode: 0o700 });
      await rename(partOf(id), named(lockedAway, id));
    },
    async erase(id) {
      const path = named(lockedAway, id);
      const file = await open(path, "r+").catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return null;
        throw error;
      });
      if (file === null) return;
      try {
        const { size } = await file.stat();
        const zeros = Buffer.alloc(64 * 1024);
        for (let at = 0; at < size; at += zeros.length)
          await file.write(zeros, 0, Math.min(zeros.length, size - at), at);
        await file.sync();
      } finally {
        await file.close();
      }
      await rm(path, { force: true });
    },
    async removeOlderThan(moment) {
      for (const name of await readdir(parts).catch(() => [])) {
        const found = await stat(join(parts, name)).catch(() => null);
        if (found && found.mtime < moment) await rm(join(parts, name), { force: true });
      }
    },
  };
}

async function openForWriting(path: string) {
  return open(path, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return open(path, "w", 0o600);
  });
}
