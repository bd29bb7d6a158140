import type { Refusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { GivenRow } from "@dutyloop/domain/organization/roster/roster-rows.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { rosterSheets } from "../roster/roster-columns.ts";
import type { ImportColumn, ImportSheet } from "./columns.ts";
import type { ReadRow } from "./read-sheet.ts";

/** What the thread is given that reads a workbook. */
export type ReadingTask = {
  readonly bytes: unknown;
  /** Of one sheet; those of a roster where nothing else is said. */
  readonly mostRows?: number;
  readonly wanted: WantedSheets;
};
/** The columns of a ledger follow the live templates; those of a roster are known, and hold a function that can't be sent. */
export type WantedSheets = "roster" | ImportSheet<string>;

export function sheetsOf(wanted: WantedSheets): readonly ImportSheet<string>[] {
  return wanted === "roster" ? rosterSheets : [wanted];
}

/** What it answers: the rows sheet by sheet in parts, then what is known of the whole, or why it can't be read. */
export type ReadingMessage =
  | { readonly part: PackedRows }
  | { readonly whole: { readonly names: readonly string[]; readonly found: readonly FoundSheet[] } }
  | { readonly refusal: Refusal };
export type FoundSheet = { readonly faults: readonly CellFault[]; readonly errors: number };
export type PackedRows = {
  /** Place among the wanted sheets. */
  readonly sheet: number;
  /** "人员!C" of each column. */
  readonly places: readonly string[];
  readonly rows: readonly PackedRow[];
};
type PackedRow = {
  readonly number: number;
  readonly spoilt: boolean;
  /** By column. */
  readonly values: readonly (string | null)[];
  /** What was written where it isn't the value itself. */
  readonly texts: readonly (string | null)[] | null;
};
type Read = { readonly row: ReadRow<string>; readonly spoilt: boolean };

/** Rows that are sent at once: few, so that taking them takes the server no time that anybody notices. */
const atOnce = 1000;

/** The rows of a sheet without functions, a thousand at a time. */
export function* packed(
  read: Iterable<Read>,
  columns: readonly ImportColumn<string>[],
  sheet: number,
): Generator<PackedRows> {
  let places: string[] = [];
  let rows: PackedRow[] = [];
  for (const { row, spoilt } of read) {
    if (rows.length === 0) places = columns.map(({ key }) => row.address(key).slice(0, -String(row.number).length));
    const values = columns.map(({ key }) => row.given[key] ?? null);
    const written = columns.map(({ key }) => row.written(key));
    const texts = written.map((text, index) => (text === (values[index] ?? "") ? null : text));
    rows.push({ number: row.number, spoilt, values, texts: texts.every((text) => text === null) ? null : texts });
    if (rows.length < atOnce) continue;
    yield { sheet, places, rows };
    rows = [];
  }
  if (rows.length > 0) yield { sheet, places, rows };
}

/** One row as it was before it was packed. There are many of them, so they share what they have in common. */
export class UnpackedRow implements ReadRow<string> {
  readonly number: number;
  readonly given: GivenRow<string>;
  readonly #texts: PackedRow["texts"];
  readonly #sheet: Heading;

  constructor({ number, values, texts }: PackedRow, sheet: Heading) {
    this.number = number;
    this.given = Object.fromEntries(sheet.keys.map((key, index) => [key, values[index] ?? null]));
    this.#texts = texts;
    this.#sheet = sheet;
  }

  address(key: string): string {
    return `${this.#sheet.places[this.#sheet.keys.indexOf(key)]}${this.number}`;
  }

  written(key: string): string {
    return this.#texts?.[this.#sheet.keys.indexOf(key)] ?? this.given[key] ?? "";
  }
}
type Heading = { readonly keys: readonly string[]; readonly places: readonly string[] };
