import { addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import type { Refusal } from "../../kernel/refusal.ts";
import { type Finding, finding, refuseBy } from "../finding.ts";
import { dispositionReaders, exemptTags, type MemberFile, type MemberTag, type ShownState } from "../member-things.ts";
import { type MemberLimits, memberLimits } from "./member-limits.ts";
import { hasLeft, isOnTheWay } from "./shown-state.ts";

/** Whether activities aren't asked of a member; then the member leaves the rates, and a task of care stays (MEM-10). */
export function exemption(tags: readonly MemberTag[]): { readonly outOfRates: boolean; readonly careTask: boolean } {
  const exempt = tags.some((tag) => exemptTags.includes(tag));
  return { outOfRates: exempt, careTask: exempt };
}

/** Whether a role sees corrections, dispositions and disciplinary records within its scope (MEM-12). */
export function seesDispositions(role: string): boolean {
  return (dispositionReaders as readonly string[]).includes(role);
}

/**
 * A finding where somebody has looked and a member has neither a personnel file nor the member's file that the committee
 * keeps instead (MEM-13); applicants and those who are gone aren't members. As long as nobody has looked, nothing is known.
 */
export function archiveFinding(state: ShownState, file: MemberFile | null): Finding | null {
  const isMember = state !== "LEFT" && !isOnTheWay(state) && !hasLeft(state);
  return isMember && file === "NONE" ? finding("MEM-13", "member.file_missing") : null;
}

/** The last day of a correction, by its first day and its months (MEM-05, DEV-M). */
export function correctionEnd(beganOn: PlainDate, months: number): PlainDate {
  return addMonthsTo(beganOn, months);
}

/** A finding where a correction is over and nobody has decided (MEM-05). */
export function correctionFinding(endsOn: PlainDate, today: PlainDate): Finding | null {
  return today <= endsOn ? null : finding("MEM-05", "member.correction_undecided", { endsOn });
}

export type Deferral = {
  readonly probationEndsOn: PlainDate;
  readonly months: number;
  readonly transferredIn: boolean;
};

/**
 * Until when the discussion of a transferred probationary member may be put off (MEM-11): six months at most, and only of
 * somebody transferred in. The standing still counts from the end of probation.
 */
export function deferredUntil(
  { probationEndsOn, months, transferredIn }: Deferral,
  limits: MemberLimits = memberLimits,
): PlainDate | Refusal {
  if (!transferredIn) return refuseBy("MEM-11", "member.deferral_without_transfer", {}, "months");
  if (Number.isSafeInteger(months) && months >= 1 && months <= limits.deferralMonths) {
    return addMonthsTo(probationEndsOn, months);
  }
  return refuseBy("MEM-11", "member.deferral_months", { months, most: limits.deferralMonths }, "months");
}
