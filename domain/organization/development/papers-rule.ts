import type { Refusal } from "../../kernel/refusal.ts";
import { stepRule } from "../basis-things.ts";
import { developmentSteps, type StepMaterial } from "../development-things.ts";
import { refuseBy } from "../finding.ts";

/** Why a step can't be entered with these papers, or null: each paper the step rests on is at hand. */
export function papersRefusal(step: number, papers: readonly StepMaterial[]): Refusal | null {
  const needed = developmentSteps.find(({ number }) => number === step)?.materials ?? [];
  const missing = needed.filter((paper) => !papers.includes(paper));
  if (missing.length === 0) return null;
  return refuseBy(stepRule(step), "development.papers_missing", { step, missing: missing.join(" ") }, "papers");
}
