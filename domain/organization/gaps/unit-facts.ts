import type { BranchKind, MemberState, OrganizationKind } from "../things.ts";
import type { UnitKind } from "../unit-things.ts";

type Head = { readonly personId: string; readonly state: MemberState | null };

/** The branch that covers a unit, itself or through the unit it belongs to. */
export type CoveringBranch = {
  readonly id: string;
  readonly kind: BranchKind;
  /** How many departments it covers, themselves or through the units above them. */
  readonly departments: number;
  /** How many units it covers themselves. */
  readonly units: number;
};

/** One unit on a day, with the members that a branch or 党小组 of its own would take in. */
export type UnitFacts = {
  readonly id: string;
  readonly kind: UnitKind;
  readonly name: string;
  /** People of the unit and its teams; those of a unit below with a branch of its own are counted there. */
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  /** Whoever leads the unit, with the state as a member (null: not on the way into the Party). */
  readonly head: Head | null;
  readonly branch: CoveringBranch | null;
  /** Kind of the organisation that covers the unit itself; null where none does. */
  readonly coveredBy: OrganizationKind | null;
  /** The 党小组 built on a team, and who leads it. */
  readonly group: { readonly id: string; readonly leaderId: string | null } | null;
  /** Members of the branch committee who work in the unit, with the 党小组 they are in. */
  readonly committeeMembers: readonly { readonly personId: string; readonly groupId: string | null }[];
  /** The organisation under which a branch of the unit would stand. */
  readonly superiorId: string | null;
  /** How many months a project takes; null for what is no project, or isn't known. */
  readonly projectMonths: number | null;
};

export type GapLimits = {
  readonly branchFullMembers: number;
  readonly teamFullMembers: number;
  readonly projectMonths: number;
};
export const gapLimits: GapLimits = {
  branchFullMembers: 3, // ORG-01
  teamFullMembers: 3, // ORG-23
  projectMonths: 6, // ORG-03
};
