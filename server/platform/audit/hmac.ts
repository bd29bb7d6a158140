import { hash } from "node:crypto";

/** Bytes that SHA-256 takes at once; the key is filled up to them. */
const block = 64;
const digestBytes = 32;

/** HMAC-SHA-256 of a text, in hexadecimal digits. */
export type Hmac = (text: string) => string;

/**
 * HMAC-SHA-256 (RFC 2104) with one key over many short texts: two hashes without an object for each text, which costs half
 * of what `createHmac` does. `written` says how the text stands for bytes.
 */
export function hmacWith(key: Uint8Array, written: "utf8" | "latin1" = "utf8"): Hmac {
  if (key.length > block) throw new RangeError("A key of the audit is no longer than a block of SHA-256");
  let inner = Buffer.alloc(block + 4096);
  const outer = Buffer.alloc(block + digestBytes, 0x5c);
  inner.fill(0x36, 0, block);
  for (const [at, byte] of key.entries()) {
    inner[at] = byte ^ 0x36;
    outer[at] = byte ^ 0x5c;
  }
  return (text) => {
    // A UTF-16 unit takes three bytes at most.
    if (inner.length < block + text.length * 3) {
      const larger = Buffer.alloc(block + text.length * 3);
      inner.copy(larger, 0, 0, block);
      inner = larger;
    }
    const length = inner.write(text, block, written);
    outer.write(hash("sha256", inner.subarray(0, block + length), "binary"), block, "latin1");
    return hash("sha256", outer, "hex");
  };
}
