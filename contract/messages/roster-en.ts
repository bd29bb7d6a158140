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
};
