import { randomBytes } from "node:crypto";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Eight characters that a user can read out on the telephone: no I, L, O or U. */
export function newRequestId(): string {
  return Array.from(randomBytes(8), (byte) => alphabet[byte % 32]).join("");
}
