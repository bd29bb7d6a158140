import { createHash, createHmac, randomBytes } from "node:crypto";
import { base32, codeOf, codeRules, neutralCode } from "@dutyloop/domain/identity/second-factor-rules.ts";

export function newSecret(): Buffer {
  return randomBytes(codeRules.secretBytes);
}

/** The code of a step by this secret (RFC 6238 with SHA-1, which every application for codes knows). */
export function clockCode(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  return codeOf(createHmac("sha1", secret).update(counter).digest());
}

/** Ten codes of eighty random bits, in groups that can be copied by hand. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: codeRules.recoveryCodes }, () =>
    (base32(randomBytes(10)).match(/.{4}/g) as string[]).join("-"),
  );
}

/** Only digests are stored; the account goes into them, so that equal codes of two accounts don't look equal. */
export function recoveryDigest(accountId: string, code: string): string {
  return createHash("sha256")
    .update(`${accountId} ${neutralCode(code)}`)
    .digest("hex");
}
