import type { IndicatorBody } from "../definitions/indicator.ts";
import { type Leaf, leavesOf, type SchemeBody } from "../definitions/scheme.ts";
import { type PlacedNode, placedNodes } from "../definitions/scheme-nodes.ts";
import type { Evidence, FactKind } from "../things.ts";
import { type Gauge, gaugesFor } from "./indicator-gauge.ts";
import { type LeafScorer, leafScorer } from "./leaf-score.ts";
import { indicatorsByVersion, type LineFrame, linesOf } from "./line-frames.ts";
import { type VetoWatch, vetoWatch } from "./veto-rules.ts";

/** A leaf with the place of its line. */
export type PlacedLeaf = {
  readonly at: number;
  readonly leaf: Leaf;
  readonly gauge: Gauge;
  readonly score: LeafScorer;
};

/** A scheme version ready to score one sheet after another. */
export type CompiledScheme = {
  readonly scheme: SchemeBody;
  readonly frames: readonly LineFrame[];
  readonly leaves: readonly PlacedLeaf[];
  readonly nodes: readonly PlacedNode[];
  /** Each after the ones its formula needs. */
  readonly gauges: readonly Gauge[];
  readonly vetoes: VetoWatch;
  /** Who takes in evidence of a kind. */
  readonly takers: ReadonlyMap<FactKind, readonly ((group: Evidence) => void)[]>;
};

/** Throws where an indicator version is missing, formulas form a loop or an expression can't be read. */
export function compileScheme(scheme: SchemeBody, indicators: readonly IndicatorBody[]): CompiledScheme {
  const frames = linesOf(scheme, indicators);
  const places = new Map(frames.map((frame, at) => [frame.code, at]));
  const used = leavesOf(scheme);
  const gauges = gaugesFor(used, indicatorsByVersion(indicators), scheme.lateFactor);
  const leaves = used.map((leaf) => {
    const gauge = gauges.of(leaf.indicator, leaf.version);
    return { at: places.get(leaf.indicator)!, leaf, gauge, score: leafScorer(leaf, gauge, scheme.places) };
  });
  const vetoes = vetoWatch(scheme);
  return {
    scheme,
    frames,
    leaves,
    nodes: placedNodes(scheme, frames),
    gauges: gauges.inOrder,
    vetoes,
    takers: takersByKind(gauges.inOrder, vetoes),
  };
}

function takersByKind(gauges: readonly Gauge[], vetoes: VetoWatch): CompiledScheme["takers"] {
  const takers = new Map<FactKind, ((group: Evidence) => void)[]>();
  const register = (kind: FactKind, take: (group: Evidence) => void) => {
    takers.set(kind, [...(takers.get(kind) ?? []), take]);
  };
  for (const { intake, tally } of gauges) {
    for (const kind of intake?.kinds ?? []) register(kind, (group) => intake!.take(group, tally));
  }
  for (const kind of vetoes.kinds) register(kind, vetoes.take);
  return takers;
}
