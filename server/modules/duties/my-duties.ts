import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import { holds, inScope } from "../../platform/access/place.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { type DutyRow, dutyColumns, dutySources, type Item, presentDuties } from "./obligations-view.ts";

type Why = Answer<"listMyDuties">["items"][number]["why"];

const most = 200;

/**
 * What waits for the caller, the most urgent first: duties of the organisations he works for, of the Party group he leads
 * and those handed to him, as far as they have begun; and of those he decides about, what was handed in and what is asked.
 */
export async function listMyDuties(
  request: Pick<ReadRequest<"listMyDuties">, "database" | "tenantId" | "caller" | "today">,
): Promise<Answer<"listMyDuties">> {
  const { database, tenantId, caller, today } = request;
  const { actor } = caller;
  const working = inScope("o.path", scopeOf(actor, "obligation.work", today));
  const deciding = inScope("o.path", scopeOf(actor, "obligation.decide", today));
  const leads = sql`SELECT a.organization_id FROM appointment a WHERE a.tenant_id = ${tenantId}
    AND a.person_id = ${actor.personId}::uuid AND a.post = 'GROUP_LEADER' AND ${holds("a", today)}`;
  const open = sql`ob.state IN ('todo', 'in_progress', 'returned') AND ob.period_from <= ${today}::date`;
  const { rows } = await sql<DutyRow & { why: Why }>`
    WITH mine AS (
      SELECT ob.id, 1 AS place FROM obligation_request r JOIN obligation ob ON ob.tenant_id = r.tenant_id AND ob.id = r.obligation_id
        JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
        WHERE r.tenant_id = ${tenantId} AND r.state = 'open' AND r.asked_by <> ${actor.accountId}::uuid
          AND ob.state IN ('todo', 'in_progress', 'returned') AND ${deciding}
      UNION ALL SELECT ob.id, 2 FROM obligation ob JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
        WHERE ob.tenant_id = ${tenantId} AND ob.state = 'submitted' AND ${deciding}
      UNION ALL SELECT ob.id, 3 FROM obligation ob
        WHERE ob.tenant_id = ${tenantId} AND ob.assignee_id = ${actor.personId}::uuid AND ${open}
      UNION ALL SELECT ob.id, 4 FROM obligation ob JOIN organization g ON g.tenant_id = ob.tenant_id AND g.id IN (${leads})
        WHERE ob.tenant_id = ${tenantId} AND ob.organization_id = g.parent_id AND ob.subject_id = g.id AND ${open}
      UNION ALL (SELECT ob.id, 5 FROM obligation ob JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
        WHERE ob.tenant_id = ${tenantId} AND ${open} AND ${working} ORDER BY ob.due_on, ob.id LIMIT ${most})
    ), first AS (SELECT id, min(place) AS place FROM mine GROUP BY id)
    SELECT ${dutyColumns}, (ARRAY['request', 'check', 'assigned', 'group', 'branch'])[f.place] AS why
    FROM first f
    JOIN obligation ob ON ob.tenant_id = ${tenantId} AND ob.id = f.id
    JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
    ${dutySources}
    ORDER BY coalesce(ob.extended_to, ob.due_on), ob.id LIMIT ${most}`.execute(database);
  const items: (Item & { why: Why })[] = await presentDuties(database, tenantId, rows);
  return { items, today };
}
