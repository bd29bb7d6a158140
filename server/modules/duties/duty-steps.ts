import type { ObligationAction, ObligationState } from "@dutyloop/domain/duties/things.ts";
import { v7 as uuidv7 } from "uuid";
import type { Saving } from "../../platform/ritual/saving.ts";
import type { Context } from "../../platform/ritual/use-case.ts";

type Step = {
  readonly obligationId: string;
  readonly action: ObligationAction;
  readonly from: ObligationState;
  readonly to: ObligationState;
  readonly note: string;
  readonly progress?: number | null;
  readonly assigneeId?: string | null;
};

/** Notes who did what with duties, when and why. */
export function noteSteps(saving: Saving, { actor, now, today }: Context, steps: readonly Step[]): void {
  saving.insert(
    "obligation_step",
    ...steps.map((step) => ({
      tenant_id: actor.tenantId,
      id: uuidv7(),
      obligation_id: step.obligationId,
      action: step.action,
      from_state: step.from,
      to_state: step.to,
      progress: step.progress ?? null,
      assignee_id: step.assigneeId ?? null,
      note: step.note,
      done_on: today,
      done_at: now,
      done_by: actor.accountId,
    })),
  );
}
