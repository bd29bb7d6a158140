import type { FastifyReply } from "fastify";
import type { ImportColumn, ImportSheet } from "./columns.ts";

const needed = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFE699" } } as const;
const width = 18;
/** What a table program takes of a list that stands in the cell's own rule. */
const longestList = 250;
type Notes = (column: ImportColumn<string>) => string;

/** Answers a workbook to fill in: every cell a text, so that no number of eighteen digits is rounded; lists to choose from. */
export async function sendFillingWorkbook(
  reply: FastifyReply,
  name: string,
  sheets: readonly ImportSheet<string>[],
  noteOf: Notes,
): Promise<unknown> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { default: excel } = await import("exceljs");
  const { rosterLimits } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const workbook = new excel.Workbook();
  for (const { name, columns } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ heading }) => ({ header: heading, width, style: { numFmt: "@" } }));
    for (const [index, column] of columns.entries()) {
      const head = sheet.getCell(1, index + 1);
      head.font = { bold: true };
      head.note = noteOf(column);
      if (column.needed) head.fill = needed;
      if (column.kind.of !== "choice") continue;
      const choices = [...column.kind.choices.keys()].join(",");
      if (choices.length > longestList) continue;
      const letter = sheet.getColumn(index + 1).letter;
      const list = {
        type: "list",
        allowBlank: true,
        formulae: [`"${choices}"`],
      } as const;
      dropDowns(sheet).add(`${letter}2:${letter}${rosterLimits.rows + 1}`, list);
    }
  }
  return reply
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .headers({ "content-disposition": `attachment; filename="${name}"` })
    .send(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** One list for a whole column; the library can do it, but its types only name lists cell by cell. */
function dropDowns(sheet: object) {
  return (sheet as { dataValidations: { add(area: string, list: object): void } }).dataValidations;
}
