import { type Refusal, refuse } from "../kernel/refusal.ts";
import { type RecordAction, recordActions } from "./things.ts";

export const draftStates = ["draft", "awaiting_signature", "submitted"] as const;
export type DraftState = (typeof draftStates)[number];

/** A draft as the server keeps it; `recordId` once it was submitted. */
export type StandingDraft = {
  readonly state: DraftState;
  readonly revision: number;
  readonly recordId: string | null;
};

/** Why a draft can't be handed over, sent back or submitted, or null. One that was submitted names its record. */
export function draftRefusal(
  draft: StandingDraft,
  action: Extract<RecordAction, "hand_over" | "send_back" | "submit">,
): Refusal | null {
  if (draft.recordId !== null) return refuse("draft.already_submitted", { recordId: draft.recordId });
  return action in recordActions[draft.state] ? null : refuse("draft.not_so", { state: draft.state });
}

/**
 * Why what was typed can't be kept, or null: it stands in another revision than the typist had before him, or waits for
 * the secretary, who alone changes it then.
 */
export function saveRefusal(draft: StandingDraft | null, revision: number, maySign: boolean): Refusal | null {
  if (draft === null) return revision === 0 ? null : refuse("draft.changed_elsewhere", { revision: 0 });
  if (draft.recordId !== null) return refuse("draft.already_submitted", { recordId: draft.recordId });
  if (draft.state === "awaiting_signature" && !maySign) return refuse("draft.handed_over");
  return draft.revision === revision ? null : refuse("draft.changed_elsewhere", { revision: draft.revision });
}
