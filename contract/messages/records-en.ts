import type { recordsZh } from "./records-zh.ts";

/** Refusals about records: joint events, corrections, drafts, sampling and make-ups. */
export const recordsEn: Record<keyof typeof recordsZh, string> = {
  "record.host.twice": "The same organisation holds the event twice. Remove one.",
  "record.host.not_awaited":
    "The event doesn't wait for this organisation's part; it may have been entered already. Refresh and look again.",
  "record.attendee.in_two_hosts":
    "Somebody is in the lists of two organisations. Mark him at his own branch only; at the other he can sit in.",
  "record.material_unknown": "The chosen types know no paper “{material}”. Choose one from the list.",
  "record.make_up_not_open":
    "That duty can't be made up for: it belongs to another organisation, is done, or was due without an extension. Choose another.",
  "record.deviation_reason_missing":
    "Something that is generally asked for was done otherwise. Say why beside it, then submit.",
  "record.revoked": "This record was taken back and can't be corrected any more. Enter it anew if needed.",
  "record.changed_elsewhere":
    "This record was corrected meanwhile (version {version}). Open it again and change that; what you typed is kept.",
  "record.correction.reason_missing": "A correction says why. Please add it.",
  "record.correction.nothing_changed": "Nothing is different, so there is nothing to correct.",
  "record.correction.others_entered":
    "Other branches have entered their parts, so day and type aren't yours to correct. Ask somebody who may correct for all of them, or have the record taken back and enter it anew.",
  "sample.own_record":
    "Nobody checks or takes back what he entered himself or what his own organisation held. Leave it to somebody else.",
  "sample.reason_missing": "Say why; the branch will see it.",
  "sample.checked_already": "The check of this record is settled and can't be changed.",
  "sample.share_out_of_range": "The share has to be above 0 and at most 1 (0.1 is ten per cent).",
  "sample.nothing_to_draw":
    "There are no records to draw from in this time. Choose another; those of your own organisation are left to others.",
  "draft.changed_elsewhere":
    "This draft was changed elsewhere (revision {revision}). Both texts are kept; compare them before you save.",
  "draft.already_submitted": "This draft has been submitted as a record already.",
  "draft.handed_over": "This draft waits for the secretary's signature. It can be changed once it is sent back.",
  "draft.not_so": "The draft isn't in a state for this. Refresh and look again.",
  "draft.reason_missing": "Sending a draft back needs a reason. Please add it.",
  "make_up.not_expected": "This person wasn't expected at the event, so there is nothing to make up for.",
  "make_up.was_present": "This person was there, so there is nothing to make up for.",
  "make_up.twice": "That this person made up for the event is entered already.",
  "make_up.before_meeting": "The make-up would lie before the event. Check the days.",
  "make_up.late_reason_missing": "An absence is made up for within {days} days. This is later; say why.",
};
