import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyReply } from "fastify";
import type { Language } from "../../../platform/http/language.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { type CellFault, reasonHeading } from "../../../platform/spreadsheets/table.ts";
import type { TextSheet } from "../../../platform/spreadsheets/write-workbook.ts";
import { type CheckedSheet, cellOf } from "./checked-sheet.ts";
import { type ReadRow, remarksSheet } from "./read-sheet.ts";
import { sendWorkbook, width } from "./send-workbook.ts";
import { rowsOf } from "./shown-rows.ts";

/** What a cell of a workbook holds at most, with the apostrophe that may come before it. */
const mostText = 32_766;

/** The wrong rows of a file, `strange` being what is wrong beside its sheets. */
export type WrongRows = {
  readonly name: string;
  readonly sheets: readonly CheckedSheet[];
  readonly strange: readonly CellFault[];
  /** Right rows of the file that the wrong ones rest on. */
  readonly needed?: (listed: ListedRows) => NeededRows;
};
/** The wrong rows that are answered, by the name of their sheet. */
export type ListedRows = ReadonlyMap<string, readonly ReadRow<string>[]>;
/** Numbers of rows, by the name of their sheet. */
export type NeededRows = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Answers the wrong rows as somebody wrote them, the reasons before them, with the right ones that they rest on; mended, the
 * workbook can be sent as it is. Where a sheet has more faults than are kept, the rows of the first.
 */
export function sendWrongRows(
  { reply, language }: { readonly reply: FastifyReply; readonly language: Language },
  { name, sheets, strange, needed = () => new Map() }: WrongRows,
): Promise<unknown> {
  const listed = new Map(sheets.map((sheet) => [sheet.sheet.name, listedRows(sheet)]));
  const along = needed(listed);
  const wrong = sheets
    .map((sheet) => wrongSheet(sheet, listed.get(sheet.sheet.name) ?? [], along, language))
    .filter(({ rows }) => rows.length > 0);
  const remarks = [...sheets.flatMap(faultsBesideRows), ...sheets.flatMap(unkept), ...strange];
  if (remarks.length > 0) wrong.push(remarksOf(remarks, language));
  if (wrong.length === 0) throw new Refused(refuse("import.no_errors"));
  return sendWorkbook(reply, name, wrong);
}

/** The wrong rows whose reasons are kept; of a row without one nobody could say what to mend. */
function listedRows(checked: CheckedSheet): ReadRow<string>[] {
  const all = checked.errors === checked.faults.length;
  const named = new Set(checked.faults.map(({ path }) => cellOf(path).row));
  return wrongIn(checked).filter(({ number }) => all || named.has(number));
}

function wrongIn(checked: CheckedSheet): ReadRow<string>[] {
  return rowsOf(checked).flatMap(({ row, outcome }) => (outcome === "wrong" ? [row] : []));
}

function wrongSheet(
  { sheet, faults, rows }: CheckedSheet,
  listed: readonly ReadRow<string>[],
  needed: NeededRows,
  language: Language,
): TextSheet {
  const byRow = Map.groupBy(faults, ({ path }) => cellOf(path).row);
  const reasonsOf = (row: ReadRow<string>) =>
    (byRow.get(row.number) ?? []).map(
      ({ path, code, values }) => `${placeOf(path, row, sheet.columns)}：${wordRefusal(language, code, values)}`,
    );
  const along = rows.filter(({ row }) => needed.get(sheet.name)?.has(row.number));
  const shown = [
    ...listed.map((row) => ({ row, reasons: reasonsOf(row) })),
    ...along.map(({ row }) => ({ row, reasons: [wordRefusal(language, "import.row_needed", {})] })),
  ].sort((a, b) => a.row.number - b.row.number);
  return {
    name: sheet.name,
    columns: [{ heading: reasonHeading, width: 60 }, ...sheet.columns.map(({ heading }) => ({ heading, width }))],
    rows: shown.map(({ row, reasons }) => [
      reasons.join("\n"),
      ...sheet.columns.map(({ key }) => row.written(key).slice(0, mostText)),
    ]),
  };
}

/** "实到人数（H2）": columns stand elsewhere in this workbook, and the address is that of the file that was sent. */
function placeOf(path: string, row: ReadRow<string>, columns: CheckedSheet["sheet"]["columns"]): string {
  const { column, row: number } = cellOf(path);
  // What the file lacks bears the address of its first column.
  const there = columns.filter(({ key }) => row.address(key) === path);
  const meant = there.find(({ key }) => row.written(key) !== "") ?? there[0];
  return meant === undefined ? `${column}${number}` : `${meant.heading}（${column}${number}）`;
}

/** That there are more faults than are kept. */
function unkept({ sheet, faults, errors }: CheckedSheet): CellFault[] {
  if (errors === faults.length) return [];
  return [{ path: `${sheet.name}!A1`, code: "import.more_errors", values: { errors, kept: faults.length } }];
}

/** What is wrong with a heading or with the sheet as a whole. */
function faultsBesideRows(checked: CheckedSheet): CellFault[] {
  const wrong = new Set(wrongIn(checked).map(({ number }) => number));
  return checked.faults.filter(({ path }) => !wrong.has(cellOf(path).row));
}

function remarksOf(faults: readonly CellFault[], language: Language): TextSheet {
  return {
    name: remarksSheet,
    columns: [
      { heading: reasonHeading, width: 60 },
      { heading: "位置", width },
    ],
    rows: faults.map(({ path, code, values }) => [wordRefusal(language, code, values), path]),
  };
}
