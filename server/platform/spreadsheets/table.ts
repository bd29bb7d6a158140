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
  address(key: Key): string;
  /** What somebody wrote there, also where it can't be taken. */
  written(key: Key): string;
};
export type Table<Key extends string> = {
  readonly rows: readonly TableRow<Key>[];
  /** Rows with a fault, with what could be read of them. */
  readonly spoilt: readonly TableRow<Key>[];
  readonly faults: readonly CellFault[];
};

const clearingWord = "（清空）";
/** Heading of the reasons in a workbook of wrong rows; nobody has to remove it before he sends the workbook again. */
export const reasonHeading = "错误原因";

/**
 * Reads a sheet by its headings, in whatever order they stand. Every cell that can't be taken is a fault named by its
 * address; a row with a fault stands apart from the others. A required column that is missing is a fault of the heading.
 */
export function readTable<Key extends string>(sheet: Sheet, columns: readonly TableColumn<Key>[]): Table<Key> {
  const faults: CellFault[] = [];
  const places = placesOf(sheet, columns, faults);
  const absent = columns.filter(({ key, required }) => required && !places.has(key));
  for (const { heading } of absent)
    faults.push({
      path: `${sheet.name}!A1`,
      code: "workbook.column_missing",
      values: { sheet: sheet.name, column: heading },
    });
  if (absent.length > 0) return { rows: [], spoilt: [], faults };
  const rows: TableRow<Key>[] = [];
  const spoilt: TableRow<Key>[] = [];
  const order = new Map(columns.map(({ key }, index) => [key, index]));
  const columnOf = (key: Key) => sheet.heading[places.get(key) ?? 0]?.address.slice(0, -1) ?? `${sheet.name}!A`;
  const named = new Map(columns.map(({ key }) => [key, columnOf(key)]));
  for (const row of sheet.rows) {
    const before = faults.length;
    const values = valuesOf(row, columns, places, faults);
    const texts = columns.map(({ key }) => textAt(row, places.get(key)));
    (faults.length === before ? rows : spoilt).push({ number: row.number, values, ...placed(row.number, texts) });
  }
  return { rows, spoilt, faults };

  // Holds what was written and not the sheet: its cells take several times the memory, and rows are held for long.
  function placed(number: number, texts: readonly string[]): Pick<TableRow<Key>, "address" | "written"> {
    return {
      address: (key) => `${named.get(key)}${number}`,
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
  faults: CellFault[],
): Map<Key, number> {
  const places = new Map<Key, number>();
  for (const [place, cell] of sheet.heading.entries()) {
    const read = textOf(cell, 40);
    if ("code" in read) faults.push({ path: cell.address, code: read.code, values: {} });
    if ("code" in read || read.value === null || read.value === reasonHeading) continue;
    const column = columns.find(({ heading }) => heading === read.value);
    if (column && !places.has(column.key)) places.set(column.key, place);
    else faults.push({ path: cell.address, code: "workbook.column_unknown", values: { column: read.value } });
  }
  return places;
}

function valuesOf<Key extends string>(
  row: Row,
  columns: readonly TableColumn<Key>[],
  places: ReadonlyMap<Key, number>,
  faults: CellFault[],
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
    if ("code" in read) faults.push({ path: cell.address, code: read.code, values: read.values ?? {} });
    else if (required && read.value === null)
      faults.push({ path: cell.address, code: "request.field.missing", values: {} });
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
