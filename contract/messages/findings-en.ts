import type { FindingCode } from "./findings-zh.ts";

/** What rules find in organisations, terms, members and development, in English. */
export const findingEn: Record<FindingCode, string> = {
  "organization.more_members_than_usual":
    "It has {members} {members:member|members}; a branch usually has no more than {most}. Consider dividing it.",
  "organization.joint_of_one_unit":
    "The joint branch covers {units} {units:unit|units}; it takes two or more. Add units or make it an ordinary branch.",
  "organization.more_units_than_usual":
    "The joint branch covers {units} {units:unit|units}; usually it is no more than {most}. Consider dividing it.",
  "organization.adjust_or_revoke": "It no longer meets what setting it up asked for ({because}): adjust or revoke it.",
  "organization.several_parents":
    "This organisation has {parents} {parents:parent|parents}; it must have exactly one. Correct it.",
  "organization.parent_unknown": "The parent of this organisation can't be found. Correct it.",
  "organization.below_itself": "This organisation stands below itself or below one of its own. Correct it.",
  "committee.too_small":
    "The committee has {people} {people:person|people}; it must have at least {least}. Elect the missing ones.",
  "committee.too_large": "The committee has {people} {people:person|people}; it may have at most {most}. Adjust it.",
  "committee.larger_than_usual":
    "The committee has {people} {people:person|people}; usually it is no more than {usual}.",
  "committee.post_missing": "The post of {post} is vacant. Elect or appoint somebody.",
  "committee.too_many_in_post":
    "{people} {people:person holds|people hold} the post of {post}; at most {most} may. Adjust it.",
  "committee.not_needed":
    "With fewer than 7 full members a branch usually has no committee, but a secretary and, if needed, one deputy.",
  "standing_committee.too_small":
    "The standing committee has {people} {people:person|people}; it must have at least {least}.",
  "standing_committee.too_large":
    "The standing committee has {people} {people:person|people}; it may have at most {most}.",
  "standing_committee.larger_than_usual":
    "The standing committee has {people} {people:person|people}; usually it is no more than {usual}.",
  "group.suggested": "It has {members} {members:member|members}; from {from} on it may be divided into Party groups.",
  "group.too_few_members": "The Party group has {members} {members:member|members}; it must have at least {least}.",
  "group.without_full_member":
    "The Party group has {fullMembers} full {fullMembers:member|members}; it must have at least {least}.",
  "group.without_leader": "The Party group has no leader. Choose or name one.",
  "group.leader_not_full_member": "The leader of the Party group isn't a full member. Name one who is.",
  "appointment.seniority_unknown":
    "The day from which Party standing counts is missing, so {years} {years:year|years} can't be checked. Enter it.",
  "appointment.seniority_short":
    "The post asks for {years} {years:year|years} of Party standing, reached on {reached}.",
  "person.without_branch": "This person belongs to no branch. Enter him into one.",
  "person.in_several_branches":
    "This person belongs to {branches} {branches:branch|branches}; it must be one. Correct it.",
  "gap.no_branch":
    "{unit} has {fullMembers} full {fullMembers:member|members} ({least} {least:is|are} enough); a Party organisation should be set up and isn't.",
  "gap.own_branch_possible":
    "{unit} has {fullMembers} full {fullMembers:member|members}; it could have a branch of its own.",
  "gap.no_group":
    "{unit} has {fullMembers} full {fullMembers:member|members} ({least} {least:is|are} enough); a Party group should be set up and isn't.",
  "gap.head_does_not_lead_group": "The head of {unit} is a full member and should lead the Party group.",
  "gap.committee_member_outside_group": "A committee member working in {unit} isn't in the team's Party group.",
  "term.moved_longer_than_usual": "Moved by {months} {months:month|months}; usually it is no more than {most}.",
  "election.less_than_half_of_expected":
    "{votes} {votes:vote is|votes are} not more than half of the {expected} expected. Somebody has to confirm the election.",
  "election.post_vacant":
    "The post of {post} has been vacant since {since}, for {days} {days:day|days} or more. Fill it soon.",
  "member.transfer_due":
    "Away for six months or more in one place (since {since}): the organisation relation should be transferred.",
  "member.floating": "Away since {since}: to be kept as a floating member.",
  "member.contact_overdue": "Last contact on {last}; the next was due by {due}.",
  "member.file_missing": "There is neither a personnel file nor a member's file. Find it or make it anew.",
  "member.correction_undecided": "The time to correct ended on {endsOn}, and nothing has been decided.",
  "development.done_too_early": "Step {step} was done on {on}; the earliest day was {limit}.",
  "development.done_late": "Step {step} was done on {on}; the last day was {limit}.",
  "development.overdue": "Step {step} was due by {limit} and is overdue.",
  "development.date_order": "Step {step} ({on}) lies before step {previous} ({previousOn}). Check the dates.",
  "development.same_day": "Step {step} was done on the same day as step {steps} ({on}). Check the dates.",
  "development.same_paper": "Step {step} rests on the same paper as step {steps}. Check it.",
  "development.review_outdated":
    "At the branch meeting ({on}) the political review was older than a year ({limit}). Review anew.",
  "development.assessment_missing": "No assessment since {from}; one was due by {due}.",
};
