import type { GivenRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { FaultList } from "../../../platform/spreadsheets/fault-list.ts";
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
  /** The first of them. */
  readonly faults: readonly CellFault[];
  /** How many faults there are, those that aren't kept among them. */
  readonly errors: number;
};
/** Sheet of a workbook of wrong rows with what is wrong beside rows; nobody has to remove it. */
export const remarksSheet = "其他问题";

/** The sheets of a workbook that nobody asked for. */
export function strangeSheets(names: readonly string[], wanted: readonly string[]): CellFault[] {
  const strange = names.filter((name) => !wanted.includes(name) && name !== remarksSheet);
  return strange.map((sheet) => ({ path: `${sheet}!A1`, code: "import.sheet_unknown", values: { sheet } }));
}

/** Reads one sheet row by row, whether there is a fault in it; where the sheet isn't there it has no rows. */
export function* readSheet<Key extends string>(
  sheets: readonly Sheet[],
  { name, columns }: ImportSheet<Key>,
  faults: FaultList,
): Generator<{ readonly row: ReadRow<Key>; readonly spoilt: boolean }> {
  const sheet = sheets.find((one) => one.name === name);
  if (!sheet) return;
  const texts = columns.filter(({ kind }) => kind.of === "text").map(({ key }) => key);
  for (const row of readTable(sheet, columns, faults)) {
    const live = texts.filter((key) => row.values[key] !== null && isLive(row.written(key).trim()));
    for (const key of live) faults.add(row.address(key), "import.begins_like_formula");
    yield { row: readRow(row), spoilt: row.spoilt || live.length > 0 };
  }
}

/** Text that a table program would take for a formula, unless it stands behind the apostrophe that exports write. */
function isLive(written: string): boolean {
  return neutralText(written) !== written;
}

function readRow<Key extends string>({ values, spoilt: _, ...place }: TableRow<Key>): ReadRow<Key> {
  const given = {} as Record<Key, string | null>;
  for (const key of Object.keys(values) as Key[]) {
    const value: string | null | typeof cleared = values[key];
    given[key] = value === cleared ? "" : value;
  }
  return { given, ...place };
}
