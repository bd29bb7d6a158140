import type { PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { hasControlCharacters } from "../kernel/text-rules.ts";
import { isOpenState, type ObligationState } from "./things.ts";

/** What somebody asks of whoever stands above: more time, or to be let off. */
export const requestKinds = ["extend", "waive"] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestStates = ["open", "approved", "refused"] as const;
export type RequestState = (typeof requestStates)[number];
/** How a request stands today: one that nobody decided falls away with its duty, and stands again if that is owed again. */
export const shownRequestStates = [...requestStates, "lapsed"] as const;
export type ShownRequestState = (typeof shownRequestStates)[number];

export function shownRequest(state: RequestState, duty: ObligationState): ShownRequestState {
  return state === "open" && (duty === "discharged" || duty === "waived") ? "lapsed" : state;
}

type Deadline = {
  readonly state: ObligationState;
  readonly dueOn: PlainDate;
  readonly extendedTo: PlainDate | null;
};
export type Asked = { readonly kind: RequestKind; readonly askedTo: PlainDate | null; readonly reason: string };

/** Why this can't be asked of a duty, or null. More time means a day after the deadline that stands, and not a past one. */
export function requestRefusal(asked: Asked, duty: Deadline, today: PlainDate): Refusal | null {
  const reason = reasonRefusal(asked.reason);
  if (reason) return reason;
  if (!isOpenState(duty.state)) return refuse("obligation.not_open", { state: duty.state });
  if (asked.kind === "waive") return null;
  const deadline = duty.extendedTo ?? duty.dueOn;
  if (asked.askedTo === null || asked.askedTo <= deadline) {
    return refuse("request.date_not_later", { dueOn: deadline }, "askedTo");
  }
  return asked.askedTo < today ? refuse("request.date_past", { today }, "askedTo") : null;
}

type StandingRequest = Asked & { readonly state: RequestState; readonly askedBy: string };
export type RequestDecision = { readonly approve: boolean; readonly reason: string };

/** Why somebody can't decide a request so, or null. Nobody decides his own; a refusal says why; with its duty it falls away. */
export function decisionRefusal(
  decision: RequestDecision,
  request: StandingRequest,
  duty: Deadline,
  decider: string,
  today: PlainDate,
): Refusal | null {
  if (request.state !== "open") return refuse("request.already_decided", { state: request.state });
  if (request.askedBy === decider) return refuse("request.own", { action: request.kind });
  if (shownRequest(request.state, duty.state) === "lapsed") return refuse("obligation.not_open", { state: duty.state });
  if (!decision.approve) return reasonRefusal(decision.reason);
  return requestRefusal(request, duty, today);
}

/** A reason is a text that somebody can read later. */
export function reasonRefusal(reason: string): Refusal | null {
  if (reason.trim() === "") return refuse("obligation.reason_missing", {}, "reason");
  return hasControlCharacters(reason) ? refuse("obligation.control_characters", {}, "reason") : null;
}
