import type { plansZh } from "./plans-zh.ts";

/** Refusals about plans, duties and requests. */
export const plansEn: Record<keyof typeof plansZh, string> = {
  "plan.no_lines": "The plan asks for nothing. Write at least one line.",
  "plan.template_unknown": "There is no template “{template}”. Choose one from the library.",
  "plan.template_withdrawn":
    "The template “{template}” was withdrawn here or isn’t adopted yet, so it can’t be planned. Choose another one, or adopt it first.",
  "plan.template_not_owed":
    "“{template}” is counted from the records of branches and isn’t ordered. Take it out of the plan.",
  "plan.cadence_missing":
    "“{template}” is done on occasion and has no cadence, so a plan can’t order it as it is. Give it a cadence or take it out of the plan.",
  "plan.direction_missing": "The improving work “{template}” has no direction. Write where it is to go.",
  "plan.class_unknown": "There is no organisation of the class “{class}”. Choose a class from the list.",
  "plan.month_outside_year": "The month {month} of “{template}” isn’t in {year}. Correct the month.",
  "plan.months_reversed": "The last month {to} of “{template}” is before its first, {from}. Correct them.",
  "plan.control_characters":
    "The direction of “{template}” holds invisible control characters. Remove them and try again.",
  "plan.no_organization":
    "At and below this organisation there is none that these lines reach, so the plan has nobody to address. Set up organisations first, or change whom the lines are for.",
  "plan.too_many":
    "This plan would make {count} duties, more than the {most} that one plan may make. Narrow it, or let those below issue plans of their own. Nothing was made.",
  "plan.line_differs":
    "The plan has a line of “{template}” for the same organisations that says otherwise. Open the plan and change it there.",
  "plan.line_unknown":
    "The plan has no such line of “{template}”; somebody may have taken it out. Reload and change it again.",
  "plan.line_of_other_work":
    "A line can’t be changed from “{was}” to “{template}”. Take the old one out and add a new one.",
  "plan.from_outside_year": "The day {from} isn’t in {year}, the year of the plan. Correct the day.",
  "plan.from_past":
    "The month of {from} is over and isn’t changed any more. Choose a day in the month of {today} or later.",
  "plan.state_changed":
    "The plan or its duties changed since the preview. Look at the preview again before you change the plan.",
  "plan.nothing_changed": "This is the plan as it stands. There is nothing to change.",
  "obligation.reason_missing": "Write the reason.",
  "obligation.control_characters": "The text holds invisible control characters. Remove them and try again.",
  "obligation.not_open":
    "This duty was done, handed in or waived, so this can’t be done with it. Reload to see how it stands.",
  "obligation.step_not_allowed": "This step can’t be taken with the duty as it stands. Reload to see its state.",
  "obligation.needs_record": "This duty is done by a record. Fill in the record; nothing else has to be handed in.",
  "obligation.deadline_passed":
    "The deadline {dueOn} has passed. Ask for an extension first, and hand it in once it is approved.",
  "obligation.assignee_missing": "Choose who takes it on.",
  "obligation.assignee_not_here":
    "This person isn’t in the organisation today. Choose one of its members or of those with a post in it.",
  "obligation.progress_missing": "Write how many percent are done.",
  "obligation.evidence_missing": "Write what was done and what shows it.",
  "obligation.not_submitted": "The duty wasn’t handed in yet, or was checked already. Reload to see how it stands.",
  "obligation.own_submission": "Nobody checks what he handed in himself. Let somebody else check it.",
  "request.date_not_later": "An extension has to end after the present deadline, {dueOn}. Choose another day.",
  "request.date_past": "The day asked for has passed; it has to be {today} or later. Choose another day.",
  "request.already_open": "The same was asked already and waits for a decision.",
  "request.already_decided": "This request was decided already. Reload to see how.",
  "request.own": "Nobody decides his own request. Let somebody else decide it.",
};
