import type { Answer } from "@dutyloop/contract/endpoints.ts";
import type { CheckedSheet, Outcome } from "./checked-sheet.ts";
import type { ReadRow } from "./read-sheet.ts";

type Shown = Answer<"previewRoster">["rows"][number];
const mostRows = 100;
const dots = "••••••";
/** Characters of a cell, however much somebody put into it. */
const mostText = 200;

/**
 * The first rows that are wrong or would change something, as somebody wrote them; wrong ones come first. Cells of private
 * columns are never shown back.
 */
export function shownRows(sheets: readonly CheckedSheet[], privateColumns: ReadonlySet<string>): Shown[] {
  const shown: Shown[] = [];
  for (const isWanted of [isWrong, isChange]) {
    for (const sheet of sheets) {
      for (const { row, outcome } of rowsOf(sheet)) {
        if (shown.length >= mostRows) return shown;
        if (isWanted(outcome)) shown.push(shownRow(sheet, row, outcome, privateColumns));
      }
    }
  }
  return shown;
}

const isWrong = (outcome: Outcome) => outcome === "wrong";
const isChange = (outcome: Outcome) => outcome === "added" || outcome === "changed";

/** Every row of a sheet in the order of the file with what it comes to, those that couldn't be read among them. */
export function rowsOf({ sheet, rows }: CheckedSheet): { row: ReadRow<string>; outcome: Outcome }[] {
  return [
    ...sheet.spoilt.map((row) => ({ row, outcome: "wrong" as const })),
    ...rows.map(({ row, result }) => ({ row, outcome: result.outcome })),
  ].sort((a, b) => a.row.number - b.row.number);
}

function shownRow(
  { sheet }: CheckedSheet,
  row: ReadRow<string>,
  outcome: Outcome,
  privateColumns: ReadonlySet<string>,
): Shown {
  const cells = sheet.columns.map(({ key, heading }) => {
    const written = row.written(key).slice(0, mostText);
    return { address: row.address(key), heading, text: written !== "" && privateColumns.has(key) ? dots : written };
  });
  return { sheet: sheet.name, row: row.number, outcome, cells };
}
