import type { DataClass } from "../identity/things.ts";

/** SEC-22: whoever takes more rows away at once is told of. */
export const bulkExportRows = 500;

export function isBulkExport(rows: number): boolean {
  return rows > bulkExportRows;
}

/** Personal data leave in bulk for a stated purpose only (PRV-01, SEC-22). */
export function lacksPurpose(rows: number, dataClass: DataClass, purpose: string | null): boolean {
  return isBulkExport(rows) && (dataClass === "D3" || dataClass === "D4") && purpose === null;
}

type Standing = { readonly accountId: string; readonly handled: boolean };

/** Why this account may not enter how an alarm was handled, or null: nobody settles what he set off, nor twice. */
export function alarmRefusal(
  { accountId, handled }: Standing,
  by: string,
): "alarm.handled_already" | "alarm.own" | null {
  if (handled) return "alarm.handled_already";
  return accountId === by ? "alarm.own" : null;
}
