import type { Refusal } from "../../kernel/refusal.ts";
import { developmentSteps } from "../development-things.ts";
import { refuseBy } from "../finding.ts";
import { type DevelopmentCase, doneOn, isExempt } from "./case-facts.ts";
import { stateSteps } from "./state-steps.ts";

/** Why a step that is done can't be taken again, or null: what was filed or approved after it stands on it (DEV-C3). */
export function repeatRefusal(each: DevelopmentCase, step: number): Refusal | null {
  if (doneOn(each, step) === null) return null;
  const settled = stateSteps.find((later) => later.step >= step && doneOn(each, later.step) !== null);
  return settled ? refuseBy("DEV-C3", "development.step_settled", { step, by: settled.step }, "step") : null;
}

/** Why the entry of a step can't be taken back, or null: no step that waited for it is done (DEV-C3). */
export function withdrawalRefusal(each: DevelopmentCase, step: number): Refusal | null {
  const later = developmentSteps.find(({ number, after }) => after.includes(step) && isFinished(each, number));
  return later ? refuseBy("DEV-C3", "development.later_step_taken", { step, later: later.number }, "step") : null;
}

function isFinished(each: DevelopmentCase, step: number): boolean {
  return doneOn(each, step) !== null || isExempt(each, step);
}
