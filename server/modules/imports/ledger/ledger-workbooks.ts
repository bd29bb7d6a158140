import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import type { ImportColumn } from "../sheets/columns.ts";
import { sendFillingWorkbook } from "../sheets/filling-workbook.ts";
import { sendWrongRows } from "../sheets/wrong-rows.ts";
import { ledgerSheet } from "./ledger-columns.ts";
import { judgedFile, liveTemplates } from "./preview-ledger.ts";

/** The workbook to fill past meetings in, made from the templates that are live now. */
export async function ledgerTemplate(request: ReadRequest<"ledgerTemplate">): Promise<unknown> {
  const { database, tenantId, scope, params, reply } = request;
  await placeInScope(database, tenantId, scope, params.organizationId);
  const templates = await liveTemplates(database, tenantId);
  return sendFillingWorkbook(reply, "ledger.xlsx", [ledgerSheet([...templates.values()])], noteOf);
}

function noteOf({ required, example }: ImportColumn<string>): string {
  return `${required ? "必填" : "可不填"}。例：${example}`;
}

/** The wrong rows of a ledger as somebody wrote them, the reasons before them; mended, it can be sent as it is. */
export async function ledgerErrors(request: ReadRequest<"ledgerErrors">): Promise<unknown> {
  const { judged } = await judgedFile(request, () => {});
  return sendWrongRows(request, {
    name: "ledger-errors.xlsx",
    sheets: [judged.sheet],
    strange: judged.strange,
  });
}
