import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const keyBytes = 32;
const key = z
  .base64()
  .transform((text) => Buffer.from(text, "base64"))
  .refine((bytes) => bytes.length === keyBytes);
const keysFile = z.object({ audit: key, field: key, session: key });

/** The product's keys, 32 bytes each: of the audit chain, of encrypted fields, of session tokens. */
export type Keys = z.infer<typeof keysFile>;

/**
 * Reads the keys; at the first use makes them, readable by their owner alone.
 * @throws Error if others can read the file, or if it isn't a file of keys (it is never overwritten)
 */
export function loadKeys(file: string): Keys {
  if (!existsSync(file)) makeKeys(file);
  const { mode } = statSync(file);
  if (mode & 0o077) {
    throw new Error(`${file} can be read by others (mode ${(mode & 0o777).toString(8)}): chmod 600 it`);
  }
  const read = keysFile.safeParse(parse(readFileSync(file, "utf8")));
  if (!read.success) throw new Error(`${file} isn't a file of keys: put it back from its backup`);
  return read.data;
}

function makeKeys(file: string): void {
  const fresh = () => randomBytes(keyBytes).toString("base64");
  const text = `${JSON.stringify({ audit: fresh(), field: fresh(), session: fresh() }, null, 2)}\n`;
  const part = `${file}.part-${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(part, text, { mode: 0o600, flush: true });
  try {
    // Linking, unlike renaming, never replaces keys that another process has just made.
    linkSync(part, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
