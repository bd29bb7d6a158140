import { format, rational } from "../../kernel/rational.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { placedNodes } from "../definitions/scheme-nodes.ts";
import { type Composed, composed } from "../scoring/composition.ts";
import type { LeafResult } from "../scoring/leaf-score.ts";
import type { LineFrame } from "../scoring/line-frames.ts";
import { memoOf, tupleMemoOf } from "../scoring/memo.ts";
import { nodePoints, planTree, type TreePlan } from "../scoring/node-score.ts";
import type { LineFigures, SheetFigures, VetoFigures } from "../scoring/sheet-figures.ts";
import type { LineState } from "../things.ts";

/** Puts a sheet together from its leaves, in the order of `leavesOf`, and the vetoes whose facts stand. */
export type SheetComposer = (leaves: readonly LeafResult[], vetoes: readonly VetoFigures[]) => SheetFigures;

const remembered = 50_000;
const rememberedPlans = 2_000;

/**
 * Composes sheets of a scheme from leaves whose points are known already: the same figures as scoring the facts behind
 * them (`scorerOf`). `frames` are the scheme's lines.
 */
export function sheetComposer(scheme: SchemeBody, frames: readonly LineFrame[]): SheetComposer {
  const nodes = placedNodes(scheme, frames);
  const leafPlaces = frames.flatMap(({ kind }, at) => (kind === "leaf" ? [at] : []));
  const states = frames.map((): LineState => "not_applicable");
  const points = frames.map((): bigint | null => null);
  const planFor = memoOf<string, TreePlan>(rememberedPlans, () => planTree(nodes, states, scheme.places));
  const scale = 10n ** BigInt(scheme.places);
  const figuresOf = memoOf<bigint, LineFigures>(remembered, (steps) => {
    return { state: "scored", points: format(rational(steps, scale), scheme.places), value: null, why: null };
  });
  const compose = composer(scheme, frames);
  return (leaves, vetoes) => {
    const lines = new Array<LineFigures>(frames.length);
    let pattern = "";
    for (let index = 0; index < leafPlaces.length; index += 1) {
      const at = leafPlaces[index]!;
      const { figures, steps } = leaves[index]!;
      lines[at] = figures;
      points[at] = steps;
      states[at] = figures.state;
      pattern += figures.state[0];
    }
    const plan = planFor(pattern);
    for (const { at } of nodes) {
      points[at] = null;
      lines[at] = withoutPoints[plan.states[at]!];
    }
    for (const node of plan.nodes) {
      const total = nodePoints(node, points);
      points[node.at] = total;
      lines[node.at] = figuresOf(total);
    }
    return { ...compose(points, vetoes), coverage: plan.coverage, lines, vetoes };
  };
}

const figuresWithout = (state: LineState): LineFigures => ({ state, points: null, value: null, why: null });
const withoutPoints: Readonly<Record<LineState, LineFigures>> = {
  scored: figuresWithout("scored"),
  pending: figuresWithout("pending"),
  not_applicable: figuresWithout("not_applicable"),
};

const nothing = { total: null, composition: null };

/** The total from the points of the root and of the bonus and deduction nodes. */
function composer(scheme: SchemeBody, frames: readonly LineFrame[]) {
  const scale = 10n ** BigInt(scheme.places);
  const placesOf = (extras: SchemeBody["bonuses"]) =>
    extras.map((extra) => frames.findIndex(({ code }) => code === extra.code));
  const [bonuses, deductions] = [placesOf(scheme.bonuses), placesOf(scheme.deductions)];
  const compute = ([root, bonus, deduction]: readonly bigint[], vetoes: readonly VetoFigures[]) => {
    const parts = { root: rational(root!, scale), bonus: rational(bonus!, scale) };
    return composed(scheme, { ...parts, deduction: rational(deduction!, scale) }, vetoes);
  };
  const withoutVetoes = tupleMemoOf<bigint, Composed>(remembered, 0, (parts) => compute(parts, []));
  return (points: readonly (bigint | null)[], vetoes: readonly VetoFigures[]): Composed | typeof nothing => {
    const root = points[0] ?? null;
    if (root === null) return nothing;
    const together = (places: readonly number[]) => places.reduce((total, at) => total + (points[at] ?? 0n), 0n);
    const parts = [root, together(bonuses), together(deductions)];
    return vetoes.length === 0 ? withoutVetoes(parts) : compute(parts, vetoes);
  };
}
