import {
  type Cell,
  choiceOf,
  dateOf,
  decimalOf,
  folded,
  identityOf,
  keyOf,
  type Reading,
  telephoneOf,
  textOf,
  timeOf,
  writtenIn,
} from "./cells.ts";
import type { FaultList } from "./fault-list.ts";
import type { Row, Sheet } from "./read-workbook.ts";

/** One column of a table that people fill in. */
export type TableColumn<Key extends string> = {
  readonly key: Key;
  readonly heading: string;
  readonly required: boolean;
  readonly kind: ColumnKind;
};
export type ColumnKind =
  | { readonly of: "text"; readonly most: number }
  | { readonly of: "code" | "date" | "number" | "telephone" | "time" }
  | { readonly of: "identity"; readonly isIdentityNumber: (text: string) => boolean }
  | { readonly of: "choice"; readonly choices: ReadonlyMap<string, string> };

/** A cell that can't be taken: `path` is sheet!cell, `values` fill in the sentence of the code. */
export type CellFault = {
  readonly path: string;
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
};
/** What a row says: null leaves as it is, `cleared` takes the value away. */
export const cleared = Symbol("cleared");
export type TableRow<Key extends string> = {
  readonly number: number;
  readonly values: Readonly<Record<Key, string | null | typeof cleared>>;
  /** Whether it has a fault; then `values` are what could be read of it. */
  readonly spoilt: boolean;
  address(key: Key): string;
  /** What somebody wrote there, also where it can't be taken. */
  written(key: Key): string;
};

const clearingWord = "（清空）";
/** Heading of the reasons in a workbook of wrong rows; nobody has to remove it before he sends the workbook again. */
export const reasonHeading = "错误原因";

/** Stands for the letter of a column that isn't there. */
const noColumn = "-";
/** Whether an address names a cell of a column that isn't there. */
export function isOfNoColumn(address: string): boolean {
  return address.includes(`!${noColumn}`);
}

/**
 * Reads a sheet by its headings, in whatever order they stand, row by row: a large one isn't held twice. Every cell that
 * can't be taken is added to the faults, named by its address. Where a required column is missing, that is a fault of the
 * heading and no row is read.
 */
export function* readTable<Key extends string>(
  sheet: Sheet,
  columns: readonly TableColumn<Key>[],
  faults: FaultList,
): Generator<TableRow<Key>> {
  const places = placesOf(sheet, columns, faults);
  const absent = columns.filter(({ key, required }) => required && !places.has(key));
  for (const { heading } of absent)
    faults.add(`${sheet.name}!A1`, "workbook.column_missing", { sheet: sheet.name, column: heading });
  if (absent.length > 0) return;
  const order = new Map(columns.map(({ key }, index) => [key, index]));
  const columnOf = (key: Key) =>
    sheet.heading[places.get(key) ?? -1]?.address.slice(0, -1) ?? `${sheet.name}!${noColumn}`;
  const named = new Map(columns.map(({ key }) => [key, columnOf(key)]));
  for (const row of sheet.rows) {
    const before = faults.count;
    const values = valuesOf(row, columns, places, faults);
    const texts = columns.map(({ key }) => textAt(row, places.get(key)));
    yield {
      number: row.number,
      values,
      spoilt: faults.count > before,
      address: (key) => `${named.get(key)}${row.number}`,
      written: (key) => texts[order.get(key) ?? -1] ?? "",
    };
  }
}

function textAt(row: Row, place: number | undefined): string {
  return place === undefined ? "" : writtenIn(row.cell(place));
}

function placesOf<Key extends string>(
  sheet: Sheet,
  columns: readonly TableColumn<Key>[],
  faults: FaultList,
): Map<Key, number> {
  const places = new Map<Key, number>();
  const unknown: { readonly address: string; readonly column: string }[] = [];
  for (const [place, cell] of sheet.heading.entries()) {
    const read = textOf(cell, 40);
    if ("code" in read) faults.add(cell.address, read.code);
    if ("code" in read || read.value === null || read.value === reasonHeading) continue;
    const column = columns.find(({ heading }) => heading === read.value);
    if (column && !places.has(column.key)) places.set(column.key, place);
    else unknown.push({ address: cell.address, column: read.value });
  }
  // A heading that nobody knows is mostly one of those that aren't there, written another way.
  const missing = columns.filter(({ key }) => !places.has(key)).map(({ heading }) => heading);
  for (const { address, column } of unknown) {
    if (missing.length === 0) faults.add(address, "workbook.column_unknown", { column });
    else faults.add(address, "workbook.column_misnamed", { column, missing: missing.join("、") });
  }
  return places;
}

function valuesOf<Key extends string>(
  row: Row,
  columns: readonly TableColumn<Key>[],
  places: ReadonlyMap<Key, number>,
  faults: FaultList,
): TableRow<Key>["values"] {
  const values = {} as Record<Key, string | null | typeof cleared>;
  for (const { key, required, kind } of columns) {
    const place = places.get(key);
    values[key] = null;
    if (place === undefined) continue;
    const cell = row.cell(place);
    if (!required && cell.content.form === "text" && cell.content.text.trim() === clearingWord) {
      values[key] = cleared;
      continue;
    }
    const read = readingOf(cell, kind);
    if ("code" in read) faults.add(cell.address, read.code, read.values);
    else if (required && read.value === null) faults.add(cell.address, "request.field.missing");
    else values[key] = read.value;
  }
  return values;
}

function readingOf(cell: Cell, kind: ColumnKind): Reading {
  switch (kind.of) {
    case "text":
      return textOf(cell, kind.most);
    case "code":
      return keyOf(cell);
    case "date":
      return dateOf(folded(cell));
    case "number":
      return decimalOf(cell);
    case "telephone":
      return telephoneOf(cell);
    case "time":
      return timeOf(cell);
    case "identity":
      return identityOf(cell, kind.isIdentityNumber);
    case "choice":
      return choiceOf(cell, kind.choices);
  }
}
