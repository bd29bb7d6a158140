import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files by the SHA-256 of their content, in a local folder. The same content is kept once. */
export type FileStore = {
  /** Keeps the bytes durably (flushed with their folder) and answers their SHA-256 in hexadecimal. */
  keep(bytes: Buffer): Promise<string>;
  read(id: string): Promise<Buffer>;
  /** True where the stored bytes are there and still have this SHA-256. */
  holds(id: string): Promise<boolean>;
};

export function openFileStore(folder: string): FileStore {
  // What a crash leaves there is cleared away with unfinished uploads.
  const incoming = join(folder, "parts");
  const folderOf = (id: string) => join(folder, id.slice(0, 2), id.slice(2, 4));

  async function keep(bytes: Buffer): Promise<string> {
    const id = createHash("sha256").update(bytes).digest("hex");
    const target = join(folderOf(id), id);
    if (await exists(target, bytes.length)) return id;
    await mkdir(folderOf(id), { recursive: true, mode: 0o700 });
    await mkdir(incoming, { recursive: true, mode: 0o700 });
    const part = join(incoming, randomUUID());
    const file = await open(part, "wx", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, target);
    await flushFolder(folderOf(id));
    return id;
  }

  const read = (id: string) => readFile(join(folderOf(id), id));

  async function holds(id: string): Promise<boolean> {
    const bytes = await read(id).catch(() => null);
    return bytes !== null && createHash("sha256").update(bytes).digest("hex") === id;
  }

  return { keep, read, holds };
}

async function exists(path: string, size: number): Promise<boolean> {
  return stat(path).then(
    (found) => found.size === size,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Without this a new name may be gone after a power cut although the content was flushed. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
