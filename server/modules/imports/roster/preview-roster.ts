import { createHash } from "node:crypto";
import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { narrow } from "@dutyloop/domain/identity/access-policy.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import type { CellFault } from "../../../platform/spreadsheets/table.ts";
import { checkRoster } from "./check-roster.ts";
import { readRoster } from "./read-roster.ts";

const mostProblems = 100;

/** What a roster would change at and below an organisation, counted, and every cell that is wrong; nothing is written. */
export async function previewRoster(request: ReadRequest<"previewRoster">): Promise<Answer<"previewRoster">> {
  const { database, tenantId, scope, params, fields, today, raw } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const roster = await readRoster(raw.body);
  if (isRefusal(roster)) throw new Refused(roster);
  const sheets = await checkRoster(roster, { database, tenantId, scope: narrow(scope, path), fields, today });
  const faults = [...sheets.flatMap((sheet) => inOrder(sheet.faults)), ...roster.faults];
  return {
    digest: createHash("sha256")
      .update(raw.body as Buffer)
      .digest("hex"),
    sheets: sheets.map(({ name, added, changed, unchanged, wrong }) => ({ name, added, changed, unchanged, wrong })),
    errors: faults.length,
    problems: faults.slice(0, mostProblems),
  };
}

/** Row by row, and in a row from left to right. */
function inOrder(faults: readonly CellFault[]): CellFault[] {
  return faults
    .map((fault) => ({ fault, at: /([A-Z]+)(\d+)$/.exec(fault.path) }))
    .sort((a, b) => Number(a.at?.[2]) - Number(b.at?.[2]) || (a.at?.[1] ?? "").localeCompare(b.at?.[1] ?? ""))
    .map(({ fault }) => fault);
}
