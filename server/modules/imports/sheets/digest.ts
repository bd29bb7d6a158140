import { createHash } from "node:crypto";

/** SHA-256 of a file, hexadecimal; what isn't one counts as an empty one. */
export function digestOf(bytes: unknown): string {
  return createHash("sha256")
    .update(Buffer.isBuffer(bytes) ? bytes : "")
    .digest("hex");
}
