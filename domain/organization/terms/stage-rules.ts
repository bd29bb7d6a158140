import type { Refusal } from "../../kernel/refusal.ts";
import { refuseBy } from "../finding.ts";
import { type ElectionMaterial, type ElectionStage, electionStages } from "../term-things.ts";

/** The stage after this one; null after the last. */
export function stageAfter(stage: ElectionStage): ElectionStage | null {
  return electionStages[placeOf(stage) + 1]?.stage ?? null;
}

/** Why a re-election can't go from one stage to another with these papers, or null: one by one, none without its papers (ORG-21). */
export function stageRefusal(
  from: ElectionStage,
  to: ElectionStage,
  materials: readonly ElectionMaterial[],
): Refusal | null {
  const next = stageAfter(from);
  if (to !== next) return refuseBy("ORG-21", "term.stage_out_of_order", { from, to, next: next ?? "" }, "stage");
  const needed: readonly ElectionMaterial[] = electionStages[placeOf(to)]?.materials ?? [];
  const missing = needed.filter((material) => !materials.includes(material));
  if (missing.length === 0) return null;
  return refuseBy("ORG-21", "term.material_missing", { stage: to, materials: missing.join(" ") }, "materials");
}

function placeOf(stage: ElectionStage): number {
  return electionStages.findIndex((each) => each.stage === stage);
}
