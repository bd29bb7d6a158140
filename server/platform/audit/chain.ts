import { createHmac } from "node:crypto";
import { type Hmac, hmacWith } from "./hmac.ts";

/** Chain value of the seal that follows `before` (empty at the beginning). */
export function nextChain(key: Buffer, before: string, sequence: number, entryId: string, mac: string): string {
  return chainValue(hmacWith(key), before, sequence, entryId, mac);
}

/** The same where many are worked out with one key. */
export function chainValue(hmac: Hmac, before: string, sequence: number, entryId: string, mac: string): string {
  return hmac(`${before}|${sequence}|${entryId}|${mac}`);
}

/** Signature of a head of the chain, so that a chain rewritten without the key is found. */
export function headMac(key: Buffer, tenantId: number, sequence: number, chain: string): string {
  return createHmac("sha256", key).update(`head|${tenantId}|${sequence}|${chain}`).digest("hex");
}
