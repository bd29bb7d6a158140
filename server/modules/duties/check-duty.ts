import { timeliness } from "@dutyloop/domain/duties/discharge-rules.ts";
import { dischargedFact, dueFact } from "@dutyloop/domain/duties/obligation-facts.ts";
import { type Check, checkSubmission } from "@dutyloop/domain/duties/step-rules.ts";
import type { ObligationState } from "@dutyloop/domain/duties/things.ts";
import { daysBetween, type PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { sql } from "kysely";
import { requestCounts } from "../../platform/facts/count-requests.ts";
import { type PostedFact, postFacts } from "../../platform/facts/post-facts.ts";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { noteSteps } from "./duty-steps.ts";
import { type HeldDuty, heldDuties, monthsOfDuties } from "./obligation-store.ts";

type Input = Check & { readonly obligationId: string };
type Submission = { readonly by: string; readonly on: PlainDate };
type State = { readonly duty: HeldDuty; readonly submission: Submission | null; readonly today: PlainDate };
type Decision = State & { readonly to: ObligationState };

/**
 * Checks what was handed in for a duty. Accepted, it is discharged as of the day it was handed in; returned, it is open
 * again. Nobody checks what he handed in himself.
 */
export const checkDuty: UseCase<Input, State, Decision, { state: ObligationState }> = {
  name: "duties.check",
  access: "obligation.decide",
  async load(transaction, { obligationId }, { actor, today }) {
    const [duty] = await heldDuties(transaction, actor.tenantId, [obligationId]);
    if (!duty) throw notFound();
    const { rows } = await sql<Submission>`
      SELECT done_by AS by, done_on AS on FROM obligation_step
      WHERE tenant_id = ${actor.tenantId} AND obligation_id = ${obligationId}::uuid AND action = 'submit'
      ORDER BY id DESC LIMIT 1`.execute(transaction);
    return { duty, submission: rows[0] ?? null, today };
  },
  alsoPostsIn: ({ duty, today }, { accept }) => (accept ? monthsOfDuties([duty], today) : []),
  place: ({ duty }) => duty.path,
  decide(state, check, { actor }) {
    const to = checkSubmission(check, state.duty, state.submission?.by ?? null, actor.accountId);
    return isRefusal(to) ? to : { ...state, to };
  },
  save(saving, { duty, submission, to, today }, context, { accept, reason }) {
    const note = { obligationId: duty.id, from: duty.state, to, note: reason.trim() };
    noteSteps(saving, context, [{ ...note, action: accept ? "discharge" : "return" }]);
    if (accept) postFacts(saving, context, factsOf(duty, submission?.on ?? today, today));
    requestCounts(saving, context, [{ organizationId: duty.organizationId, day: duty.dueOn }]);
    saving.change(sql`UPDATE obligation SET state = ${to}, due_posted = due_posted OR ${accept}
      WHERE tenant_id = ${context.actor.tenantId} AND id = ${duty.id}::uuid`);
  },
  audit: ({ duty, to }, { reason }) => ({
    object: `obligation ${duty.id}`,
    before: { state: duty.state },
    after: { state: to, reason },
  }),
  answer: ({ to }) => ({ state: to }),
};

function factsOf(duty: HeldDuty, submittedOn: PlainDate, today: PlainDate): PostedFact[] {
  const origin = { table: "obligation", id: duty.id, part: "", recordId: null };
  const times = {
    occurredOn: submittedOn,
    // It could only be handed in on time, or under an extension.
    timeliness: timeliness(submittedOn, duty.dueOn, duty.extendedTo) ?? "late",
    daysUntilEntry: daysBetween(submittedOn, today),
  };
  const discharged = { draft: dischargedFact(duty, times), origin: { ...origin, version: duty.dischargeVersion } };
  return duty.duePosted
    ? [discharged]
    : [{ draft: dueFact(duty), origin: { ...origin, version: duty.dueVersion } }, discharged];
}
