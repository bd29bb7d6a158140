import { isPlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import {
  branchKinds,
  isCommitteePost,
  type MemberState,
  type OrganizationKind,
  type OrganizationSpan,
  type Post,
} from "./things.ts";

const upper = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE"] as const satisfies readonly OrganizationKind[];

/** Under which kinds each kind can stand; only the first four can stand at the top. */
const placesOf: Record<OrganizationKind, readonly OrganizationKind[]> = {
  PARTY_GROUP: ["PARTY_GROUP", "COMMITTEE"],
  COMMITTEE: upper,
  OFFICE_COMMITTEE: upper,
  GENERAL_BRANCH: upper,
  DISCIPLINE_COMMITTEE: upper,
  LEADING_GROUP: [...upper, "GENERAL_BRANCH"],
  BRANCH: [...upper, "GENERAL_BRANCH", "DISCIPLINE_COMMITTEE"],
  PROJECT_BRANCH: [...upper, "GENERAL_BRANCH"],
  TEMP_BRANCH: [...upper, "GENERAL_BRANCH"],
  JOINT_BRANCH: [...upper, "GENERAL_BRANCH"],
  GROUP: branchKinds,
};
const topKinds: readonly OrganizationKind[] = ["PARTY_GROUP", "COMMITTEE", "OFFICE_COMMITTEE", "GENERAL_BRANCH"];

/** Why an organisation can't stand under this parent (null: at the top) in its time, or null (ORG-24). */
export function placementRefusal(child: OrganizationSpan, parent: OrganizationSpan | null): Refusal | null {
  if (!isPlainDate(child.validFrom)) return refuse("organization.date_invalid", {}, "validFrom");
  if (child.validTo !== null && (!isPlainDate(child.validTo) || child.validTo < child.validFrom)) {
    return refuse("organization.end_before_start", { from: child.validFrom, to: child.validTo }, "validTo");
  }
  if (parent === null) {
    return topKinds.includes(child.kind)
      ? null
      : refuse("organization.parent_missing", { kind: child.kind }, "parentId");
  }
  if (!placesOf[child.kind].includes(parent.kind)) {
    return refuse("organization.kind_not_under_parent", { kind: child.kind, parentKind: parent.kind }, "parentId");
  }
  if (child.validFrom < parent.validFrom) {
    return refuse(
      "organization.older_than_parent",
      { from: child.validFrom, parentFrom: parent.validFrom },
      "validFrom",
    );
  }
  // Nobody stands below an organisation that is gone.
  if (parent.validTo !== null && (child.validTo === null || child.validTo > parent.validTo)) {
    return refuse("organization.parent_ended", { from: child.validFrom, parentTo: parent.validTo }, "parentId");
  }
  return null;
}

/** Whether a branch of so many 正式党员 has a committee (ORG-11: from seven on). */
export function hasCommittee(fullMembers: number): boolean {
  return fullMembers >= 7;
}

/** Whether somebody in this state belongs to a branch and is expected at its meetings. */
export function isPartyMember(state: MemberState): boolean {
  return state === "FULL" || state === "PROBATIONARY" || state === "CORRECTING";
}

/** What takes or suspends a member's vote for a time (VOTE-09): 留党察看; 留置、逮捕. */
export type VotingImpediment = "ON_PARTY_PROBATION_DISCIPLINE" | "DETAINED";

/** Whether a person votes and elects (VOTE-09): 正式党员 do, 预备党员 and those under an impediment don't. */
export function votingRight(state: MemberState, impediment: VotingImpediment | null = null): boolean {
  return impediment === null && (state === "FULL" || state === "CORRECTING");
}

/** A 党小组 and a 领导小组 have no committee whose posts could be filled. */
const kindsWithoutPosts: readonly OrganizationKind[] = ["GROUP", "LEADING_GROUP"];

/** An appointment: who, by member state, is to hold which post in what kind of organisation. */
export type AppointmentTerms = {
  readonly post: Post;
  readonly memberState: MemberState;
  readonly organizationKind: OrganizationKind;
};

/**
 * Why the appointment isn't possible, or null. A group leader leads a 党小组 and is a 正式党员 (ORG-22); a secretary or
 * committee member serves an organisation that can have a committee and is a 正式党员, because 预备党员 can't be
 * elected (VOTE-09).
 */
export function appointmentRefusal(terms: AppointmentTerms): Refusal | null {
  const values = { post: terms.post, kind: terms.organizationKind, state: terms.memberState };
  if (terms.post === "GROUP_LEADER" && terms.organizationKind !== "GROUP") {
    return refuse("appointment.post_not_in_kind", values, "post");
  }
  if (isCommitteePost(terms.post) && kindsWithoutPosts.includes(terms.organizationKind)) {
    return refuse("appointment.post_not_in_kind", values, "post");
  }
  if (!votingRight(terms.memberState)) return refuse("appointment.full_member_only", values, "personId");
  return null;
}
