/** Refusals of administrative units, what covers them and gaps, in English. */
export const unitsEn = {
  "unit.code_taken": "The unit code “{code}” is taken. Choose another.",
  "unit.end_before_start": "The last day {to} is before the first one {from}. Change one of them.",
  "unit.older_than_parent": "The first day {from} is before that of the unit above, {parentFrom}. Change it.",
  "unit.parent_ended": "The unit above ended on {parentTo}. Choose another.",
  "unit.outlives_parent": "The unit above ends on {parentTo}, and this one can't end later. Change the day.",
  "unit.parent_unknown": "There is no such unit above, or it isn't yours to keep. Choose again.",
  "unit.below_itself": "A unit can't stand below itself. Choose another.",
  "unit.nothing_changes": "It stands there already; there is nothing to save.",
  "unit.children_left": "{count} units below go on after that day. End or move them first.",
  "unit.people_left": "{count} people work here after that day. Change where they work first.",
  "unit.covered_later": "After that day another organisation is to cover the unit. Take that back first.",
  "unit.restricted_above": "The unit above is restricted, so this mark can't be lifted alone. Lift it above.",
  "coverage.organization_unknown": "There is no such organisation, or it isn't yours to keep. Choose again.",
  "coverage.kind_covers_nothing":
    "Discipline committees and steering groups cover no units. Choose a committee, general branch, branch or group.",
  "coverage.group_covers_team": "A Party group is built on a team only. Choose a branch or what stands above it.",
  "coverage.end_before_start": "The last day {to} is before the first one {from}. Change one of them.",
  "coverage.outside_unit": "These days reach beyond the unit's, {from} to {to}. Change them.",
  "coverage.outside_organization": "These days reach beyond the organisation's, {from} to {to}. Change them.",
  "coverage.not_after_current": "What covers it now began on {from}, and the next has to begin later. Change the day.",
  "coverage.later_exists": "From {from} on another organisation is to cover it. Take that back first, or choose a day.",
  "coverage.kept_elsewhere":
    "On {date} an organisation that isn't yours to keep covers the unit. Ask whoever keeps both, or choose a later day.",
  "coverage.none": "On {date} no organisation covers this unit itself, so there is nothing to end.",
  "gap.closed": "This has been done already, or things have changed. Load the list again.",
  "gap.branch_first": "{unit} has no branch yet, so it can't have a Party group. Set up the branch first.",
  "gap.superior_elsewhere": "The new organisation would stand under one that isn't yours to keep. Ask there.",
  "gap.members_elsewhere": "{count} members belong to branches that aren't yours to keep. Transfer them first.",
  "gap.member_changes_later":
    "{count} members change their branch or post on that day or later, or are being transferred. Settle that first, or choose another day.",
} as const;
