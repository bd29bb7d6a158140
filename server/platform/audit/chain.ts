import { createHmac, type KeyObject } from "node:crypto";

/** Chain value of the seal that follows `before` (empty at the beginning). */
export function nextChain(
  key: Buffer | KeyObject,
  before: string,
  sequence: number,
  entryId: string,
  mac: string,
): string {
  return createHmac("sha256", key).update(`${before}|${sequence}|${entryId}|${mac}`).digest("hex");
}

/** Signature of a head of the chain, so that a chain rewritten without the key is found. */
export function headMac(key: Buffer, tenantId: number, sequence: number, chain: string): string {
  return createHmac("sha256", key).update(`head|${tenantId}|${sequence}|${chain}`).digest("hex");
}
