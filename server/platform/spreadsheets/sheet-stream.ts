import { Writable } from "node:stream";
import { neutralText } from "./neutral-text.ts";

export type SheetCell = string | number | null;
export type SheetColumn = { readonly heading: string; readonly width: number; readonly numbers: boolean };

/** A sheet that is written row by row: only its packed bytes are held. */
export type SheetStream = { readonly add: (row: readonly SheetCell[]) => void; readonly end: () => Promise<Buffer> };

/**
 * Texts stay texts and no formula is made of them, figures are figures; the head stays in sight and can be filtered by.
 * `taken`, who took it away and when, stands at the foot of every printed page.
 */
export async function startSheet(name: string, columns: readonly SheetColumn[], taken: string): Promise<SheetStream> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { default: excel } = await import("exceljs");
  const packed: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      packed.push(chunk);
      done();
    },
  });
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 1 }],
    // An ampersand begins an instruction there.
    headerFooter: { oddFooter: `&L${taken.replaceAll("&", "&&")}&R&P / &N` },
    pageSetup: { orientation: "landscape", fitToPage: true, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ heading, width, numbers }) => ({
    header: neutralText(heading),
    width,
    ...(numbers ? {} : { style: { numFmt: "@" } }),
  }));
  sheet.getRow(1).font = { bold: true };
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return {
    add: (row) => sheet.addRow(row.map((cell) => (typeof cell === "string" ? neutralText(cell) : cell))).commit(),
    async end() {
      sheet.commit();
      await workbook.commit();
      return Buffer.concat(packed);
    },
  };
}
