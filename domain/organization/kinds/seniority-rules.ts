import { addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import { type Finding, finding } from "../finding.ts";
import { isBranchKind, isCommitteePost, type OrganizationKind, type Post } from "../things.ts";

export type SeniorityLimits = {
  readonly branchSecretaryYears: number;
  readonly committeeMemberYears: number;
  /** For 中央企业 and for those directly below it or a province. */
  readonly higherCommitteeMemberYears: number;
};
export const seniorityLimits: SeniorityLimits = {
  branchSecretaryYears: 1,
  committeeMemberYears: 3,
  higherCommitteeMemberYears: 5,
};

export type Candidacy = {
  readonly post: Post;
  readonly kind: OrganizationKind;
  /** The committee belongs to a 中央企业 or to an enterprise directly below it or below a province. */
  readonly higher: boolean;
  /** 党龄起算日; null where it isn't known. */
  readonly standingFrom: PlainDate | null;
};

/** A warning where somebody has been a full member for fewer years on `on` than is usual for the post (ORG-13), or null. */
export function seniorityFinding(
  candidacy: Candidacy,
  on: PlainDate,
  limits: SeniorityLimits = seniorityLimits,
): Finding | null {
  const years = yearsFor(candidacy, limits);
  if (years === 0) return null;
  if (candidacy.standingFrom === null) return finding("ORG-13", "appointment.seniority_unknown", { years });
  const reached = addMonthsTo(candidacy.standingFrom, years * 12);
  return reached <= on ? null : finding("ORG-13", "appointment.seniority_short", { years, reached });
}

function yearsFor({ post, kind, higher }: Candidacy, limits: SeniorityLimits): number {
  if (isBranchKind(kind)) return post === "SECRETARY" ? limits.branchSecretaryYears : 0;
  if (kind !== "COMMITTEE" || !isCommitteePost(post)) return 0;
  return higher ? limits.higherCommitteeMemberYears : limits.committeeMemberYears;
}
