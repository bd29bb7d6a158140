import type { membersZh } from "./members-zh.ts";

/** Refusals of employment, states of members and transfers, in English. */
export const membersEn: Record<keyof typeof membersZh, string> = {
  "employment.unit_unknown": "This unit can't be found. Please choose another one.",
  "employment.unit_not_standing": "The unit exists from {from} to {to}. Please change the dates.",
  "employment.end_before_start": "The end is before the start. Please change it.",
  "employment.later_one": "Employment from {from} is entered already. Please enter that day or a later one.",
  "appointment.begins_later":
    "A post of this person begins on {from} and can't end before. Please check the posts first.",
  "member.in_future": "The date is after today ({today}). Please enter the real one.",
  "member.not_a_member": "This person isn't a member of the branch on that day. Please check the membership.",
  "member.changed_later": "It can't take effect on that day. Please enter a later day, today at the latest.",
  "member.on_transfer": "A letter of transfer is on its way. Please return it or enter its receipt first.",
  "member.through_development":
    "Admission, full membership and applicants are dealt with in the development of members.",
  "member.through_organizer":
    "An organiser has to check and enter this change. Please get in touch with the organiser.",
  "member.through_branch": "This change is no disposition; the branch or the Party affairs office enters it.",
  "member.tagged_already": "The same is noted already. Please end that first.",
  "member.tag_ended": "This ended on {to}.",
  "member.tag_end_before_start": "The end is before the start, {from}. Please change it.",
  "member.contact_not_floating": "Contacts are noted for floating members only.",
  "member.contact_not_later": "The date is before the last contact or the start, {last}. Please change it.",
  "transfer.target_missing":
    "Please enter either the code of the receiving branch or the receiving organisation outside the group.",
  "transfer.target_unknown": "No organisation has the code “{code}”. Please check the code.",
  "transfer.target_no_branch": "“{code}” is no branch; members are transferred to branches. Please enter another code.",
  "transfer.target_not_standing": "The receiving branch doesn't exist on that day. Please check code and date.",
  "transfer.to_own_branch": "The receiving branch is the present one: there is nothing to transfer.",
  "transfer.on_its_way": "A letter for this person is on its way. Please enter its receipt or return it first.",
  "transfer.in_future": "The date is after today ({today}). Please enter the real one.",
  "transfer.settled": "This letter has been acknowledged or returned already.",
  "transfer.before_letter": "The date is before that of the letter, {issuedOn}. Please change it.",
  "transfer.joining_missing": "For a probationary member please enter the day of joining: probation counts from it.",
  "transfer.joined_after_letter": "The day of joining is after that of the letter, {issuedOn}. Please check both.",
  "transfer.not_transferred_out":
    "This person wasn't transferred out, so no letter brings them back. Please check that it is the same person.",
  "transfer.letter_expired": "The letter held until {until} and has expired. Please return it and issue a new one.",
};
