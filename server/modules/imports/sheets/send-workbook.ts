import type { FastifyReply } from "fastify";
import type { TextSheet } from "../../../platform/spreadsheets/write-workbook.ts";

export const width = 18;

/** Answers a workbook of texts as a file of this name. */
export async function sendWorkbook(reply: FastifyReply, name: string, sheets: readonly TextSheet[]): Promise<unknown> {
  // Loaded when somebody wants it: it takes memory that an idle server needn't hold.
  const { writeWorkbook } = await import("../../../platform/spreadsheets/write-workbook.ts");
  return reply
    .type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    .headers({ "content-disposition": `attachment; filename="${name}"` })
    .send(writeWorkbook(sheets));
}
