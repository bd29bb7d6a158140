import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { firstDayOf } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { Refused } from "../../../platform/ritual/refused.ts";
import { frameRefusal, mostProblems, redLineRefusal } from "./deliver.ts";
import { importState } from "./import-state.ts";
import { planImport } from "./plan-import.ts";
import { readDeliveryWorkbook } from "./workbook-entries.ts";

/** What a workbook would change, counted, and every cell that is wrong; nothing is written. */
export async function previewWorkbook(request: ReadRequest<"previewWorkbook">): Promise<Answer<"previewWorkbook">> {
  const { database, tenantId, scope, params, query, today, raw } = request;
  const { path } = await placeInScope(database, tenantId, scope, params.organizationId);
  const frame = { ...query, ...params };
  const read = frameRefusal(frame, today) ?? (await readDeliveryWorkbook(raw.body));
  if (isRefusal(read)) throw new Refused(read);
  const crossed = redLineRefusal(read.entries);
  if (crossed) throw new Refused(crossed);
  const state = await importState(database, tenantId, path, frame, read.entries);
  const plan = planImport(read.entries, state, { month: query.month, today });
  const period = await database
    .selectFrom("period")
    .where("tenant_id", "=", tenantId)
    .where("span", "=", "month")
    .where("period_from", "=", firstDayOf(query.month))
    .where("state", "<>", "open")
    .select("version")
    .executeTakeFirst();
  const problems = [...read.problems, ...plan.problems];
  return {
    ...plan.counts,
    afterClose: period !== undefined,
    errors: problems.length,
    problems: problems.slice(0, mostProblems),
  };
}
