import { type Asked, requestRefusal } from "@dutyloop/domain/duties/request-rules.ts";
import { refuse } from "@dutyloop/domain/kernel/refusal.ts";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../../platform/ritual/refused.ts";
import type { UseCase } from "../../platform/ritual/use-case.ts";
import { type HeldDuty, heldDuties } from "./obligation-store.ts";

type Input = Asked & { readonly obligationId: string };
type State = { readonly duty: HeldDuty; readonly alreadyAsked: boolean };
type Decision = { readonly requestId: string };

/** Asks whoever stands above for more time for a duty, or to be let off. Nothing changes until that is decided. */
export const raiseRequest: UseCase<Input, State, Decision, { requestId: string }> = {
  name: "duties.raise_request",
  access: "obligation.work",
  async load(transaction, { obligationId, kind }, { actor }) {
    const [duty] = await heldDuties(transaction, actor.tenantId, [obligationId]);
    if (!duty) throw notFound();
    const open = await transaction
      .selectFrom("obligation_request")
      .where("tenant_id", "=", actor.tenantId)
      .where("obligation_id", "=", obligationId)
      .where("kind", "=", kind)
      .where("state", "=", "open")
      .select("id")
      .executeTakeFirst();
    return { duty, alreadyAsked: open !== undefined };
  },
  place: ({ duty }) => duty.path,
  decide({ duty, alreadyAsked }, input, { today }) {
    const refusal = requestRefusal(input, duty, today);
    if (refusal) return refusal;
    return alreadyAsked ? refuse("request.already_open", { action: input.kind }) : { requestId: uuidv7() };
  },
  save(saving, { requestId }, { actor, now }, { obligationId, kind, askedTo, reason }) {
    saving.insert("obligation_request", {
      tenant_id: actor.tenantId,
      id: requestId,
      obligation_id: obligationId,
      kind,
      asked_to: kind === "extend" ? askedTo : null,
      reason: reason.trim(),
      state: "open",
      asked_by: actor.accountId,
      asked_at: now,
    });
  },
  audit: ({ requestId }, { obligationId, kind, askedTo, reason }) => ({
    object: `obligation ${obligationId}`,
    after: { request: requestId, kind, askedTo, reason },
  }),
  answer: ({ requestId }) => ({ requestId }),
};
