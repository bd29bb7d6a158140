import { type LedgerField, ledgerFields } from "@dutyloop/domain/fulfilment/ledger/ledger-things.ts";
import { isRefusal, type Refusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { readInThread } from "../sheets/read-in-thread.ts";
import { type ReadRow, type ReadSheet, strangeSheets } from "../sheets/read-sheet.ts";
import { ledgerSheet } from "./ledger-columns.ts";

export type ReadLedger = {
  readonly sheet: ReadSheet<LedgerField>;
  /** Of sheets that don't belong here. */
  readonly strange: readonly CellFault[];
};

/** Meetings of one file: as many as are taken in and kept together within seconds. */
const mostMeetings = 20_000;

/** Reads a ledger by the columns that these templates ask for. */
export async function readLedger(bytes: unknown, templates: readonly TemplateBody[]): Promise<ReadLedger | Refusal> {
  const wanted = ledgerSheet(templates);
  const read = await readInThread({ bytes, mostRows: mostMeetings, wanted });
  if (isRefusal(read)) return read;
  const sheet = read.sheets[0] as unknown as ReadSheet<LedgerField> | undefined;
  if (sheet === undefined || !read.names.includes(wanted.name))
    return refuse("workbook.sheet_missing", { sheet: wanted.name });
  return {
    sheet: { ...sheet, rows: sheet.rows.map(withoutCleared) },
    strange: strangeSheets(read.names, [wanted.name]),
  };
}

/** A ledger only adds: what is cleared, or has no column because no template asks for it, isn't there. */
function withoutCleared(row: ReadRow<LedgerField>): ReadRow<LedgerField> {
  const cells = ledgerFields.map((field) => [field, row.given[field] || null]);
  return {
    number: row.number,
    given: Object.fromEntries(cells) as ReadRow<LedgerField>["given"],
    address: (field) => row.address(field),
    written: (field) => row.written(field),
  };
}
