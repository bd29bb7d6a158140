import type { organizationZh } from "./organization-zh.ts";

/** Refusals of organisations, terms, members, their development and reorganisations, in English. */
export const organizationEn: Record<keyof typeof organizationZh, string> = {
  "organization.too_few_full_members":
    "It has {fullMembers} full {fullMembers:member|members}; a branch needs {least}. Place more members first, or set up a joint branch.",
  "organization.project_too_short":
    "The project takes {months} {months:month|months}; a project branch needs {least}. Set up a temporary branch instead.",
  "organization.temporary_without_approval": "A temporary branch needs the superior's approval. Get it first.",
  "organization.too_few_members":
    "It has {members} {members:member|members}; with fewer than {least} it needs the superior's approval. Get it first.",
  "organization.members_for_committee":
    "It has {members} {members:member|members}; a general branch has {most} at most. Set up a committee instead.",
  "organization.temporary_act.develop": "A temporary branch develops no members. Let the home branch do it.",
  "organization.temporary_act.discipline": "A temporary branch disciplines nobody. Let the home branch do it.",
  "organization.temporary_act.dues": "A temporary branch collects no dues. Let the home branch do it.",
  "organization.temporary_act.elect_delegates": "A temporary branch elects no delegates. Let the home branch do it.",
  "organization.temporary_act.term_election":
    "A temporary branch holds no term election. Whoever approved it names its leaders.",
  "term.months_invalid": "The months to move by are a whole number other than zero. Correct them.",
  "term.move_without_approval": "Moving an election needs the superior's approval. Get it first.",
  "term.kind_without_term": "Organisations of this kind have no term of office; there is nothing to enter.",
  "term.in_future": "The election can't be later than today ({today}). Enter it once it was held.",
  "term.before_organization": "The election would be before the organisation was set up ({from}). Correct the day.",
  "term.organization_ended": "The organisation or its project ended on {to}. Correct the day.",
  "term.not_after_current": "The term that stands began on {from}; the next one begins later. Correct the day.",
  "term.team_changed":
    "The posts of the team have changed meanwhile. Open the election again, look at them and send it.",
  "term.none": "No term is entered yet, so there is none to extend. Enter the election first.",
  "term.extended_too_long": "{months} months are more than the usual {most}. Shorten them, or hold the election.",
  "term.not_later": "The new last day has to be later than the present one. Choose more months.",
  "term.stage_out_of_order": "A re-election goes step by step. Finish the stages before this one first.",
  "term.material_missing": "Papers of this stage are missing. Add them and try again.",
  "election.too_few_candidates":
    "For {seats} seats {needed} candidates are needed, there are {candidates}. Add candidates.",
  "election.delegates_need_members":
    "Delegates elect from {from} members on or where members are dispersed; there are {members}. Hold a general meeting.",
  "election.delegates_need_approval": "A conference of delegates needs the superior's approval. Get it first.",
  "election.count_not_whole":
    "Numbers of people and votes are whole and not below zero, and there is at least one seat. Correct them.",
  "election.more_present_than_expected": "{present} present are more than {expected} expected. Check the figures.",
  "election.more_issued_than_present": "{issued} ballots were given to {present} present. Check the figures.",
  "election.more_returned_than_issued": "{returned} ballots came back of {issued}: the election is void. Vote again.",
  "election.more_votes_than_ballots":
    "Somebody has {votes} {votes:vote|votes} of {returned} ballots. Check the figures.",
  "election.more_votes_than_seats":
    "There {votes:is|are} {votes} {votes:vote|votes} where ballots allow {could}. Check the figures.",
  "reorganization.date_invalid": "There is no such day. Write it as year-month-day.",
  "reorganization.period_not_open":
    "{from} to {to} is in publicity or closed, so nothing can be reorganised from {date} on. Choose another day.",
  "reorganization.organization_unknown": "Act {act}: there is no such organisation. Choose another.",
  "reorganization.organization_ended": "Act {act}: this organisation ended on {to}. Choose another.",
  "reorganization.not_after_start":
    "Act {act}: the day {date} has to come after {from}, when this organisation began. Choose a later day.",
  "reorganization.ended_twice": "Act {act}: this organisation is ended by an act before. Remove one of them.",
  "reorganization.two_parents":
    "Act {act}: an organisation has one superior, and an act before gives it another. Remove one of them.",
  "reorganization.renamed_twice": "Act {act}: this organisation is renamed by an act before. Remove one of them.",
  "reorganization.ended_and_changed":
    "Act {act}: this organisation is to end, so it can't be moved or renamed. Remove one of them.",
  "reorganization.merged_into_ended":
    "Act {act}: nothing can be merged into what has ended or is to end. Choose another.",
  "reorganization.id_taken": "Act {act}: the number of this organisation is taken. Send the plan again.",
  "reorganization.code_taken": "Act {act}: the code “{code}” is taken. Choose another.",
  "reorganization.below_itself": "Act {act}: an organisation can't stand below itself. Choose another superior.",
  "reorganization.parent_unknown": "Act {act}: there is no such superior. Choose another.",
  "reorganization.child_left": "Act {act}: an organisation below the one to end has no place. Move or end it first.",
  "reorganization.member_without_branch":
    "Act {act}: {members} {members:member of the branch to end has|members of the branch to end have} no new branch. Place them first.",
  "reorganization.person_in_two_branches":
    "Act {act}: an act before places this person elsewhere, and everybody is in one branch. Remove one of them.",
  "reorganization.person_unknown": "Act {act}: this person isn't a member on that day. Enter the membership first.",
  "reorganization.placed_in_ended":
    "Act {act}: nobody can be placed in a branch that has ended or is to end. Choose another.",
  "reorganization.member_changes_later": "A member's branch already changes on {on}. Settle that change first.",
  "reorganization.appointed_twice": "Act {act}: an act before appoints this person to this post. Remove one of them.",
  "reorganization.changed_since":
    "Something was changed since, so this can't be applied or taken back. Look at a new preview.",
  "member.date_invalid": "There is no such day, or it lies before {since}, when the present state began. Correct it.",
  "member.transition_unknown": "Nobody goes from this state to that one. Choose another.",
  "member.evidence_missing": "Papers that this change needs are missing. Add them.",
  "member.cultivation_too_short": "Cultivation takes a year; the earliest day is {reached}.",
  "member.branch_meeting_invalid": "Give the day of the branch meeting that took the person in, from {since} to {on}.",
  "member.probation_unknown": "The end of probation is missing. Settle it first.",
  "member.probation_not_over": "Probation ends on {endsOn}. Full membership follows after that.",
  "member.approver_missing": "Say which organisation approved.",
  "member.suspension_ground_missing": "Choose the reason of the suspension.",
  "member.away_since_missing": "Give the day since when the person is out of contact or abroad.",
  "member.lost_too_short": "Six months without contact are needed; the earliest day is {reached}.",
  "member.abroad_too_short": "More than five years abroad are needed: any day after {reached}.",
  "member.suspended_for_other_ground": "Only who was suspended for lost contact is removed this way. Check the reason.",
  "member.suspended_too_short": "Two years of suspension are needed; the earliest day is {reached}.",
  "member.correction_months": "A correction takes one to {most} whole months. Correct it.",
  "member.correction_not_over": "The correction isn't over. Decide when it is.",
  "member.removal_ground_missing": "Choose the ground of the removal.",
  "member.never_corrected":
    "Who was never under correction can't be removed for lack of change. Choose another ground.",
  "member.inactive_since_missing": "Give the day since when the person takes no part.",
  "member.inactive_too_short": "Six months in a row are needed; the earliest day is {reached}.",
  "member.readmission_barred": "Nobody is admitted again within five years; the earliest day is {reached}.",
  "member.deferral_without_transfer": "Only who was transferred in can have the discussion put off.",
  "member.deferral_months": "The discussion is put off by one to {most} whole months. Correct it.",
  "transfer.letter_days": "A letter is valid for one to {most} days. Correct it.",
  "transfer.rejected_without_reason": "Nobody is turned down without a reason. Give one.",
  "development.step_unknown": "There is no such step. Choose another.",
  "development.date_invalid": "There is no such day. Write it as year-month-day.",
  "development.date_in_future": "The day {on} hasn't come yet. Give the day on which it was done.",
  "development.previous_step_missing":
    "Before step {step} comes step {missing}. Take it first, or have it left out for a reason.",
  "development.before_previous_step": "The day {on} lies before the step it follows ({previousOn}). Check it.",
  "development.birth_date_missing":
    "The date of birth is missing, so nobody can tell whether the person is eighteen. Give it first.",
  "development.too_early": "Step {step} can be taken from {earliest} on. Choose another day.",
  "development.notice_missing": "A candidate is named after a public notice. Give its first and last day.",
  "development.notice_running": "The public notice runs until {to}. Name the candidate after it.",
  "development.notice_too_short":
    "The public notice takes {workdays} working days, until {needed}; it ends on {to}. Make it longer.",
  "development.pre_review_lapsed":
    "The meeting follows within a month of the pre-review, until {latest}. Have it reviewed again.",
  "development.approval_lapsed": "More than six months have passed since the meeting ({latest}). Go through it again.",
  "development.supporters_count":
    "Step {step} takes {least} to {most} different people, there are {count}. Correct it.",
  "development.supporter_not_full_member":
    "Contacts and introducers are full members with all their rights. Choose others.",
  "development.training_too_short":
    "Training takes {daysNeeded} days or {hoursNeeded} hours; it was {days} {days:day|days} and {hours} {hours:hour|hours}. Complete it.",
  "development.approver_missing": "Say which organisation reviewed or approved.",
  "development.approver_without_authority": "This organisation can't approve. Send it to a committee that can.",
  "development.conclusion_not_signed": "A conclusion is entered and signed by a person. Add it.",
  "development.exemption_without_reason": "A step is left out only with a reason and by somebody. Add them.",
  "development.extended_before": "Probation is extended once only.",
  "development.extension_months": "Probation is extended by {least} to {most} whole months, not {months}. Correct it.",
  "development.extension_without_resolution": "Extending probation needs a vote of the branch meeting. Vote first.",
  "development.extension_without_approval":
    "Extending probation needs the approval of the committee above. Get it first.",
};
