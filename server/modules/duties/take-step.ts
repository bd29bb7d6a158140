import { takeWorkStep, type WorkStep } from "@dutyloop/domain/duties/step-rules.ts";
import type { ObligationState } from "@dutyloop/domain/duties/things.ts";
import { isRefusal, refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { holds } from "../../platform/access/place.ts";
import { requestCounts } from "../../platform/facts/count-requests.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { noteSteps } from "./duty-steps.ts";
import { type HeldDuty, heldDuties } from "./obligation-store.ts";

type Input = WorkStep & { readonly obligationId: string };
type State = { readonly duty: HeldDuty; readonly assigneeFits: boolean };
type Decision = { readonly duty: HeldDuty; readonly to: ObligationState };

/** A step of whoever owes a duty: begins, tells how far it is, hands its evidence in, or hands it over to somebody. */
export const takeDutyStep: UseCase<Input, State, Decision, { state: ObligationState }> = {
  name: "duties.take_step",
  access: "obligation.work",
  async load(transaction, { obligationId, assigneeId }, { actor, today }) {
    const [duty] = await heldDuties(transaction, actor.tenantId, [obligationId]);
    if (!duty) throw notFound();
    const { rows } = await sql<{ fits: boolean }>`
      SELECT EXISTS (SELECT 1 FROM membership m WHERE m.tenant_id = ${actor.tenantId} AND m.person_id = ${assigneeId}::uuid
          AND m.organization_id = ${duty.organizationId}::uuid AND ${holds("m", today)})
        OR EXISTS (SELECT 1 FROM appointment a WHERE a.tenant_id = ${actor.tenantId} AND a.person_id = ${assigneeId}::uuid
          AND a.organization_id = ${duty.organizationId}::uuid AND ${holds("a", today)}) AS fits`.execute(transaction);
    return { duty, assigneeFits: rows[0]?.fits ?? false };
  },
  place: ({ duty }) => duty.path,
  decide({ duty, assigneeFits }, input, { today }) {
    const to = takeWorkStep(input, duty, today);
    if (isRefusal(to)) return to;
    if (input.action === "hand_over" && !assigneeFits) return refuse("obligation.assignee_not_here", {}, "assigneeId");
    return { duty, to };
  },
  save(saving, { duty, to }, context, { action, note, progress, assigneeId }) {
    const { tenantId } = context.actor;
    const told = action === "progress" ? progress : null;
    const taker = action === "hand_over" ? assigneeId : null;
    saving.change(sql`UPDATE obligation SET state = ${to}, progress = coalesce(${told}::smallint, progress),
        assignee_id = coalesce(${taker}::uuid, assignee_id)
      WHERE tenant_id = ${tenantId} AND id = ${duty.id}::uuid`);
    requestCounts(saving, context, [{ organizationId: duty.organizationId, day: duty.dueOn }]);
    const step = { obligationId: duty.id, action, from: duty.state, to, note: note.trim() };
    noteSteps(saving, context, [{ ...step, progress: told, assigneeId: taker }]);
  },
  audit: ({ duty, to }, { action, note, progress, assigneeId }) => ({
    object: `obligation ${duty.id}`,
    before: { state: duty.state },
    after: { state: to, action, note, progress, assigneeId },
  }),
  answer: ({ to }) => ({ state: to }),
};
