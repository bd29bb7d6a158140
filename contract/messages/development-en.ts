import type { developmentZh } from "./development-zh.ts";

/** Refusals of entering and withdrawing steps of 发展党员, in English. */
export const developmentEn: Record<keyof typeof developmentZh, string> = {
  "development.papers_missing": "Papers of step {step} are missing. Check them and tick each one.",
  "development.exemption_impossible": "Step {step} can't be left out. It has to be taken.",
  "development.step_settled": "Step {by} is settled, so step {step} isn't taken again. Withdraw what follows first.",
  "development.later_step_taken": "Step {later} was taken after this one. Withdraw step {later} first.",
  "development.state_unfit": "Step {step} isn't for somebody in the present state. Check the state first.",
  "development.state_changed_since":
    "The state has changed since, so this can't be withdrawn. Settle that change first.",
  "development.entry_unknown": "There is no such entry, or it was withdrawn. Load the page again.",
  "development.application_stays":
    "The application stays: the applicant stands in the roster because of it. Change the state of the person.",
  "development.supporter_unknown":
    "A contact or introducer isn't in an organisation you can see. Choose somebody else.",
  "development.approval_of_superior": "This is for the organisation above that may approve. Ask it to enter the step.",
  "development.already_in": "This person belongs to a branch already and needs no new application.",
  "development.branch_ended": "This branch ended on {to}. Choose one that stands.",
  "development.not_named": "Half-yearly assessments begin when somebody has been named an activist.",
  "development.assessed_that_day": "The assessment of {on} is entered already.",
  "development.no_probation": "Nobody who isn't on probation can have it extended.",
  "development.not_on_probation":
    "Only of somebody on probation can the discussion be put off. For a probationary member enter steps 15 and 17 first.",
  "development.discussed_before": "The meeting has discussed full membership already (step 23).",
  "development.deferred_before": "The discussion was put off once already and can't be put off again.",
  "development.deferred_before_transfer":
    "The date is before {transferredInOn}, the first day in this branch. Please change it.",
};
