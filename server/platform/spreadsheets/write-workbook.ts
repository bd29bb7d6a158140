import { type CellObject, type DenseWorkSheet, utils, write } from "@e965/xlsx";
import { neutralText } from "./neutral-text.ts";

/** A sheet of texts; `blankRows` more rows are prepared, so that what is typed there stays text. */
export type TextSheet = {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly blankRows?: number;
};

/** Writes an .xlsx whose cells are all texts: no code loses its zeros, no name becomes a formula. */
export function writeWorkbook(sheets: readonly TextSheet[]): Buffer {
  const workbook = utils.book_new();
  for (const sheet of sheets) utils.book_append_sheet(workbook, worksheetOf(sheet), sheet.name);
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

function worksheetOf({ columns, rows, blankRows = 0 }: TextSheet): DenseWorkSheet {
  const blank = Array.from({ length: blankRows }, () => columns.map(() => ""));
  const all = [columns.map(({ heading }) => heading), ...rows, ...blank];
  return {
    "!type": "sheet",
    "!data": all.map((row) => row.map((text): CellObject => ({ t: "s", v: neutralText(text), z: "@" }))),
    "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: all.length - 1, c: columns.length - 1 } }),
    "!cols": columns.map(({ width }) => ({ wch: width })),
  } as DenseWorkSheet;
}
