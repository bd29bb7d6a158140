import type { CompiledScheme, PlacedLeaf } from "../scoring/compiled-scheme.ts";
import type { ScoreContext } from "../scoring/score-context.ts";
import type { SheetFigures, VetoFigures } from "../scoring/sheet-figures.ts";
import type { Evidence, ScoreLine, ScoreSheet, ScoreVeto } from "../things.ts";
import { factCountOf, leafArithmetic } from "./explain-leaf.ts";
import { nodeArithmetic } from "./explain-node.ts";
import { reachOf } from "./what-it-takes.ts";

/**
 * A sheet that was scored just now, with the arithmetic of each line: the same figures, what they are made of, and what
 * full marks would take (scoring.md, Explanation). `evidence` and `context` are those it was scored with.
 */
export function explained(
  compiled: CompiledScheme,
  evidence: readonly Evidence[],
  context: ScoreContext,
  figures: SheetFigures,
): ScoreSheet {
  const details = new Map(compiled.leaves.map((leaf) => [leaf.at, leafDetails(leaf, evidence, context, figures)]));
  for (const node of compiled.nodes) {
    const arithmetic = nodeArithmetic(node, compiled, figures);
    details.set(node.at, { arithmetic, reach: null, factCount: 0 });
  }
  return {
    total: figures.total,
    coverage: figures.coverage,
    vetoes: figures.vetoes.map((veto) => vetoWithWords(compiled, veto)),
    lines: compiled.frames.map((frame, at) => ({ ...frame, ...figures.lines[at]!, ...details.get(at)! })),
    composition: figures.composition,
  };
}

type Details = Pick<ScoreLine, "arithmetic" | "reach" | "factCount">;

function leafDetails(
  { at, leaf, gauge }: PlacedLeaf,
  evidence: readonly Evidence[],
  context: ScoreContext,
  { lines }: SheetFigures,
): Details {
  const line = lines[at]!;
  return {
    arithmetic: leafArithmetic({ leaf, gauge, evidence, context, line }),
    reach: reachOf(leaf, gauge, line),
    factCount: factCountOf(gauge, evidence),
  };
}

function vetoWithWords({ scheme }: CompiledScheme, figures: VetoFigures): ScoreVeto {
  const { name, when, effect } = scheme.vetoes.find((veto) => veto.code === figures.code)!;
  return { ...figures, name, atLeast: when.atLeast, effect };
}
