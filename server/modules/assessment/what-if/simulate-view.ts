import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { placeInScope } from "../../../platform/access/place.ts";
import type { Database } from "../../../platform/db/pools.ts";
import type { ReadRequest } from "../../../platform/http/route.ts";
import { simulate, type WhatIfStep } from "./simulate.ts";

/** The comparison over all the periods asked for. */
export async function simulateScheme(
  { tenantId, scope, params, body, today, database: reading }: ReadRequest<"simulateScheme">,
  database: Database,
): Promise<Answer<"simulateScheme">> {
  const organization = await placeInScope(reading, tenantId, scope, params.organizationId);
  const { scheme: schemeCode, ...rest } = body;
  let last: WhatIfStep | undefined;
  for await (const step of simulate(database, tenantId, { ...rest, schemeCode, organization }, today)) last = step;
  if (last === undefined) throw new Error("a trial has at least one period");
  return last.result();
}
