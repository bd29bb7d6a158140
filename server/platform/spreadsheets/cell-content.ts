import { addDays } from "@dutyloop/domain/kernel/plain-date.ts";
import { type CellObject, SSF } from "@e965/xlsx";
import type { CellContent } from "./cells.ts";

/** What stands in a cell. Nothing is worked out: formulas, errors and figures a float can't hold are refused. */
export function contentOf(cell: CellObject | undefined, from1904: boolean): CellContent {
  if (cell === undefined || cell.t === "z") return { form: "blank" };
  const seen = cell.t === "b" ? String(cell.v).toUpperCase() : String(cell.w ?? cell.v ?? "");
  if (cell.f !== undefined || cell.F !== undefined) return { form: "bad", code: "workbook.cell.formula", text: seen };
  if (cell.t === "e") return { form: "bad", code: "workbook.cell.error", text: seen };
  if (cell.t === "b") return { form: "bad", code: "workbook.cell.true_or_false", text: seen };
  if (cell.t === "n" && typeof cell.v === "number") return numberContent(cell.v, cell.z, from1904);
  const text = String(cell.v ?? "");
  return text.trim() === "" ? { form: "blank" } : { form: "text", text };
}

function numberContent(value: number, format: CellObject["z"], from1904: boolean): CellContent {
  if (typeof format === "string" && SSF.is_date(format)) return dateContent(value, from1904);
  const text = String(value);
  // A float holds fifteen digits; a longer figure is not the one that was typed.
  const digits = text.replace(/^-?0*\.?0*|\./g, "").length;
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || digits > 15) return { form: "bad", code: "workbook.cell.too_precise", text };
  return { form: "number", text };
}

/** Days since the workbook's first day. Before 1900-03-01 two calendars disagree, so nothing earlier is taken. */
function dateContent(serial: number, from1904: boolean): CellContent {
  if (!Number.isInteger(serial)) return { form: "bad", code: "workbook.cell.has_time", text: String(serial) };
  const days = from1904 ? serial + 1462 : serial;
  if (days < 61 || days > 2_958_465)
    return { form: "bad", code: "workbook.cell.date_not_in_calendar", text: String(serial) };
  return { form: "date", date: addDays("1899-12-30", days) };
}
