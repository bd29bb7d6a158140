import { type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { type DenseWorkSheet, type Range, read, utils, type WorkBook } from "@e965/xlsx";
import { collectGarbage } from "../memory/collect-garbage.ts";
import { contentOf } from "./cell-content.ts";
import { type Cell, writtenIn } from "./cells.ts";
import { type ArchiveLimits, archiveLimits, archiveRefusal } from "./check-archive.ts";
import { isLarge } from "./large-file.ts";

/** A sheet as rows of cells, blank rows left out; the first row of the sheet is its heading. */
export type Sheet = { readonly name: string; readonly heading: readonly Cell[]; readonly rows: readonly Row[] };
/** The cells of a row by the column's number; the others are blank. `number` counts from 1, the heading. */
export type Row = { readonly number: number; cell(column: number): Cell };

export type WorkbookLimits = { readonly archive: ArchiveLimits; readonly rows: number };
/** What is sent month by month. */
const deliveryLimits: WorkbookLimits = { archive: archiveLimits, rows: 20_000 };
/** A whole group at once: organisations, people and posts. */
export const rosterLimits: WorkbookLimits = {
  archive: { bytes: 30 * 1024 * 1024, entries: 500, unpacked: 160 * 1024 * 1024, ratio: 250 },
  rows: 100_000,
};
const mostColumns = 60;

/**
 * Reads a workbook that somebody sent: the archive is checked before it is parsed, nothing in it is worked out, and
 * hidden, merged and computed cells are marked as bad, so that what is taken is what a reader of the sheet sees.
 */
export async function readWorkbook(bytes: unknown, limits = deliveryLimits): Promise<Sheet[] | Refusal> {
  const refusal = await archiveRefusal(bytes, limits.archive);
  if (refusal) return refusal;
  const large = isLarge(bytes);
  if (large) collectGarbage();
  let workbook: WorkBook;
  try {
    workbook = read(bytes, {
      dense: true,
      cellStyles: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      sheetRows: limits.rows + 2,
    });
  } catch {
    return refuse("workbook.damaged");
  }
  // The unpacked text of the sheets is several times the file.
  if (large) collectGarbage();
  const from1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const sheets: Sheet[] = [];
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name] as DenseWorkSheet | undefined;
    if (sheet?.["!data"] === undefined) continue;
    if (sheet["!data"].length > limits.rows + 1) return refuse("workbook.too_many_rows", { most: limits.rows });
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    sheets.push(sheetOf(name, sheet, hidden, from1904));
  }
  return sheets;
}

function sheetOf(name: string, sheet: DenseWorkSheet, sheetHidden: boolean, from1904: boolean): Sheet {
  const merged = mergedCells(sheet);
  const columns = Array.from({ length: mostColumns }, (_, column) => utils.encode_col(column));
  const cell = (row: number, column: number): Cell => {
    const address = `${name}!${columns[column] ?? utils.encode_col(column)}${row + 1}`;
    const content = contentOf(sheet["!data"][row]?.[column], from1904);
    const bad = (code: "workbook.cell.merged" | "workbook.cell.hidden"): Cell => {
      return { address, content: { form: "bad", code, text: writtenIn({ address, content }) } };
    };
    if (merged.get(row)?.has(column)) return bad("workbook.cell.merged");
    const hidden = sheetHidden || sheet["!rows"]?.[row]?.hidden || sheet["!cols"]?.[column]?.hidden;
    return hidden && content.form !== "blank" ? bad("workbook.cell.hidden") : { address, content };
  };
  const widthOf = (row: number): number => {
    const ends = [...(merged.get(row) ?? [])].map((column) => column + 1);
    return Math.min(mostColumns, Math.max(sheet["!data"][row]?.length ?? 0, ...ends));
  };
  // A row is looked at twice at most; keeping the cells of fifty thousand rows would take more memory than the file.
  const isBlank = (row: number): boolean => {
    if (merged.has(row)) return false;
    const given = sheet["!data"][row]?.slice(0, mostColumns) ?? [];
    return given.every((content) => contentOf(content, from1904).form === "blank");
  };
  // Not Math.max of all of them: a sheet can hold more merged areas than a call can have arguments.
  const last = [...merged.keys()].reduce((most, row) => Math.max(most, row + 1), sheet["!data"].length);
  const rows: Row[] = [];
  for (let row = 1; row < last; row += 1) {
    if (!isBlank(row)) rows.push({ number: row + 1, cell: (column) => cell(row, column) });
  }
  const heading = Array.from({ length: widthOf(0) }, (_, column) => cell(0, column));
  return { name, heading, rows };
}

/** The first cell of each merged area, by row and column. */
function mergedCells(sheet: DenseWorkSheet): Map<number, Set<number>> {
  const areas: readonly Range[] = sheet["!merges"] ?? [];
  const rows = Map.groupBy(areas, ({ s }) => s.r);
  return new Map([...rows].map(([row, inRow]) => [row, new Set(inRow.map(({ s }) => s.c))]));
}
