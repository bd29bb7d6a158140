/** Refusals of publishing, reviewing, promoting and adopting templates, in English. */
export const standardsEn = {
  "template.code_taken":
    "Another organisation or the built-in library uses the code {code}. Take another one, or adapt that template.",
  "template.base_unknown":
    "There is no version {version} of the template {code} that this organisation may adapt. Choose one in use above.",
  "template.unchanged":
    "The adapted template doesn't differ from its base. Change something, or adopt the base itself.",
  "template.not_open":
    "The base doesn't leave {part} open: it can be neither changed nor opened further. Change open parts only.",
  "template.less_often": "An adapted template can't be owed less often than {times} times a year. Raise the cadence.",
  "template.check_dropped":
    "The check {check} can't be dropped or weakened. Keep it; stricter and additional checks are fine.",
  "template.field_dropped":
    "The template above asks for {field}; an adaptation can't leave it out. It may ask for more.",
  "template.code_twice": "The code {code} is used twice in one part of the template. Use different codes.",
  "template.reference_unknown":
    "A step or check refers to {code}, which isn't among the papers or topics. Add or correct it.",
  "template.photograph_required":
    "{code} asks for a photograph, which may be neither paper, step nor check. Remove it.",
  "template.version_unknown":
    "This organisation has no version {version} of the template {code} to use. Refresh and choose again.",
  "template.stage_not_allowed":
    "This isn't possible at the template's stage. It goes from exploring over trial and acceptance to promotion.",
  "template.not_tried": "No unit has tried this version yet, so it can't be accepted. Adopt it for a trial first.",
  "template.reviews_missing": "Promotion needs {needed} reviewers; there are {reviewers}. Complete the reviews first.",
  "template.review_too_low":
    "The mean of practicality, conformity or relevance is below {needed}, so it can't be promoted. Send it back to its trial and improve it.",
  "template.own_review": "Nobody reviews a template that he published himself. Somebody else has to.",
  "template.not_in_review": "Only templates in trial or acceptance are reviewed. Wait until its trial begins.",
  "template.not_usable":
    "A version that is still being explored or was withdrawn can't be adopted. Choose one in trial, in acceptance or promoted.",
  "template.adopted_in_past":
    "An adoption begins and ends today ({today}) or later: existing records keep the version of their day.",
  "template.not_adopted":
    "The organisation has adopted no version of the template {code} on that day; there is nothing to end.",
  "benchmark.none_for_kind": "This kind of organisation has no set. Branches have five standards, committees six.",
  "benchmark.item_unknown": "The set has no item {code}. Refresh and fill it in again.",
  "benchmark.due_missing": "The item {code} isn't met: set a day until when it is put right.",
  "benchmark.due_in_past": "The item {code} can't be put right before today ({today}). Choose today or later.",
  "benchmark.year_is_over": "{year} is over; its items don't change any more. Change them from this year on.",
  "benchmark.too_many_items": "There are {items} items, a set has at most {most}. Remove or join some.",
  "benchmark.code_twice": "The code {code} stands there twice. Reload the page and change it again.",
  "benchmark.item_twice": "The item “{name}” stands there twice. Keep one of them.",
  "benchmark.year_in_future":
    "The year {year} is still to come and can't be checked or verified. Choose this year or an earlier one.",
  "benchmark.not_checked":
    "The organisation hasn't looked at the item {code} yet, so it can't be verified. It has to look first.",
  "benchmark.own_check": "You looked at the item {code} yourself, so somebody else has to verify it.",
} as const;
