import { isPlainDate, type PlainDate } from "../kernel/plain-date.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import { mayStandUnder } from "./placement-things.ts";
import {
  isCommitteePost,
  type MemberState,
  type OrganizationKind,
  type OrganizationSpan,
  type Post,
} from "./things.ts";

/** The only kinds that can stand at the top. */
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
  if (!mayStandUnder(child.kind, parent.kind)) {
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

type Days = { readonly validFrom: PlainDate; readonly validTo: PlainDate | null };

/**
 * Why nobody can hold a post in these days, or null: they lie within the organisation's, and the same person doesn't hold
 * the same post there already.
 */
export function postDaysRefusal(
  { validFrom, validTo }: Days,
  organization: Days,
  held: readonly Days[],
): Refusal | null {
  if (validTo !== null && validTo < validFrom) return refuse("appointment.end_before_start", {}, "validTo");
  const life = { from: organization.validFrom, to: organization.validTo ?? "" };
  if (validFrom < organization.validFrom) return refuse("appointment.before_organization", life, "validFrom");
  if (organization.validTo !== null && (validTo ?? "9999") > organization.validTo)
    return refuse("appointment.after_organization", life, "validTo");
  const meets = (other: Days) => other.validFrom <= (validTo ?? "9999") && (other.validTo ?? "9999") >= validFrom;
  const first = held.filter(meets).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))[0];
  return first === undefined ? null : refuse("appointment.held_already", { from: first.validFrom }, "post");
}

/** An appointment: who, by member state, is to hold which post in what kind of organisation. */
export type AppointmentTerms = {
  readonly post: Post;
  readonly memberState: MemberState;
  readonly organizationKind: OrganizationKind;
};

/** Whether an organisation of the kind has such a post. */
export function postFits(post: Post, kind: OrganizationKind): boolean {
  return isCommitteePost(post) ? !kindsWithoutPosts.includes(kind) : kind === "GROUP";
}

/**
 * Why the appointment isn't possible, or null. A group leader leads a 党小组 and is a 正式党员 (ORG-22); a secretary or
 * committee member serves an organisation that can have a committee and is a 正式党员, because 预备党员 can't be
 * elected (VOTE-09).
 */
export function appointmentRefusal(terms: AppointmentTerms): Refusal | null {
  const values = { post: terms.post, kind: terms.organizationKind };
  if (!postFits(terms.post, terms.organizationKind)) return refuse("appointment.post_not_in_kind", values, "post");
  if (!votingRight(terms.memberState)) return refuse("appointment.full_member_only", values, "personId");
  return null;
}
