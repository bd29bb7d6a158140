import type { Action } from "../identity/things.ts";
import { type FirstStep, firstSteps, type ToldStep } from "./first-steps-things.ts";

/**
 * The first steps of a group as somebody is told them: nothing once all are done, nor to whom none of them falls. A step is
 * done when its outcome is there, however it came about.
 */
export function firstStepsFor(
  done: Readonly<Record<FirstStep, boolean>>,
  may: (action: Action) => boolean,
): readonly ToldStep[] {
  const told = firstSteps.map(({ step, needs }) => ({ step, done: done[step], mine: may(needs) }));
  return told.every((one) => one.done) || !told.some(({ mine }) => mine) ? [] : told;
}
