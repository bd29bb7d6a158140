import type { Refusal } from "../../kernel/refusal.ts";
import { stepRule } from "../basis-things.ts";
import { refuseBy } from "../finding.ts";
import type { DevelopmentLimits, TakenStep } from "./case-facts.ts";

/** Why these people can't be the contacts of step 5 (one or two) or the introducers of step 9 (two), or null: full members only. */
export function peopleRefusal({ step, people }: TakenStep, limits: DevelopmentLimits): Refusal | null {
  if (step !== 5 && step !== 9) return null;
  const rule = stepRule(step);
  const count = new Set(people.map(({ personId }) => personId)).size;
  const [least, most] = step === 5 ? [1, limits.contactsMost] : [limits.introducers, limits.introducers];
  if (count < least || count > most || count < people.length) {
    return refuseBy(rule, "development.supporters_count", { step, count, least, most }, "people");
  }
  const unfit = people.find(({ state, rightsSuspended }) => state !== "FULL" || (step === 9 && rightsSuspended));
  if (!unfit) return null;
  return refuseBy(rule, "development.supporter_not_full_member", { step, person: unfit.personId }, "people");
}

/** Why a training is too short, or null: three days or 24 hours (DEV-T5). */
export function trainingRefusal({ step, training }: TakenStep, limits: DevelopmentLimits): Refusal | null {
  if (step !== 11) return null;
  const { days, hours } = training ?? { days: 0, hours: 0 };
  if (days >= limits.trainingDays || hours >= limits.trainingHours) return null;
  const values = { days, hours, daysNeeded: limits.trainingDays, hoursNeeded: limits.trainingHours };
  return refuseBy("DEV-T5", "development.training_too_short", values, "training");
}
