import type { rosterZh } from "./roster-zh.ts";

/** The same in English. */
export const rosterEn: Record<keyof typeof rosterZh, string> = {
  "import.sheet_unknown": "The sheet “{sheet}” isn't known. Use the sheets of the roster that can be downloaded.",
  "import.begins_like_formula": "The text begins with = + - or @ and would be taken for a formula. Remove that sign.",
  "import.twice": "This stands in the sheet twice. Leave one row.",
  "import.two_parents": "The organisation has two superiors in the sheet; it must have one. Correct it.",
  "import.organization_unknown": "There is no organisation “{code}”, or it isn't within your rights. Check the code.",
  "import.stays":
    "A roster doesn't change this. Leave it blank and use the act made for it (adjustment, transfer, change of state).",
  "import.state_by_act":
    "Nobody is entered in this state. Enter the state before the disposition, then use the change of state.",
  "import.below_itself": "The organisation stands below itself. Correct the code of its superior.",
  "import.outlives_parent":
    "The superior ended on {parentTo}; what is below it can't last longer. Give a last day or another superior.",
  "import.before_organization": "The day is before the organisation's first day, {from}. Correct it.",
  "import.after_organization": "The organisation ended on {to}. Correct the day or choose another organisation.",
  "import.person_in_two_branches":
    "A person belongs to one branch. Correct it; who is a member already has to be transferred.",
  "import.person_unknown":
    "There is nobody with the number “{number}”, or not within your rights. Check it or add the person to the sheet of people.",
  "import.differs_from_identity": "This doesn't agree with the identity number. Check both.",
  "import.standing_before_joining": "The day of full membership is before the day of joining, {joinedOn}. Check both.",
  "import.unit_code_taken": "The unit code “{code}” is another unit's. Choose another.",
  "import.unit_unknown": "There is no unit “{code}”, or it isn't within your rights. Check the code.",
  "import.unit_missing": "A position or the head of a unit is given, but no unit. Give its code or leave them out.",
  "import.unit_covered": "Another organisation covers the unit in that time. Give the last day of that coverage first.",
  "import.before_unit": "The day is before the unit's first day, {from}. Correct it.",
  "import.after_unit": "The unit ended on {to} and nothing of it can be later. Correct the day or choose another unit.",
  "import.end_before_start": "The last day is before the first. Check both.",
  "import.changed_later":
    "This has changed from {from} on, and nothing earlier can be taken in. Choose another effective day.",
  "import.name_differs": "This isn't the organisation of the code, whose name is “{name}”. Check both.",
  "import.type_twice": "This is the same as the type. Leave it blank or choose another.",
  "import.not_asked": "This type doesn't ask for it, and it would be lost. Leave it blank or choose another type.",
  "import.member_unknown":
    "“{name}” wasn't a member of the branch on that day. Check the number or name; who isn't a member is a guest.",
  "import.member_ambiguous": "Several members of the branch are called “{name}”. Give the person's number.",
  "import.expected_differs":
    "By the roster of that day {expected} members are expected. Check the day, the type and the number.",
  "import.present_differs":
    "By those named {present} members were present. Check the number and who was on leave or absent.",
  "import.topic_unknown": "There is no topic “{topic}”. The topics are: {topics}.",
  "import.resolution_unreadable":
    "This can't be read. Write one resolution a line: what was resolved, then the votes for, against and abstaining as the template's example shows.",
  "import.another_file": "This isn't the file that was looked at. Preview it again, then confirm.",
  "import.state_changed":
    "Something has changed since the preview, and the result would differ from it. Preview again.",
  "import.has_errors": "The file still has {errors} errors. It is taken in once all of them are mended.",
  "import.row_needed": "Nothing is wrong with this row. A wrong row refers to it; leave it here.",
  "import.more_errors":
    "The sheet has {errors} errors, of which the first {kept} are listed. Mend them and check again to see the rest.",
  "import.no_errors": "The file has no errors, so there is no workbook of them.",
  "import.undone_before": "This import was taken back before.",
  "import.too_late":
    "More than 24 hours have passed, and the import can't be taken back as a whole. Correct what is wrong one by one.",
  "import.changed_since.organization":
    "The organisation {name} has changed since the import, which therefore can't be taken back. Put it back first, or correct one by one.",
  "import.changed_since.unit":
    "The unit {name} has changed since the import, which therefore can't be taken back. Put it back first, or correct one by one.",
  "import.changed_since.coverage":
    "The coverage of a unit has changed since the import, which therefore can't be taken back. Correct one by one.",
  "import.changed_since.person":
    "The person with the number {name} has changed since the import (data, membership or posts), which therefore can't be taken back. Correct one by one.",
  "import.changed_since.records":
    "Records of the import, or the duties they discharged, have changed since, and it can't be taken back. Correct one by one.",
  "import.period_changed":
    "The books of {month} were closed or opened again since the import, and it can't be taken back. Correct one by one.",
  "import.used_since.records":
    "Organisations or people of the import stand in records or duties by now, and it can't be taken back. Correct one by one.",
  "import.used_since.grants":
    "Accounts have rights on organisations of the import, and it can't be taken back. End these rights first.",
  "import.used_since.others":
    "What was entered later uses data of the import, and it can't be taken back. Correct one by one.",
};
