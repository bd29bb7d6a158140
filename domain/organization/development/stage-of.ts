import { type DevelopmentStep, developmentSteps } from "../development-things.ts";
import type { MemberState } from "../things.ts";

export type Stage = DevelopmentStep["stage"];

/** The stage that a state stands for at least: of somebody who came with it, the steps before aren't entered. */
const least: Partial<Record<MemberState, Stage>> = { ACTIVIST: 2, CANDIDATE: 3, PROBATIONARY: 5, FULL: 5 };

/** The stage of the first step that can be taken, where `finished` holds the steps that were done or left out. */
export function stageOf(state: MemberState, finished: ReadonlySet<number>): Stage {
  const open = developmentSteps.find(
    ({ number, after }) => !finished.has(number) && after.every((step) => finished.has(step)),
  );
  return Math.max(open?.stage ?? 5, least[state] ?? 1) as Stage;
}
