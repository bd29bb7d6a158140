import type { Answer } from "@dutyloop/contract/endpoints.ts";
import { type RequestState, shownRequest } from "@dutyloop/domain/duties/request-rules.ts";
import { covers, scopeOf } from "@dutyloop/domain/identity/access-policy.ts";
import { sql } from "kysely";
import type { ReadDatabase } from "../../platform/db/pools.ts";
import type { ReadRequest } from "../../platform/http/route.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import { type DutyRow, dutyColumns, dutySources, presentDuties } from "./obligations-view.ts";
import { templateBodies } from "./plan-lines.ts";

type Shown = Answer<"getObligation">;
type Row = DutyRow & Pick<Shown, "waivedReason"> & { readonly path: string; readonly assigneeName: string | null };

/** One duty with what counts as done, who did what with it, what is asked about it and what the caller may do. */
export async function getObligation(request: ReadRequest<"getObligation">): Promise<Shown> {
  const { database, tenantId, scope, params, caller, today } = request;
  const { actor } = caller;
  const { rows } = await sql<Row>`
    SELECT ${dutyColumns}, ob.waived_reason AS "waivedReason", o.path, a.name AS "assigneeName"
    FROM obligation ob
    JOIN organization o ON o.tenant_id = ob.tenant_id AND o.id = ob.organization_id
    ${dutySources}
    LEFT JOIN person a ON a.tenant_id = ob.tenant_id AND a.id = ob.assignee_id
    WHERE ob.tenant_id = ${tenantId} AND ob.id = ${params.obligationId}::uuid`.execute(database);
  const [row] = rows;
  if (!row || !covers(scope, row.path)) throw notFound();
  const { path, assigneeName, ...duty } = row;
  const may = (action: Parameters<typeof scopeOf>[1]) => covers(scopeOf(actor, action, today), path);
  const [shown] = await presentDuties(database, tenantId, [duty]);
  if (!shown) throw notFound();
  const bodies = await templateBodies(database, tenantId, [duty]);
  const steps = await stepsOf(database, tenantId, duty.id);
  const { by: submittedBy } = steps.findLast(({ action }) => action === "submit") ?? { by: null };
  const decides = may("obligation.decide");
  return {
    ...shown,
    materials: bodies.get(`${duty.templateCode} ${duty.templateVersion}`)?.materials.map(({ name }) => name) ?? [],
    assigneeName: may("record.read_names") ? assigneeName : null,
    steps: steps.map(({ by, ...step }) => step),
    requests: await requestsOf(database, tenantId, duty, actor.accountId),
    may: { work: may("obligation.work"), decide: decides, check: decides && submittedBy !== actor.accountId },
    today,
  };
}

type Step = Shown["steps"][number] & { readonly by: string };

async function stepsOf(database: ReadDatabase, tenantId: number, obligationId: string): Promise<Step[]> {
  const { rows } = await sql<Omit<Step, "doneAt"> & { doneAt: Date }>`
    SELECT t.action, t.from_state AS "from", t.to_state AS "to", t.progress, t.note, t.done_on AS "doneOn", t.done_at AS "doneAt",
      a.display_name AS "doneBy", t.done_by AS by
    FROM obligation_step t JOIN account a ON a.tenant_id = t.tenant_id AND a.id = t.done_by
    WHERE t.tenant_id = ${tenantId} AND t.obligation_id = ${obligationId}::uuid ORDER BY t.id LIMIT 500`.execute(
    database,
  );
  return rows.map((row) => ({ ...row, doneAt: row.doneAt.toISOString() }));
}

type Request = Shown["requests"][number];

async function requestsOf(
  database: ReadDatabase,
  tenantId: number,
  duty: Pick<Shown, "id" | "state">,
  accountId: string,
): Promise<Request[]> {
  type Row = Omit<Request, "askedAt" | "decidedAt" | "state"> & {
    state: RequestState;
    askedAt: Date;
    decidedAt: Date | null;
  };
  const { rows } = await sql<Row>`
    SELECT r.id, r.obligation_id AS "obligationId", r.kind, r.asked_to AS "askedTo", r.reason, r.state,
      asker.display_name AS "askedBy", r.asked_at AS "askedAt", r.asked_by = ${accountId}::uuid AS own,
      decider.display_name AS "decidedBy", r.decided_at AS "decidedAt", r.decision_reason AS "decisionReason"
    FROM obligation_request r
    JOIN account asker ON asker.tenant_id = r.tenant_id AND asker.id = r.asked_by
    LEFT JOIN account decider ON decider.tenant_id = r.tenant_id AND decider.id = r.decided_by
    WHERE r.tenant_id = ${tenantId} AND r.obligation_id = ${duty.id}::uuid ORDER BY r.id DESC LIMIT 100`.execute(
    database,
  );
  return rows.map((row) => ({
    ...row,
    state: shownRequest(row.state, duty.state),
    askedAt: row.askedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}
