export type Photograph = { readonly mediaType: "image/jpeg" | "image/png" | "image/webp" };

/**
 * What kind of photograph these bytes are, found from their structure and never from a name; null if none.
 * JPEG: markers up to the scan and an end mark. PNG: signature, header first, end chunk. WebP: RIFF sizes that fit.
 */
export function photographOf(bytes: Buffer): Photograph | null {
  if (isJpeg(bytes)) return { mediaType: "image/jpeg" };
  if (isPng(bytes)) return { mediaType: "image/png" };
  if (isWebp(bytes)) return { mediaType: "image/webp" };
  return null;
}

const startOfImage = 0xffd8;
const endOfImage = 0xffd9;

function isJpeg(bytes: Buffer): boolean {
  if (bytes.length < 100 || bytes.readUInt16BE(0) !== startOfImage) return false;
  let framed = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] as number;
    if (marker === 0xda) return framed && bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) > at;
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) framed = true;
    if (bytes.readUInt16BE(at) === endOfImage) return false;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return false;
}

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function isPng(bytes: Buffer): boolean {
  if (bytes.length < 57 || !bytes.subarray(0, 8).equals(pngSignature)) return false;
  if (bytes.toString("latin1", 12, 16) !== "IHDR" || bytes.readUInt32BE(16) === 0 || bytes.readUInt32BE(20) === 0)
    return false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return true;
    at += 12 + length;
  }
  return false;
}

function isWebp(bytes: Buffer): boolean {
  if (bytes.length < 30 || bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WEBP")
    return false;
  return bytes.readUInt32LE(4) + 8 <= bytes.length + 1 && /^VP8[ LX]$/.test(bytes.toString("latin1", 12, 16));
}
