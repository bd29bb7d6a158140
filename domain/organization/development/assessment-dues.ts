import { addMonthsTo, type PlainDate } from "../../kernel/plain-date.ts";
import { type Finding, finding } from "../finding.ts";
import { type DevelopmentCase, type DevelopmentLimits, developmentLimits, doneOn } from "./case-facts.ts";

/** The days by which an activist is assessed: each half-year since the naming, until cultivation ends or today (DEV-T3). */
export function assessmentDues(
  namedOn: PlainDate,
  until: PlainDate,
  limits: DevelopmentLimits = developmentLimits,
): PlainDate[] {
  const dues: PlainDate[] = [];
  for (let count = 1; ; count += 1) {
    const due = addMonthsTo(namedOn, count * limits.assessmentMonths);
    if (due > until) return dues;
    dues.push(due);
  }
}

/** A finding for each half-year that went by without an assessment in it (DEV-T3). */
export function assessmentFindings(
  each: Pick<DevelopmentCase, "taken">,
  assessments: readonly PlainDate[],
  today: PlainDate,
  limits: DevelopmentLimits = developmentLimits,
): Finding[] {
  const namedOn = doneOn(each, 3);
  if (namedOn === null) return [];
  let from = namedOn;
  return assessmentDues(namedOn, doneOn(each, 7) ?? today, limits).flatMap((due) => {
    const begin = from;
    from = due;
    const assessed = assessments.some((day) => day > begin && day <= due);
    // On the day itself it can still be done.
    return assessed || due === today ? [] : [finding("DEV-T3", "development.assessment_missing", { from: begin, due })];
  });
}
