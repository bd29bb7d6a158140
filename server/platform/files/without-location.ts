/**
 * The same photograph without what the camera wrote beside it (place, time, owner): EXIF and XMP of a JPEG, text and EXIF
 * chunks of a PNG. Of a JPEG only the way it is turned is kept, so that it doesn't lie on its side (PRV-17).
 */
export function withoutLocation(bytes: Buffer, mediaType: string): Buffer {
  if (mediaType === "image/jpeg") return cleanJpeg(bytes);
  if (mediaType === "image/png") return cleanPng(bytes);
  return cleanWebp(bytes);
}

const exif = 0xe1;
const iptc = 0xed;
const comment = 0xfe;
const startOfScan = 0xda;
const endOfImage = 0xd9;

function cleanJpeg(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] as number;
    if (bytes[at] !== 0xff) break;
    if (marker === endOfImage || at + 4 > bytes.length) {
      // What telephones put after it (a film, a second picture with its own place) is left behind.
      kept.push(bytes.subarray(at, at + 2));
      break;
    }
    const header = at + 2 + bytes.readUInt16BE(at + 2);
    const next = marker === startOfScan ? endOfScan(bytes, header) : header;
    const segment = bytes.subarray(at, next);
    if (marker === exif) kept.push(orientationOnly(segment));
    else if (marker !== iptc && marker !== comment) kept.push(segment);
    at = next;
  }
  return Buffer.concat(kept);
}

/** Where the next marker stands behind the coded picture, in which FF 00 and the restart marks FF D0–D7 mean nothing. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** A minimal EXIF segment with the orientation of this one; empty where it is upright or unreadable. */
function orientationOnly(segment: Buffer): Buffer {
  const orientation = readOrientation(segment);
  if (orientation === null || orientation < 2 || orientation > 8) return Buffer.alloc(0);
  const body = Buffer.alloc(36);
  body.writeUInt16BE(0xffe1, 0);
  body.writeUInt16BE(34, 2);
  body.write("Exif\0\0MM\0*", 4, "latin1");
  body.writeUInt32BE(8, 14);
  body.writeUInt16BE(1, 18);
  body.writeUInt16BE(0x0112, 20);
  body.writeUInt16BE(3, 22);
  body.writeUInt32BE(1, 24);
  body.writeUInt16BE(orientation, 28);
  return body;
}

function readOrientation(segment: Buffer): number | null {
  if (segment.length < 24 || segment.toString("latin1", 4, 8) !== "Exif") return null;
  const tiff = segment.subarray(10);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const read16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const entries = read16(directory);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.length) return null;
    if (read16(at) === 0x0112) return read16(at + 8);
  }
  return null;
}

const droppedChunks = new Set(["eXIf", "tEXt", "iTXt", "zTXt", "tIME"]);

function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const next = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!droppedChunks.has(type)) kept.push(bytes.subarray(at, next));
    if (type === "IEND") break;
    at = next;
  }
  return Buffer.concat(kept);
}

function cleanWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    const next = at + 8 + length + (length % 2);
    const type = bytes.toString("latin1", at, at + 4);
    const chunk = Buffer.from(bytes.subarray(at, next));
    // The extended header says whether EXIF and XMP follow; they don't any more.
    if (type === "VP8X") chunk[8] = (chunk[8] as number) & ~0x0c;
    if (type !== "EXIF" && type !== "XMP ") kept.push(chunk);
    at = next;
  }
  const body = Buffer.concat(kept);
  const header = Buffer.from(bytes.subarray(0, 12));
  header.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([header, body]);
}
