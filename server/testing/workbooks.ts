import { crc32, deflateRawSync } from "node:zlib";
import { type CellObject, type DenseWorkSheet, read, utils, write } from "@e965/xlsx";

type Given = string | number | CellObject | null;
type Extra = Partial<Pick<DenseWorkSheet, "!merges" | "!rows" | "!cols">>;

/** A workbook of these sheets, row by row, as a table program would save it. */
export function workbookOf(
  sheets: Record<string, readonly (readonly Given[])[]>,
  extra: Record<string, Extra> = {},
  book: object = {},
): Buffer {
  const workbook = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const width = Math.max(...rows.map((row) => row.length), 1);
    const sheet = {
      "!type": "sheet",
      "!data": rows.map((row) => row.map(cellOf)),
      "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(rows.length - 1, 0), c: width - 1 } }),
      ...extra[name],
    };
    utils.book_append_sheet(workbook, sheet as DenseWorkSheet, name);
  }
  Object.assign(workbook, book);
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

/** A workbook with other words in these cells of a sheet, saved anew as by somebody who mends it. */
export function mended(bytes: Buffer, sheet: string, cells: Readonly<Record<string, string>>): Buffer {
  const workbook = read(bytes, { type: "buffer" });
  const found = workbook.Sheets[sheet];
  if (!found) throw new Error(`no sheet ${sheet}`);
  for (const [address, v] of Object.entries(cells)) found[address] = { t: "s", v };
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

function cellOf(given: Given): CellObject {
  if (given === null) return { t: "z" };
  if (typeof given === "object") return given;
  return typeof given === "number" ? { t: "n", v: given } : { t: "s", v: given };
}

export type ZipPart = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly states?: number;
  readonly flags?: number;
};

/** An archive as it comes, with what it states about itself, which may be wrong. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, states = bytes.length, flags = 0 } of parts) {
    const packed = deflateRawSync(bytes);
    const rest = Buffer.alloc(26);
    rest.writeUInt16LE(20, 0);
    rest.writeUInt16LE(flags, 2);
    rest.writeUInt16LE(8, 4);
    rest.writeUInt32LE(crc32(bytes), 10);
    rest.writeUInt32LE(packed.length, 14);
    rest.writeUInt32LE(states, 18);
    rest.writeUInt16LE(Buffer.byteLength(name), 22);
    const head = Buffer.concat([Buffer.from("PK\u0003\u0004"), rest, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), rest, tail, Buffer.from(name)]));
    local.push(head);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
