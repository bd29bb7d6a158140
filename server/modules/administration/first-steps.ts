import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { isNowhere, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { firstStepsFor } from "@dutyloop/domain/operation/first-steps-rules.ts";
import type { FirstStep } from "@dutyloop/domain/operation/first-steps-things.ts";
import { sql } from "kysely";
import type { ReadRequest } from "../../platform/http/route.ts";

/** What a new group still has to do, as far as it concerns the asker; no count and no name. */
export async function getFirstSteps({
  database,
  tenantId,
  caller,
  today,
}: ReadRequest<"getFirstSteps">): Promise<Answer<"getFirstSteps">> {
  const may = (action: Parameters<typeof scopeOf>[1]) => !isNowhere(scopeOf(caller.actor, action, today));
  const none: Record<FirstStep, boolean> = {
    accounts: false,
    grants: false,
    roster: false,
    appointments: false,
    plan: false,
    scheme: false,
  };
  // Members ask on every visit: only whom a step falls to has it looked up.
  if (firstStepsFor(none, may).length === 0) return { steps: [] };
  const { rows } = await sql<Record<FirstStep, boolean>>`
    SELECT
      EXISTS (SELECT 1 FROM account a WHERE a.tenant_id = ${tenantId} AND a.state = 'active' AND NOT EXISTS (
        SELECT 1 FROM role_grant g WHERE g.tenant_id = a.tenant_id AND g.account_id = a.id AND g.administrator > 0)) AS accounts,
      EXISTS (SELECT 1 FROM role_grant g JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id AND a.state = 'active'
        WHERE g.tenant_id = ${tenantId} AND g.role = 'party_affairs_officer' AND g.valid_from <= ${today}::date
          AND coalesce(g.valid_to >= ${today}::date, true)) AS grants,
      EXISTS (SELECT 1 FROM organization WHERE tenant_id = ${tenantId} AND parent_id IS NOT NULL)
        AND EXISTS (SELECT 1 FROM membership WHERE tenant_id = ${tenantId}) AS roster,
      EXISTS (SELECT 1 FROM appointment WHERE tenant_id = ${tenantId}) AS appointments,
      EXISTS (SELECT 1 FROM plan WHERE tenant_id = ${tenantId}) AS plan,
      -- The month's scheme is adopted from long ago by the founding: what a group adopts or closes itself is its decision.
      EXISTS (SELECT 1 FROM scheme_adoption WHERE tenant_id = ${tenantId} AND period_from > '2000-01-01')
        OR EXISTS (SELECT 1 FROM period WHERE tenant_id = ${tenantId} AND state <> 'open') AS scheme`.execute(database);
  return { steps: [...firstStepsFor(rows[0] ?? none, may)] };
}
