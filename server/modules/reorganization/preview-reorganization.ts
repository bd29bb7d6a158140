import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { placeInScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { planFor } from "./planning.ts";
import { presentEffects } from "./present-effects.ts";

/** What a plan would do, or all that speaks against it; nothing is written. */
export async function previewReorganization(
  request: ReadRequest<"previewReorganization">,
): Promise<Answer<"previewReorganization">> {
  const { database, tenantId, scope, params, body, caller, today } = request;
  const top = await placeInScope(database, tenantId, scope, params.organizationId);
  const { rows } = await sql<{ label: number }>`SELECT next_label AS label FROM tenant
    WHERE tenant_id = ${tenantId}`.execute(database);
  const planned = await planFor(database, tenantId, top.path, body, { firstLabel: rows[0]?.label ?? 0, today });
  if ("refusals" in planned) {
    const refusals = planned.refusals.map(({ code, values, field = null }) => ({ code, values, field }));
    return { digest: null, refusals, effects: null };
  }
  const named = covers(scopeOf(caller.actor, "person.read", today), top.path);
  const effects = await presentEffects(database, tenantId, planned.effects, { named, scope });
  return { digest: planned.digest, refusals: [], effects };
}
