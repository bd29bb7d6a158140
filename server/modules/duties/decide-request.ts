import {
  decisionRefusal,
  type RequestDecision,
  type RequestKind,
  type RequestState,
} from "@dutyloop/domain/duties/request-rules.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { sql } from "kysely";
import { requestCounts } from "../../platform/facts/count-requests.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { noteSteps } from "./duty-steps.ts";
import { type HeldDuty, heldDuties, monthsOfDuties } from "./obligation-store.ts";
import { saveWaiver } from "./save-waiver.ts";

type Input = RequestDecision & { readonly requestId: string };
type Request = {
  readonly obligationId: string;
  readonly kind: RequestKind;
  readonly askedTo: PlainDate | null;
  readonly reason: string;
  readonly state: RequestState;
  readonly askedBy: string;
};
type State = { readonly request: Request; readonly duty: HeldDuty; readonly today: PlainDate };

/** Decides a request: an approved extension moves the deadline, an approved waiver waives. Nobody decides his own. */
export const decideRequest: UseCase<Input, State, State, { state: RequestState }> = {
  name: "duties.decide_request",
  access: "obligation.decide",
  async load(transaction, { requestId }, { actor, today }) {
    const { rows } = await sql<Request>`
      SELECT obligation_id AS "obligationId", kind, asked_to AS "askedTo", reason, state, asked_by AS "askedBy"
      FROM obligation_request WHERE tenant_id = ${actor.tenantId} AND id = ${requestId}::uuid FOR UPDATE`.execute(
      transaction,
    );
    const [request] = rows;
    const [duty] = request ? await heldDuties(transaction, actor.tenantId, [request.obligationId]) : [];
    if (!request || !duty) throw notFound();
    return { request, duty, today };
  },
  alsoPostsIn: ({ request, duty, today }) => (request.kind === "waive" ? monthsOfDuties([duty], today) : []),
  place: ({ duty }) => duty.path,
  decide: (state, decision, { actor, today }) =>
    decisionRefusal(decision, state.request, state.duty, actor.accountId, today) ?? state,
  async save(saving, { request, duty }, context, { requestId, approve, reason }) {
    const { actor, now } = context;
    saving.change(sql`UPDATE obligation_request SET state = ${outcome(approve)}, decided_by = ${actor.accountId}::uuid,
        decided_at = ${now}, decision_reason = ${reason.trim()}
      WHERE tenant_id = ${actor.tenantId} AND id = ${requestId}::uuid`);
    if (!approve) return;
    const why = reason.trim() === "" ? request.reason : reason.trim();
    if (request.kind === "waive") return saveWaiver(saving, context, [duty], why);
    requestCounts(saving, context, [{ organizationId: duty.organizationId, day: duty.dueOn }]);
    saving.change(sql`UPDATE obligation SET extended_to = ${request.askedTo}::date
      WHERE tenant_id = ${actor.tenantId} AND id = ${duty.id}::uuid`);
    noteSteps(saving, context, [
      { obligationId: duty.id, action: "extend", from: duty.state, to: duty.state, note: why },
    ]);
  },
  audit: ({ request, duty }, { approve, reason }) => ({
    object: `obligation ${duty.id}`,
    before: { extendedTo: duty.extendedTo, state: duty.state },
    after: { request: request.kind, askedTo: request.askedTo, decision: outcome(approve), reason },
  }),
  answer: (_state, { approve }) => ({ state: outcome(approve) }),
};

function outcome(approve: boolean): "approved" | "refused" {
  return approve ? "approved" : "refused";
}
