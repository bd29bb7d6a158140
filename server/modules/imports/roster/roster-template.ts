import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import type { ImportColumn } from "../sheets/columns.ts";
import { sendFillingWorkbook } from "../sheets/filling-workbook.ts";
import { rosterSheets } from "./roster-columns.ts";

/** The workbook to fill a roster in. */
export async function rosterTemplate(request: ReadRequest<"rosterTemplate">): Promise<unknown> {
  const { database, tenantId, scope, params, reply } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  return sendFillingWorkbook(reply, "roster.xlsx", rosterSheets, noteOf);
}

function noteOf({ required, needed: isNeeded, example }: ImportColumn<string>): string {
  const duty = required ? "必填" : isNeeded ? "新增时必填，已有的留空则不变" : "可不填；写“（清空）”则清除";
  return `${duty}。例：${example}`;
}
