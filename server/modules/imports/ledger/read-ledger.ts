import { type LedgerField, ledgerFields } from "@dutyloop/domain/fulfilment/ledger/ledger-things.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { type ReadRow, type ReadSheet, readSheet, strangeSheets } from "../sheets/read-sheet.ts";
import { ledgerSheet } from "./ledger-columns.ts";

export type ReadLedger = {
  readonly sheet: ReadSheet<LedgerField>;
  /** Of sheets that don't belong here. */
  readonly strange: readonly CellFault[];
};

/** Meetings of one file: as many as are taken in and kept together within seconds. */
const mostMeetings = 20_000;

/** Reads a ledger. Throws Refused where the file is none. */
export async function readLedger(bytes: unknown, templates: readonly TemplateBody[]): Promise<ReadLedger> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { readWorkbook, rosterLimits } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const sheets = await readWorkbook(bytes, { ...rosterLimits, rows: mostMeetings });
  if (isRefusal(sheets)) throw new Refused(sheets);
  const wanted = ledgerSheet(templates);
  if (!sheets.some(({ name }) => name === wanted.name))
    throw new Refused(refuse("workbook.sheet_missing", { sheet: wanted.name }));
  const sheet = readSheet(sheets, wanted);
  return {
    sheet: { ...sheet, rows: sheet.rows.map(withoutCleared) },
    strange: strangeSheets(sheets, [wanted.name]),
  };
}

/** A ledger only adds: what is cleared, or has no column because no template asks for it, isn't there. */
function withoutCleared({ given, ...row }: ReadRow<LedgerField>): ReadRow<LedgerField> {
  const cells = ledgerFields.map((field) => [field, given[field] || null]);
  return { ...row, given: Object.fromEntries(cells) as ReadRow<LedgerField>["given"] };
}
