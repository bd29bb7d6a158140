/** What is wrong with an indicator or a scheme, in English. */
export const definitionsEn = {
  "definition.code_taken": "The code “{code}” is used by another organisation. Choose another.",
  "definition.adapts_missing":
    "“{code}” was made by the organisation above; below it is adapted within what it leaves open. Say with adapts which version.",
  "definition.unreadable": "This file can't be read: {reason}. Correct it as YAML.",
  "definition.kind_unclear": "It is neither a scheme, which has a root, nor an indicator, which has an aggregation.",
  "definition.not_a_scheme": "This is an indicator, not a scheme. Name two schemes.",
  "definition.field_missing": "This part is missing. Add it.",
  "definition.field_unknown": 'There is no part "{field}". Remove it or correct its spelling.',
  "definition.field_type": 'The type is wrong; it should be {expected}. Write figures as quoted text, such as "12.5".',
  "definition.field_value": '"{value}" is not one of: {allowed}.',
  "definition.field_format": '"{value}" is not written as it should be. Compare it with a definition of the same kind.',
  "definition.field_too_small": "Too short or too small: at least {least}.",
  "definition.field_too_big": "Too long or too big: at most {most}.",
  "definition.not_above_zero": "It must be above zero. Change it.",
  "definition.below_zero": "It must not be below zero. Change it.",
  "definition.fact_kind_unknown": 'There is no kind of fact "{kind}". Choose one of the list of kinds.',
  "definition.metric_unknown":
    'The catalogue has no business figure "{metric}". Add it there first, or correct the code.',
  "definition.reads_missing": 'The aggregation needs "{kind}", which "reads" does not name. Add it.',
  "definition.units_need_events":
    "Points by unit need a count, a sum or the last fact. Change the aggregation or the points rule.",
  "definition.zero_unexplained": "Where no data earns zero, zeroReason must say why in words.",
  "definition.full_needs_deduct": "Full marks without data belong to deductions only. Use pending or not applicable.",
  "definition.baseline_is_target": "Baseline and target are the same, so nothing lies between. Change one of them.",
  "definition.direction_contradicts":
    "Baseline {baseline} and target {target} contradict the direction: higher is better needs the target above, lower the other way round.",
  "definition.bands_order": "Bands go from best to worst: {bound} can't come after {before}.",
  "definition.bands_points":
    "The better band {before} gives {fewer} points, fewer than the {points} of {bound}. A better band never gives fewer.",
  "definition.floor_above_ceiling": "The floor {floor} lies above the ceiling {ceiling}. Change one of them.",
  "definition.floor_above_marks":
    'The floor {floor} of "{indicator}" lies above its full marks {fullMarks} here. Give it more marks or a lower floor.',
  "definition.ceiling_above_marks":
    'The ceiling {ceiling} of "{indicator}" lies above its full marks {fullMarks} here. Give it more marks or a lower ceiling.',
  "definition.full_in_deduction":
    '"{indicator}" gives full marks without data: as a deduction, whoever had no event would lose the most. Use one that adds points for each event.',
  "definition.not_a_percentage": "{value} is not a percentage between 0 and 100 with at most two decimals. Change it.",
  "definition.weights_sum": "The weights make {sum}; they must make 100. Adjust them.",
  "definition.code_twice": '"{code}" stands twice in the scheme. Each node and each indicator stands once.',
  "definition.late_factor_range": "The late factor must lie between 0 and 1. Change it.",
  "definition.range_upside_down": "The floor of the total must lie below its ceiling. Change one of them.",
  "definition.grade_twice": 'The grade "{grade}" is written twice. Remove one.',
  "definition.grades_order": 'Grades go from best to worst: "{grade}" must begin below "{before}".',
  "definition.grade_unknown": 'There is no grade "{grade}". Define it under grades first.',
  "definition.not_a_share": "{value} is not a share between 0 and 1, such as 0.3. Change it.",
  "definition.line_unknown": 'The scheme "{scheme}" has no line "{line}". Correct it.',
  "definition.indicator_unknown": 'There is no indicator "{indicator}". Define it first, or correct the code.',
  "definition.indicator_version_unknown":
    'The indicator "{indicator}" has no version {version}. Name a version that stands.',
  "definition.indicator_newer":
    'The indicator "{indicator}" is valid from {from} on, later than what names it. Move validFrom, or name an older version.',
  "definition.formula_loop": "Formulas need each other in a loop: {loop}. Remove one reference.",
  "definition.scheme_unknown": 'There is no scheme "{scheme}". Define it first, or correct the code.',
  "definition.scheme_loop": "Schemes need each other in a loop: {loop}. Remove one reference.",
  "definition.scheme_longer":
    'The indicator "{indicator}" takes figures of "{scheme}", whose period is longer than this one\'s, so they come too late. Use a scheme whose period is not longer.',
  "definition.rollup_cadence":
    'The indicator "{indicator}" rolls up "{scheme}", whose periods are others than this one\'s. Roll it up in a scheme of the same periods and take the figure of that.',
  "definition.cadence_changed":
    '"{code}" has other periods in version {version}, and every version keeps them. Put the cadence back, or make a scheme of its own.',
  "definition.version_twice": '"{code}" version {version} is written twice. Keep one.',
  "definition.published_changed": '"{code}" version {version} is published and never changes. Make a new version.',
  "definition.base_unknown": 'There is no "{code}" version {version} to adapt. Correct adapts.',
  "definition.adapted_marks": 'The full marks of "{indicator}" may only be set between {from} and {to}.',
  "definition.adapted_closed": 'The scheme above does not leave "{what}" open. Put it back as it was.',
  "definition.adapted_too_much":
    'The indicators added below "{node}" make {added} marks; the scheme above leaves {most} open. Add less.',
  "definition.red_line": 'Red line: nothing is scored by "{word}" (rule {rule}). Use facts about the work itself.',
  "definition.ranks_persons":
    "Red line: schemes score organisations and never rank persons (rule {rule}). Make organisations its subject.",
  "definition.person_indicator":
    'Red line: the indicator "{indicator}" is about persons and can\'t count for an organisation (rule {rule}). Use one about organisations.',
} as const;
