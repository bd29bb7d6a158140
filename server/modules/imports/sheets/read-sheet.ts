import type { GivenRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import { neutralText } from "../../../platform/spreadsheets/neutral-text.ts";
import type { Sheet } from "../../../platform/spreadsheets/read-workbook.ts";
import { type CellFault, cleared, readTable, type TableRow } from "../../../platform/spreadsheets/table.ts";
import type { ImportColumn, ImportSheet } from "./columns.ts";

export type ReadRow<Key extends string> = Pick<TableRow<Key>, "number" | "address" | "written"> & {
  readonly given: GivenRow<Key>;
};
/** `spoilt` rows have a bad cell; they are wrong already, but what refers to them isn't wrong for that. */
export type ReadSheet<Key extends string> = {
  readonly name: string;
  readonly columns: readonly ImportColumn<Key>[];
  readonly rows: readonly ReadRow<Key>[];
  readonly spoilt: readonly ReadRow<Key>[];
  readonly faults: readonly CellFault[];
};
/** Sheet of a workbook of wrong rows with what is wrong beside rows; nobody has to remove it. */
export const remarksSheet = "其他问题";

/** The sheets of a workbook that nobody asked for. */
export function strangeSheets(sheets: readonly Sheet[], names: readonly string[]): CellFault[] {
  const strange = sheets.filter(({ name }) => !names.includes(name) && name !== remarksSheet);
  return strange.map(({ name }) => ({
    path: `${name}!A1`,
    code: "import.sheet_unknown",
    values: { sheet: name },
  }));
}

/** Reads one sheet; where it isn't there it has no rows. */
export function readSheet<Key extends string>(
  sheets: readonly Sheet[],
  { name, columns }: ImportSheet<Key>,
): ReadSheet<Key> {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return { name, columns, rows: [], spoilt: [], faults: [] };
  const table = readTable(sheet, columns);
  const texts = columns.filter(({ kind }) => kind.of === "text").map(({ key }) => key);
  const faults = [...table.faults];
  const rows: ReadRow<Key>[] = [];
  const spoilt = table.spoilt.map(readRow);
  const addLive = (row: TableRow<Key>): boolean => {
    const live = texts.filter((key) => row.values[key] !== null && isLive(row.written(key).trim()));
    for (const key of live) faults.push({ path: row.address(key), code: "import.begins_like_formula", values: {} });
    return live.length > 0;
  };
  for (const row of table.spoilt) addLive(row);
  for (const row of table.rows) (addLive(row) ? spoilt : rows).push(readRow(row));
  return { name, columns, rows, spoilt, faults };
}

/** Text that a table program would take for a formula, unless it stands behind the apostrophe that exports write. */
function isLive(written: string): boolean {
  return neutralText(written) !== written;
}

function readRow<Key extends string>({ values, ...place }: TableRow<Key>): ReadRow<Key> {
  const given = {} as Record<Key, string | null>;
  for (const key of Object.keys(values) as Key[]) {
    const value: string | null | typeof cleared = values[key];
    given[key] = value === cleared ? "" : value;
  }
  return { given, ...place };
}
