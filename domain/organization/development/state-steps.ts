import type { PlainDate } from "../../kernel/plain-date.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { stepRule } from "../basis-things.ts";
import { refuseBy } from "../finding.ts";
import { memberTransitions } from "../member-things.ts";
import { type AcceptedChange, decideTransition } from "../members/transition-rules.ts";
import type { MemberState } from "../things.ts";
import { type DevelopmentCase, doneOn, type TakenStep } from "./case-facts.ts";
import { probationEndOf } from "./probation-rules.ts";

type StateStep = {
  readonly step: number;
  readonly from: MemberState;
  readonly to: MemberState;
  /** The step on whose day it was decided; the step itself files or approves it. */
  readonly decided: number;
};

/** Steps that change the state of a person: 备案 of the naming, 审批 of what the branch meeting decided. */
export const stateSteps: readonly StateStep[] = [
  { step: 4, from: "APPLICANT", to: "ACTIVIST", decided: 3 },
  { step: 8, from: "ACTIVIST", to: "CANDIDATE", decided: 7 },
  { step: 17, from: "CANDIDATE", to: "PROBATIONARY", decided: 17 },
  { step: 24, from: "PROBATIONARY", to: "FULL", decided: 24 },
];
const way: readonly MemberState[] = ["APPLICANT", "ACTIVIST", "CANDIDATE", "PROBATIONARY", "FULL"];

/** How a person stands in the register: the state, and the first day that it is known for. */
export type Standing = { readonly state: MemberState; readonly since: PlainDate };
export type StateChangeOfStep = AcceptedChange & { readonly from: MemberState; readonly to: MemberState };

/**
 * The change of state that a step brings with it, null where it brings none, or why it can't. Somebody who came into the
 * register with the state, or one beyond it, keeps it; the register may know the state before for less time than it was
 * held, so only what the steps say is counted from.
 */
export function stateChangeOf(
  each: DevelopmentCase,
  attempt: TakenStep,
  { state, since }: Standing,
): StateChangeOfStep | Refusal | null {
  const found = stateSteps.find(({ step }) => step === attempt.step);
  if (!found || attempt.conclusion === "failed") return null;
  const { from, to } = found;
  if (way.includes(state) && way.indexOf(state) >= way.indexOf(to)) return null;
  if (state !== from)
    return refuseBy(stepRule(attempt.step), "development.state_unfit", { step: attempt.step }, "step");
  const on = found.decided === attempt.step ? attempt.on : (doneOn(each, found.decided) ?? attempt.on);
  const meetingOn = doneOn(each, 15);
  const named = to === "CANDIDATE" ? doneOn(each, 3) : null;
  const change = decideTransition({
    from,
    to,
    on,
    since: named ?? earliest(since, on, meetingOn ?? on),
    evidence: memberTransitions.find((known) => known.from === from && known.to === to)?.evidence ?? [],
    suspension: null,
    awaySince: null,
    removal: null,
    inactiveSince: null,
    correctionMonths: null,
    endsOn: probationEndOf(each),
    branchMeetingOn: meetingOn,
    approver: attempt.approver,
  });
  return isRefusal(change) ? change : { ...change, from, to };
}

function earliest(...days: readonly PlainDate[]): PlainDate {
  return days.toSorted().at(0) as PlainDate;
}
