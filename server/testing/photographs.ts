import { crc32, deflateSync } from "node:zlib";

const bytes = (...values: number[]) => Buffer.from(values);

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xff00 | marker, 0);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** EXIF with the way the picture is turned, the camera's owner and a place: 39.9° N, 116.4° E. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const row = Buffer.alloc(12);
    row.writeUInt16BE(tag, 0);
    row.writeUInt16BE(type, 2);
    row.writeUInt32BE(count, 4);
    if (type === 3) row.writeUInt16BE(value, 8);
    else row.writeUInt32BE(value, 8);
    return row;
  };
  const header = Buffer.from("Exif\0\0MM\0*\0\0\0\b", "latin1");
  const directory = Buffer.concat([
    bytes(0, 2),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, 38),
    bytes(0, 0, 0, 0),
  ]);
  const place = Buffer.concat([bytes(0, 1), entry(0x0002, 5, 3, 56), bytes(0, 0, 0, 0)]);
  return Buffer.concat([header, directory, place, Buffer.from("GPS 39.9 116.4 owner-of-camera")]);
}

export type JpegParts = { orientation?: number; comment?: string; shade?: number; after?: string };

/** A JPEG as a telephone makes it, as far as its structure goes. */
export function jpeg({ orientation = 1, comment, shade = 0, after }: JpegParts = {}): Buffer {
  return Buffer.concat([
    bytes(0xff, 0xd8),
    segment(0xe1, exif(orientation)),
    ...(comment === undefined ? [] : [segment(0xfe, Buffer.from(comment))]),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, bytes(8, 0, 8, 0, 8, 1, 1, 0x11, 0)),
    segment(0xc4, Buffer.alloc(28, 0)),
    segment(0xda, bytes(1, 1, 0, 0, 63, 0)),
    Buffer.alloc(40, shade),
    bytes(0xff, 0x00, 0x12, 0xff, 0xd0, 0x34),
    bytes(0xff, 0xd9),
    ...(after === undefined ? [] : [Buffer.from(after)]),
  ]);
}

/** A PNG with whatever text chunk is asked for. */
export function png(text?: string): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), content]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(content.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  return Buffer.concat([
    bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", bytes(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0)),
    ...(text === undefined ? [] : [chunk("tEXt", Buffer.from(`Comment\0${text}`))]),
    chunk("IDAT", deflateSync(bytes(0, 128))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
