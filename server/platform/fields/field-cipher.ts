import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** Where an encrypted value stands: it can't be moved to another owner or column unseen. */
export type FieldPlace = { readonly tenantId: number; readonly ownerId: string; readonly column: string };

/** Encrypts the D4 fields of people (SEC-27) and finds equal ones without reading them. */
export type FieldCipher = {
  /** Version, nonce, tag and ciphertext; another nonce each time. */
  encrypt(text: string, place: FieldPlace): Buffer;
  /** @throws Error where the value was changed, moved, or written under another key */
  decrypt(value: Buffer, place: FieldPlace): string;
  /** The same for equal texts of one group: spaces and case don't count. 32 bytes. */
  blindIndex(text: string, tenantId: number): Buffer;
};

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes + tagBytes;

/** Two keys are derived from the product's field key, so that an index says nothing about a ciphertext. */
export function fieldCipher(fieldKey: Buffer): FieldCipher {
  const derived = (purpose: string) => Buffer.from(hkdfSync("sha256", fieldKey, "", `dutyloop ${purpose}`, 32));
  const cipherKey = derived("field cipher");
  const indexKey = derived("blind index");
  return {
    encrypt(text, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", cipherKey, nonce).setAAD(placeBytes(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body]);
    },
    decrypt(value, place) {
      if (value.length < headBytes || value[0] !== version) throw new Error("This isn't an encrypted field");
      const nonce = value.subarray(1, 1 + nonceBytes);
      const decipher = createDecipheriv("aes-256-gcm", cipherKey, nonce, { authTagLength: tagBytes })
        .setAAD(placeBytes(place))
        .setAuthTag(value.subarray(1 + nonceBytes, headBytes));
      return Buffer.concat([decipher.update(value.subarray(headBytes)), decipher.final()]).toString("utf8");
    },
    blindIndex(text, tenantId) {
      const plain = text.replace(/\s/g, "").toUpperCase();
      return createHmac("sha256", indexKey).update(`${tenantId} ${plain}`).digest();
    },
  };
}

function placeBytes({ tenantId, ownerId, column }: FieldPlace): Buffer {
  return Buffer.from(`${tenantId} ${ownerId} ${column}`, "utf8");
}
