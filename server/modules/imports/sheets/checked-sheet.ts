import type { CheckedRow, RowFault } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { FaultList, mostFaults } from "../../../platform/spreadsheets/fault-list.ts";
import { type CellFault, isOfNoColumn } from "../../../platform/spreadsheets/table.ts";
import type { ReadRow, ReadSheet } from "./read-sheet.ts";

export type Outcome = CheckedRow<string>["outcome"];
/** One row that could be read, with what it comes to. */
export type JudgedRow<Field extends string, Value> = {
  readonly row: ReadRow<Field>;
  readonly result: CheckedRow<Field, Value>;
};
export type CheckedSheet<Field extends string = string, Value = unknown> = {
  readonly sheet: ReadSheet<Field>;
  readonly rows: readonly JudgedRow<Field, Value>[];
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Of the heading, of rows that couldn't be read and of those that could, row by row and from left to right; the first. */
  readonly faults: readonly CellFault[];
  /** How many faults there are, those that aren't kept among them. */
  readonly errors: number;
};
/** A sheet with what its rows that could be read come to, in their order. */
export function checkedSheet<Field extends string, Value>(
  sheet: ReadSheet<Field>,
  results: readonly CheckedRow<Field, Value>[],
): CheckedSheet<Field, Value> {
  const counts: Record<Outcome, number> = { added: 0, changed: 0, unchanged: 0, wrong: sheet.spoilt.length };
  const ofRows = new FaultList();
  const rows = sheet.rows.flatMap((row, index) => {
    const result = results[index];
    if (!result) return [];
    counts[result.outcome] += 1;
    for (const fault of result.faults) {
      const { path, code, values } = faultOf(sheet, row, fault);
      ofRows.add(path, code, values);
    }
    return [{ row, result }];
  });
  const faults = inOrder([...sheet.faults, ...ofRows.kept]).slice(0, mostFaults);
  return { sheet, rows, counts, faults, errors: sheet.errors + ofRows.count };
}

/** Where and how a fault is told. Of a column that isn't there: at the beginning of the row, and which one is missing. */
function faultOf<Field extends string>(
  { name, columns }: ReadSheet<Field>,
  row: ReadRow<Field>,
  { field, code, values }: RowFault<Field>,
): CellFault {
  const path = row.address(field);
  if (!isOfNoColumn(path)) return { path, code, values };
  const first = `${name}!A${row.number}`;
  if (code !== "request.field.missing") return { path: first, code, values };
  const heading = columns.find(({ key }) => key === field)?.heading ?? field;
  return { path: first, code: "workbook.column_missing", values: { sheet: name, column: heading } };
}

function inOrder(faults: readonly CellFault[]): CellFault[] {
  return faults
    .map((fault) => ({ fault, at: cellOf(fault.path) }))
    .sort(
      (a, b) => a.at.row - b.at.row || a.at.column.length - b.at.column.length || (a.at.column < b.at.column ? -1 : 1),
    )
    .map(({ fault }) => fault);
}

/** Row and column of "人员!C17". */
export function cellOf(path: string): { readonly row: number; readonly column: string } {
  const [, column = "", row = "0"] = /([A-Z]+)(\d+)$/.exec(path) ?? [];
  return { row: Number(row), column };
}
