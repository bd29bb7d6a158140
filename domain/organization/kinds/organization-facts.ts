import type { MemberState, OrganizationKind, Post } from "../things.ts";

/** What the rules of kinds ask of one organisation on a day. */
export type OrganizationFacts = {
  readonly id: string;
  readonly kind: OrganizationKind;
  /** 正式党员 in it; for a committee or a general branch those of everything below it. */
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  /** Units it covers; null where nobody has said. */
  readonly units: number | null;
  /** Months its project takes; null for what is no project, or is not known. */
  readonly projectMonths: number | null;
  /** The superior has approved what needs it: few members, or a temporary branch. */
  readonly approved: boolean;
  readonly committee: CommitteeFacts;
  readonly groups: readonly GroupFacts[];
};

/** Who serves on a day. Somebody with two posts is one person and counts in both posts. */
export type CommitteeFacts = {
  readonly people: number;
  readonly posts: Readonly<Partial<Record<Post, number>>>;
  /** 常委; null where there is no standing committee. */
  readonly standing: number | null;
};

export type GroupFacts = {
  readonly id: string;
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  /** State of the leader; null without one. */
  readonly leader: MemberState | null;
};

/** Figures of the rules; each can be set by a group's own rule set. */
export type KindLimits = {
  readonly branchFullMembers: number;
  readonly branchMembersUsual: number;
  readonly jointUnitsUsual: number;
  readonly projectMonths: number;
  readonly committeeMembers: number;
  readonly generalBranchMembers: number;
  readonly committeeOfBranchFrom: number;
  readonly groupMembers: number;
  readonly groupFullMembers: number;
  readonly groupsSuggestedFrom: number;
};

export const kindLimits: KindLimits = {
  branchFullMembers: 3, // ORG-01
  branchMembersUsual: 50, // ORG-01
  jointUnitsUsual: 5, // ORG-02
  projectMonths: 6, // ORG-03
  committeeMembers: 100, // ORG-07
  generalBranchMembers: 50, // ORG-08
  committeeOfBranchFrom: 7, // ORG-11
  groupMembers: 3, // ORG-22
  groupFullMembers: 1, // ORG-22
  groupsSuggestedFrom: 20, // ORG-22
};

export function membersOf(facts: Pick<OrganizationFacts, "fullMembers" | "probationaryMembers">): number {
  return facts.fullMembers + facts.probationaryMembers;
}
