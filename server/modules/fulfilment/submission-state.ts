import type { Prefill } from "@dutyloop/domain/fulfilment/burden-rules.ts";
import type { StandingDraft } from "@dutyloop/domain/fulfilment/draft-rules.ts";
import type { JointDecision, RecordDecision } from "@dutyloop/domain/fulfilment/things.ts";
import type { PlainDate } from "@dutyloop/domain/kernel/plain-date.ts";
import type { TemplateBody } from "@dutyloop/domain/standards/things.ts";
import type { StoredObligation } from "../duties/index.ts";
import type { NamedRosterEntry } from "../organization/index.ts";
import type { Host } from "./record-store.ts";

/** One organisation that held the event, with its people of that day and its duties around it. */
export type HostState = {
  readonly host: Host;
  readonly roster: readonly NamedRosterEntry[];
  readonly obligations: readonly StoredObligation[];
  /** Where its own secretary entered its part: the day, and why it came after the close of its month. */
  readonly apart?: Apart | undefined;
};
export type Apart = { readonly enteredOn: PlainDate; readonly lateReason: string | null };

export type SubmissionState = HostState & {
  readonly recordId: string;
  readonly templates: readonly TemplateBody[];
  readonly unknownTemplates: boolean;
  readonly filesMissing: boolean;
  /** Those that joined, in the order in which they were named. */
  readonly others: readonly HostState[];
  /** Those whose own secretaries enter their part later. */
  readonly awaited?: readonly Host[];
  /** The draft that it was written as, where it stands on the server. */
  readonly draft?: StandingDraft | null;
  /** What the form brought filled in; missing where nobody typed into one. */
  readonly prefill?: Prefill | undefined;
};

export type Submission = {
  readonly state: SubmissionState;
  readonly decision: RecordDecision;
  /** Of those that joined, in their order. */
  readonly others: readonly RecordDecision[];
  readonly together: JointDecision["together"];
};

/** The duties of all hosts. */
export function dutiesOf(state: SubmissionState): readonly StoredObligation[] {
  return state.others.length === 0
    ? state.obligations
    : [state, ...state.others].flatMap(({ obligations }) => obligations);
}

/** What was decided for each host, the one that leads first. */
export function decisionsOf({ decision, others }: Pick<Submission, "decision" | "others">): readonly RecordDecision[] {
  return [decision, ...others];
}

/** Each host with what was decided for it, the one that leads first. */
export function hostsDecided({ state, ...decided }: Pick<Submission, "state" | "decision" | "others">) {
  const hosts: readonly HostState[] = [state, ...state.others];
  return decisionsOf(decided).flatMap((decision, index) => {
    const at = hosts[index];
    return at ? [{ at, organizationId: at.host.id, decision }] : [];
  });
}
