import type { CompiledScheme, PlacedLeaf } from "../scoring/compiled-scheme.ts";
import type { ScoreContext } from "../scoring/score-context.ts";
import type { LineFigures, SheetFigures, VetoFigures } from "../scoring/sheet-figures.ts";
import type { Evidence, ScoreLine, ScoreSheet, ScoreVeto } from "../things.ts";
import { factCountOf, leafArithmetic } from "./explain-leaf.ts";
import { nodeArithmetic } from "./explain-node.ts";
import { reachOf } from "./what-it-takes.ts";

/**
 * A sheet that was scored just now, with the arithmetic of each line: its figures, what they are made of, and what full
 * marks would take (scoring.md, Explanation). `evidence` and `context` are those it was scored with, `found` what they
 * gave. Other figures than these are shown as they are: a leaf without arithmetic, a node from the leaves shown.
 */
export function explained(
  compiled: CompiledScheme,
  evidence: readonly Evidence[],
  context: ScoreContext,
  found: SheetFigures,
  figures: SheetFigures,
): ScoreSheet {
  const details = new Map(
    compiled.leaves.map((leaf): [number, Details] => {
      const { arithmetic, reach, factCount } = leafDetails(leaf, evidence, context, found);
      const follows = isSame(found.lines[leaf.at]!, figures.lines[leaf.at]!);
      return [leaf.at, follows ? { arithmetic, reach, factCount } : { arithmetic: stored, reach: null, factCount }];
    }),
  );
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

const stored = { form: "stored" } as const;

function isSame(one: LineFigures, other: LineFigures): boolean {
  const { state, points, value, why } = one;
  const sameValue = value?.n === other.value?.n && value?.d === other.value?.d;
  return sameValue && state === other.state && points === other.points && why === other.why;
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
