import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import { requestCounts } from "../../../platform/facts/count-requests.ts";
import { reverseFacts, standingFacts } from "../../../platform/facts/reverse-facts.ts";
import type { Saving } from "../../../platform/ritual/saving.ts";
import type { Context } from "../../../platform/ritual/use-case.ts";

/** Condition of a duty, a row `o` of obligation: it is still open and due after the day, as extended. */
export const openAfter = (lastDay: PlainDate) =>
  sql`coalesce(o.extended_to, o.due_on) > ${lastDay}::date AND o.state IN ('todo', 'in_progress', 'submitted', 'returned')`;

/**
 * Waives what is still open and due after a day (免除, 撤销) of organisations that end on it; that it was due is taken back
 * where it stands as a fact already. `which` is a condition over the rows `o` of obligation.
 */
export async function waiveDuties(
  saving: Saving,
  context: Context,
  lastDay: PlainDate,
  which: RawBuilder<unknown>,
): Promise<void> {
  const { transaction } = saving;
  const { tenantId } = context.actor;
  const { rows } = await sql<{ id: string; organizationId: string; posted: boolean; day: PlainDate }>`
    UPDATE obligation o SET state = 'waived'
    WHERE o.tenant_id = ${tenantId} AND ${openAfter(lastDay)} AND ${which}
    RETURNING o.id, o.organization_id AS "organizationId", o.due_posted AS posted, o.due_on AS day`.execute(
    transaction,
  );
  requestCounts(saving, context, rows);
  const posted = rows.filter((row) => row.posted);
  for (const organizationId of new Set(posted.map((row) => row.organizationId))) {
    const duties = posted.flatMap((row) => (row.organizationId === organizationId ? [row.id] : []));
    const facts = await sql<{ id: string }>`SELECT fact_id AS id FROM fact_source WHERE tenant_id = ${tenantId}
      AND source_table = 'obligation' AND source_id = ANY(${duties}::uuid[]) AND kind = 'obligation.due' AND sign = 1`.execute(
      transaction,
    );
    const ids = facts.rows.map(({ id }) => id);
    reverseFacts(saving, context, await standingFacts(transaction, tenantId, organizationId, ids));
  }
}
