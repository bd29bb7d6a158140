import { wordRefusal } from "@dutyloop/contract/messages/refusals.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { FastifyReply } from "fastify";
import type { Language } from "../../../platform/http/language.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { type CellFault, reasonHeading } from "../../../platform/spreadsheets/table.ts";
import type { TextSheet } from "../../../platform/spreadsheets/write-workbook.ts";
import { type CheckedSheet, cellOf } from "./checked-sheet.ts";
import { remarksSheet } from "./read-sheet.ts";
import { sendWorkbook, width } from "./send-workbook.ts";
import { rowsOf } from "./shown-rows.ts";

/** What a cell of a workbook holds at most, with the apostrophe that may come before it. */
const mostText = 32_766;

/** The wrong rows of a file, `strange` being what is wrong beside its sheets. */
export type WrongRows = {
  readonly name: string;
  readonly sheets: readonly CheckedSheet[];
  readonly strange: readonly CellFault[];
};

/** Answers the wrong rows as somebody wrote them, the reasons before them; mended, the workbook can be sent as it is. */
export function sendWrongRows(
  { reply, language }: { readonly reply: FastifyReply; readonly language: Language },
  { name, sheets, strange }: WrongRows,
): Promise<unknown> {
  const wrong = sheets.map((sheet) => wrongSheet(sheet, language)).filter(({ rows }) => rows.length > 0);
  const remarks = [...sheets.flatMap(faultsBesideRows), ...strange];
  if (remarks.length > 0) wrong.push(remarksOf(remarks, language));
  if (wrong.length === 0) throw new Refused(refuse("import.no_errors"));
  return sendWorkbook(reply, name, wrong);
}

function wrongSheet(checked: CheckedSheet, language: Language): TextSheet {
  const { sheet, faults } = checked;
  const byRow = Map.groupBy(faults, ({ path }) => cellOf(path).row);
  const reasonsOf = (row: number) =>
    (byRow.get(row) ?? []).map(
      ({ path, code, values }) => `${cellOf(path).column}${row}：${wordRefusal(language, code, values)}`,
    );
  const wrong = rowsOf(checked).filter(({ outcome }) => outcome === "wrong");
  return {
    name: sheet.name,
    columns: [{ heading: reasonHeading, width: 60 }, ...sheet.columns.map(({ heading }) => ({ heading, width }))],
    rows: wrong.map(({ row }) => [
      reasonsOf(row.number).join("\n"),
      ...sheet.columns.map(({ key }) => row.written(key).slice(0, mostText)),
    ]),
  };
}

/** What is wrong with a heading or with the sheet as a whole. */
function faultsBesideRows(checked: CheckedSheet): CellFault[] {
  const wrong = new Set(rowsOf(checked).flatMap(({ row, outcome }) => (outcome === "wrong" ? [row.number] : [])));
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
