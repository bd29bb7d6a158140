import { waivedFact } from "@dutyloop/domain/duties/obligation-facts.ts";
import type { Obligation } from "@dutyloop/domain/duties/things.ts";
import { sql } from "kysely";
import type { Transaction } from "../../platform/db/pools.ts";
import { postFacts } from "../../platform/facts/post-facts.ts";
import { reverseFacts, type StoredFact, standingFacts } from "../../platform/facts/reverse-facts.ts";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";
import { noteSteps } from "./duty-steps.ts";
import type { HeldDuty } from "./obligation-store.ts";

/** Waives duties: that they were due doesn't count any more, and that they were waived does. */
export async function saveWaiver(
  saving: Saving,
  context: Context,
  duties: readonly HeldDuty[],
  reason: string,
): Promise<void> {
  const { tenantId } = context.actor;
  const posted = duties.filter(({ duePosted }) => duePosted);
  reverseFacts(saving, context, await factsOfDue(saving.transaction, tenantId, posted));
  postFacts(
    saving,
    context,
    duties.map((duty) => ({
      draft: waivedFact(duty, context.today),
      origin: { table: "obligation", id: duty.id, version: duty.waivedVersion, part: "", recordId: null },
    })),
  );
  saving.change(sql`UPDATE obligation SET state = 'waived', waived_reason = ${reason}, waived_by_plan = false, due_posted = false
    WHERE tenant_id = ${tenantId} AND id = ANY(${duties.map(({ id }) => id)}::uuid[])`);
  const note = { action: "waive", to: "waived", note: reason } as const;
  noteSteps(
    saving,
    context,
    duties.map(({ id, state }) => ({ obligationId: id, from: state, ...note })),
  );
}

/** The facts that stand of these duties having been due. */
async function factsOfDue(
  transaction: Transaction,
  tenantId: number,
  duties: readonly Pick<Obligation, "id" | "organizationId">[],
): Promise<StoredFact[]> {
  const { rows } = await sql<{ organizationId: string; ids: string[] }>`
    SELECT ob.organization_id AS "organizationId", array_agg(s.fact_id) AS ids
    FROM obligation ob
    JOIN fact_source s ON s.tenant_id = ob.tenant_id AND s.source_table = 'obligation' AND s.source_id = ob.id
      AND s.kind = 'obligation.due' AND s.sign = 1
    WHERE ob.tenant_id = ${tenantId} AND ob.id = ANY(${duties.map(({ id }) => id)}::uuid[])
    GROUP BY 1`.execute(transaction);
  const facts: StoredFact[] = [];
  for (const { organizationId, ids } of rows) {
    facts.push(...(await standingFacts(transaction, tenantId, organizationId, ids)));
  }
  return facts;
}
