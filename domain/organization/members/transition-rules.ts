import { addMonthsTo, isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { isRefusal, type Refusal, refuse } from "../../kernel/refusal.ts";
import { type RuleId, type Strength, strengthOf } from "../basis-things.ts";
import { approverRefusal } from "../development/approver-rules.ts";
import { refuseBy } from "../finding.ts";
import {
  type MemberEvidence,
  type MemberTransition,
  memberTransitions,
  type RemovalGround,
  type SuspensionGround,
} from "../member-things.ts";
import type { MemberState, OrganizationKind } from "../things.ts";
import { type MemberLimits, memberLimits } from "./member-limits.ts";

/** A change of state as it is to be entered. What a change doesn't ask for is null. */
export type StateChange = {
  readonly from: MemberState;
  readonly to: MemberState;
  /** The day of the decision. */
  readonly on: PlainDate;
  /** First day in the state it leaves. */
  readonly since: PlainDate;
  readonly evidence: readonly MemberEvidence[];
  /** Why somebody is or was suspended. */
  readonly suspension: SuspensionGround | null;
  /** First day out of contact, or abroad. */
  readonly awaySince: PlainDate | null;
  readonly removal: RemovalGround | null;
  /** First day without meetings, dues and work. */
  readonly inactiveSince: PlainDate | null;
  /** Months of a correction that begins. */
  readonly correctionMonths: number | null;
  /** Last day of the correction that ends, or of the probation with its extension. */
  readonly endsOn: PlainDate | null;
  /** The day the branch meeting took somebody in. */
  readonly branchMeetingOn: PlainDate | null;
  /** Who approved, and whether a general branch was authorised to. */
  readonly approver: { readonly kind: OrganizationKind; readonly authorised: boolean } | null;
};

export type AcceptedChange = {
  /** First day in the new state: of a probationary member the day of the branch meeting (MEM-01), of a full one the end of probation (DEV-T10). */
  readonly startsOn: PlainDate;
  readonly rule: RuleId;
  readonly strength: Strength;
};

/** Whether somebody may change from one state to another: by the table of transitions, its evidence, and the figures of its rule. */
export function decideTransition(change: StateChange, limits: MemberLimits = memberLimits): AcceptedChange | Refusal {
  const { from, to } = change;
  if (!isPlainDate(change.on) || change.on < change.since) {
    return refuse("member.date_invalid", { on: change.on, since: change.since }, "on");
  }
  const transition = memberTransitions.find((each) => each.from === from && each.to === to);
  if (!transition) return refuse("member.transition_unknown", { from, to }, "to");
  const rule = ruleOf(change, transition);
  const missing = neededEvidence(change, transition).filter((each) => !change.evidence.includes(each));
  if (missing.length > 0) {
    return refuseBy(rule, "member.evidence_missing", { from, to, evidence: missing.join(" ") }, "evidence");
  }
  const startsOn = conditionOf(change, limits);
  return isRefusal(startsOn) ? startsOn : { startsOn, rule, strength: strengthOf(rule) };
}

function ruleOf({ to, suspension }: StateChange, transition: MemberTransition): RuleId {
  return to === "SUSPENDED" && suspension !== "LOST" ? "MEM-02" : transition.rule;
}

function neededEvidence(change: StateChange, { evidence }: MemberTransition): readonly MemberEvidence[] {
  if (change.to !== "SUSPENDED") return evidence;
  return [...evidence, change.suspension === "LOST" ? "search_record" : "abroad_proof"];
}

/** The first day in the new state, or what stands in the way of it. */
function conditionOf(change: StateChange, limits: MemberLimits): PlainDate | Refusal {
  const { from, to, on } = change;
  if (to === "CANDIDATE")
    return after(change.since, limits.cultivationMonths, on, "DEV-T2", "member.cultivation_too_short");
  if (to === "PROBATIONARY" && from === "CANDIDATE") return admitted(change);
  if (from === "PROBATIONARY" && to === "FULL") return confirmed(change);
  if (to === "CANCELLED") return approved(change) ?? on;
  if (to === "SUSPENDED") return suspended(change, limits);
  if (from === "SUSPENDED" && to === "REMOVED") return removedAfterSuspension(change, limits);
  if (to === "CORRECTING") return correcting(change, limits);
  if (from === "CORRECTING" && to !== "EXPELLED" && to !== "TRANSFERRED_OUT" && to !== "DECEASED")
    return corrected(change);
  if (to === "REMOVED") return removed(change, limits);
  if (to === "APPLICANT" && (from === "REMOVED" || from === "EXPELLED")) {
    return after(change.since, limits.rejoinYears * 12, on, "MEM-04", "member.readmission_barred");
  }
  return on;
}

function admitted(change: StateChange): PlainDate | Refusal {
  const refusal = approved(change);
  if (refusal !== null) return refusal;
  const { branchMeetingOn, on, since } = change;
  if (branchMeetingOn === null || branchMeetingOn > on || branchMeetingOn < since) {
    return refuseBy("MEM-01", "member.branch_meeting_invalid", { on, since }, "branchMeetingOn");
  }
  return branchMeetingOn;
}

function confirmed(change: StateChange): PlainDate | Refusal {
  const refusal = approved(change);
  if (refusal !== null) return refusal;
  const { endsOn, on } = change;
  if (endsOn === null) return refuseBy("DEV-T8", "member.probation_unknown", {}, "endsOn");
  return on < endsOn ? refuseBy("DEV-T8", "member.probation_not_over", { on, endsOn }, "on") : endsOn;
}

function approved({ approver }: StateChange): Refusal | null {
  if (approver === null) return refuseBy("DEV-C1", "member.approver_missing", {}, "approver");
  return approverRefusal(approver.kind, approver.authorised);
}

function suspended({ suspension, awaySince, on }: StateChange, limits: MemberLimits): PlainDate | Refusal {
  if (suspension === null) return refuseBy("MEM-03", "member.suspension_ground_missing", {}, "suspension");
  if (suspension === "SETTLED_ABROAD") return on;
  const lost = suspension === "LOST";
  const rule = lost ? "MEM-03" : "MEM-02";
  if (awaySince === null) return refuseBy(rule, "member.away_since_missing", { ground: suspension }, "awaySince");
  if (lost) return after(awaySince, limits.lostMonths, on, rule, "member.lost_too_short");
  // 超过五年: the day on which five years are full isn't yet beyond them.
  const full = addMonthsTo(awaySince, limits.abroadYears * 12);
  return on > full ? on : refuseBy(rule, "member.abroad_too_short", { on, reached: full }, "on");
}

function removedAfterSuspension(change: StateChange, limits: MemberLimits): PlainDate | Refusal {
  if (change.suspension !== "LOST") return refuseBy("MEM-03", "member.suspended_for_other_ground", {}, "suspension");
  return after(change.since, limits.suspendedYears * 12, change.on, "MEM-03", "member.suspended_too_short");
}

function correcting({ correctionMonths, on }: StateChange, limits: MemberLimits): PlainDate | Refusal {
  const months = correctionMonths ?? 0;
  if (Number.isSafeInteger(months) && months >= 1 && months <= limits.correctionMonths) return on;
  return refuseBy("MEM-05", "member.correction_months", { months, most: limits.correctionMonths }, "correctionMonths");
}

function corrected({ to, on, endsOn, removal }: StateChange): PlainDate | Refusal {
  if (endsOn === null || on < endsOn) {
    return refuseBy("MEM-05", "member.correction_not_over", { on, endsOn: endsOn ?? "" }, "on");
  }
  if (to === "REMOVED" && removal === null) return refuseBy("MEM-06", "member.removal_ground_missing", {}, "removal");
  return on;
}

function removed({ removal, inactiveSince, on }: StateChange, limits: MemberLimits): PlainDate | Refusal {
  if (removal === null) return refuseBy("MEM-06", "member.removal_ground_missing", {}, "removal");
  if (removal === "NO_CHANGE") return refuseBy("MEM-06", "member.never_corrected", {}, "removal");
  if (removal !== "SELF_QUIT_6M") return on;
  if (inactiveSince === null) return refuseBy("MEM-06", "member.inactive_since_missing", {}, "inactiveSince");
  return after(inactiveSince, limits.inactiveMonths, on, "MEM-06", "member.inactive_too_short");
}

/** `on`, once so many months have passed since a day; before that the refusal with the day it will be. */
function after(since: PlainDate, months: number, on: PlainDate, rule: RuleId, code: string): PlainDate | Refusal {
  const reached = addMonthsTo(since, months);
  return on >= reached ? on : refuseBy(rule, code, { on, since, reached }, "on");
}
