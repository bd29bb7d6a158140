import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { type RosterColumn, rosterSheets } from "./roster-columns.ts";

const needed = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFE699" } } as const;
const width = 18;

/** The workbook to fill a roster in: every cell a text, so that no number of eighteen digits is rounded. */
export async function rosterTemplate(request: ReadRequest<"rosterTemplate">): Promise<unknown> {
  const { database, tenantId, scope, params, reply } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { default: excel } = await import("exceljs");
  const { rosterLimits } = await import("../../../platform/spreadsheets/read-workbook.ts");
  const workbook = new excel.Workbook();
  for (const { name, columns } of rosterSheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = columns.map(({ heading }) => ({ header: heading, width, style: { numFmt: "@" } }));
    for (const [index, column] of columns.entries()) {
      const head = sheet.getCell(1, index + 1);
      head.font = { bold: true };
      head.note = noteOf(column);
      if (column.needed) head.fill = needed;
      if (column.kind.of !== "choice") continue;
      const letter = sheet.getColumn(index + 1).letter;
      const list = {
        type: "list",
        allowBlank: true,
        formulae: [`"${[...column.kind.choices.keys()].join(",")}"`],
      } as const;
      dropDowns(sheet).add(`${letter}2:${letter}${rosterLimits.rows + 1}`, list);
    }
  }
  return reply
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .headers({ "content-disposition": 'attachment; filename="roster.xlsx"' })
    .send(Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** One list for a whole column; the library can do it, but its types only name lists cell by cell. */
function dropDowns(sheet: object) {
  return (sheet as { dataValidations: { add(area: string, list: object): void } }).dataValidations;
}

function noteOf({ required, needed: isNeeded, example }: RosterColumn<string>): string {
  const duty = required ? "必填" : isNeeded ? "新增时必填，已有的留空则不变" : "可不填；写“（清空）”则清除";
  return `${duty}。例：${example}`;
}
