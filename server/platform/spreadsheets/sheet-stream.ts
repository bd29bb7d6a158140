import { Writable } from "node:stream";
import type { Worksheet } from "exceljs";
import { figureOf } from "./figure-of.ts";
import { neutralText } from "./neutral-text.ts";

export type SheetCell = string | number | null;
/** Columns side by side of the same group stand under one head. */
export type SheetColumn = {
  readonly heading: string;
  readonly group?: string | undefined;
  readonly width: number;
  readonly numbers: boolean;
};
export type SheetHead = {
  readonly name: string;
  /** Lines over the columns. */
  readonly over: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** Who took it away and when: at the foot of every printed page. */
  readonly taken: string;
};

/** A sheet that is written row by row: only its packed bytes are held. */
export type SheetStream = { readonly add: (row: readonly SheetCell[]) => void; readonly end: () => Promise<Buffer> };

/** More columns than these don't fit on A4. */
const mostOnA4 = 16;
const [a3, a4] = [8, 9];

/**
 * Texts stay texts and no formula is made of them, figures are figures, those written out with the places they were written
 * with; the heads stay in sight, stand on every printed page and can be filtered by.
 */
export async function startSheet({ name, over, columns, taken }: SheetHead): Promise<SheetStream> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { default: excel } = await import("exceljs");
  const packed: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      packed.push(chunk);
      done();
    },
  });
  const grouped = columns.some(({ group }) => group !== undefined);
  const head = over.length + (grouped ? 2 : 1);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: "frozen", xSplit: grouped ? 1 : 0, ySplit: head }],
    // An ampersand begins an instruction there.
    headerFooter: { oddFooter: `&L${taken.replaceAll("&", "&&")}&R&P / &N` },
    pageSetup: {
      orientation: "landscape",
      fitToPage: true,
      fitToHeight: 0,
      paperSize: columns.length > mostOnA4 ? a3 : a4,
      printTitlesRow: `${head - (grouped ? 1 : 0)}:${head}`,
    },
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  writeHead(sheet, over, columns, grouped);
  sheet.autoFilter = { from: { row: head, column: 1 }, to: { row: head, column: columns.length } };
  return {
    add(cells) {
      const row = sheet.addRow([]);
      for (const [index, cell] of cells.entries()) {
        if (cell === null) continue;
        const figure = typeof cell === "string" && columns[index]?.numbers ? figureOf(cell) : null;
        const target = row.getCell(index + 1);
        target.value = figure ? figure.value : typeof cell === "string" ? neutralText(cell) : cell;
        if (typeof target.value === "string") target.numFmt = "@";
        else if (figure) target.numFmt = figure.format;
      }
      row.commit();
    },
    async end() {
      sheet.commit();
      await workbook.commit();
      return Buffer.concat(packed);
    },
  };
}

function writeHead(sheet: Worksheet, over: readonly string[], columns: readonly SheetColumn[], grouped: boolean): void {
  for (const [index, line] of over.entries()) {
    const row = sheet.addRow([neutralText(line)]);
    if (index === 0) row.font = { bold: true, size: 14 };
    row.commit();
  }
  if (grouped) {
    const groups = columns.map(({ group }) => group ?? "");
    const row = sheet.addRow(groups.map((group, index) => (group === groups[index - 1] ? null : neutralText(group))));
    row.font = { bold: true };
    row.alignment = { horizontal: "center" };
    for (const [from, to] of stretches(groups)) sheet.mergeCells(row.number, from + 1, row.number, to + 1);
    row.commit();
  }
  const row = sheet.addRow(columns.map(({ heading }) => neutralText(heading)));
  row.font = { bold: true };
  row.commit();
}

/** From where to where the same group stands side by side. */
function stretches(groups: readonly string[]): [number, number][] {
  const starts = groups.flatMap((group, index) => (group !== "" && group !== groups[index - 1] ? [index] : []));
  return starts.map((start) => {
    const rest = groups.slice(start).findIndex((group) => group !== groups[start]);
    return [start, rest === -1 ? groups.length - 1 : start + rest - 1];
  });
}
