import { read, utils } from "@e965/xlsx";

/** The first sheet of a workbook as a table program shows it: every cell in its own number format. */
export function sheetTexts(bytes: Buffer): string[][] {
  const sheet = Object.values(read(bytes, { cellNF: true }).Sheets)[0];
  return utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, raw: false, defval: "" });
}
