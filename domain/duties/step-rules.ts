import type { PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import { timeliness } from "./discharge-rules.ts";
import { reasonRefusal } from "./request-rules.ts";
import { type ObligationState, obligationActions } from "./things.ts";

/** Steps of whoever owes a duty. */
export const workActions = ["start", "progress", "submit", "hand_over"] as const;
export type WorkAction = (typeof workActions)[number];

type Duty = {
  readonly state: ObligationState;
  readonly dueOn: PlainDate;
  readonly extendedTo: PlainDate | null;
  /** Whether handing in its evidence is what does it; else a record does. */
  readonly isTask: boolean;
};
export type WorkStep = {
  readonly action: WorkAction;
  readonly note: string;
  /** 0 to 100, with `progress`. */
  readonly progress: number | null;
  /** Who takes it on, with `hand_over`. */
  readonly assigneeId: string | null;
};

/** The state a step of whoever owes the duty leads to, or why it can't be taken. */
export function takeWorkStep(step: WorkStep, duty: Duty, today: PlainDate): ObligationState | Refusal {
  const { action, note } = step;
  if (hasControlCharacters(note)) return refuse("obligation.control_characters", {}, "note");
  const to = obligationActions[duty.state][action];
  if (to === undefined) return refuse("obligation.step_not_allowed", { action, state: duty.state });
  if (action === "hand_over" && step.assigneeId === null)
    return refuse("obligation.assignee_missing", {}, "assigneeId");
  if (action === "progress" && step.progress === null) return refuse("obligation.progress_missing", {}, "progress");
  if (action !== "submit") return to;
  if (!duty.isTask) return refuse("obligation.needs_record");
  if (note.trim() === "") return refuse("obligation.evidence_missing", {}, "note");
  // As with a record, what is late and not extended discharges nothing.
  if (timeliness(today, duty.dueOn, duty.extendedTo) === null) {
    return refuse("obligation.deadline_passed", { dueOn: duty.extendedTo ?? duty.dueOn });
  }
  return to;
}

export type Check = { readonly accept: boolean; readonly reason: string };

/** The state a check of what was handed in leads to, or why it can't be made. Nobody checks what he handed in himself. */
export function checkSubmission(
  check: Check,
  duty: Pick<Duty, "state">,
  submittedBy: string | null,
  checker: string,
): ObligationState | Refusal {
  if (duty.state !== "submitted") return refuse("obligation.not_submitted", { state: duty.state });
  if (submittedBy === checker) return refuse("obligation.own_submission");
  if (check.accept) return "discharged";
  return reasonRefusal(check.reason) ?? "returned";
}
