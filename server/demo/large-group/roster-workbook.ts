import { utils, write } from "@e965/xlsx";
import { rosterSheets } from "../../modules/imports/index.ts";
import type { TableColumn } from "../../platform/spreadsheets/table.ts";
import type { GroupPlan } from "./group-plan.ts";

type Row = Readonly<Record<string, string | null>>;

/** The plan as the workbook that somebody would send: the sheets and headings of the template, every cell a text. */
export function rosterOf({ organizations, units, coverage, people, posts }: GroupPlan): Buffer {
  const rowsOf: readonly (readonly Row[])[] = [organizations, units, coverage, people, posts];
  const workbook = utils.book_new();
  for (const [index, { name, columns }] of rosterSheets.entries()) {
    const shown: readonly TableColumn<string>[] = columns;
    const rows = (rowsOf[index] ?? []).map((row) => shown.map((column) => written(column, row[column.key] ?? null)));
    const heading = shown.map((column): string | null => column.heading);
    utils.book_append_sheet(workbook, utils.aoa_to_sheet([heading, ...rows]), name);
  }
  return write(workbook, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer;
}

/** Where a column has a list to choose from, its word for the value. */
function written({ kind }: TableColumn<string>, value: string | null): string | null {
  if (value === null || kind.of !== "choice") return value;
  const word = [...kind.choices].find(([, chosen]) => chosen === value)?.[0];
  if (word === undefined) throw new Error(`A roster has no word for ${value}`);
  return word;
}
