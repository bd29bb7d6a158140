import { format, rational } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { explained } from "../explanation/explain.ts";
import type { Evidence, LineState, ScoreSheet } from "../things.ts";
import { type CompiledScheme, compileScheme } from "./compiled-scheme.ts";
import { type Composed, composed } from "./composition.ts";
import { memoOf, tupleMemoOf } from "./memo.ts";
import { nodePoints, planTree, type TreePlan } from "./node-score.ts";
import type { ScoreContext } from "./score-context.ts";
import type { LineFigures, SheetFigures, VetoFigures } from "./sheet-figures.ts";
import { clearTally } from "./tally.ts";

export { type ChildFigure, plainContext, type ScoreContext, type Settlement } from "./score-context.ts";

/**
 * Scores sheets of one scheme version. Both functions give the same figures: `score` fast and without words, `explain`
 * with the arithmetic of each line. Of a sheet that is `stored` for good, `explain` gives the stored figures, and the
 * arithmetic of those lines that evidence and context lead to.
 */
export type Scorer = {
  score(evidence: readonly Evidence[], context: ScoreContext): SheetFigures;
  explain(evidence: readonly Evidence[], context: ScoreContext, stored?: SheetFigures): ScoreSheet;
};

/**
 * Compiles a scheme version for thousands of sheets: evidence in any order gives the same sheet to the last digit. Each
 * leaf is rounded, then each node is computed from its children's rounded figures and rounded, up to the total. Throws
 * where an indicator version is missing, formulas form a loop or an expression can't be read.
 */
export function scorerOf(scheme: SchemeBody, indicators: readonly IndicatorBody[]): Scorer {
  const compiled = compileScheme(scheme, indicators);
  const score = sheetScorer(compiled);
  return {
    score,
    explain(evidence, context, stored) {
      const found = score(evidence, context);
      return explained(compiled, evidence, context, found, stored ?? found);
    },
  };
}

/** How many node figures, totals and patterns of leaf states are remembered. */
const remembered = 50_000;
const rememberedPlans = 2_000;

function sheetScorer(compiled: CompiledScheme): Scorer["score"] {
  const { scheme, frames, leaves, nodes, vetoes } = compiled;
  const states = frames.map((): LineState => "not_applicable");
  const patternKey = new Array<number>(Math.ceil(leaves.length / statesInKey)).fill(0);
  const planFor = tupleMemoOf<number, TreePlan>(rememberedPlans, 0, () => planTree(nodes, states, scheme.places));
  const figuresOf = figuresOfSteps(scheme.places);
  const compose = composer(compiled);
  const points = frames.map((): bigint | null => null);
  return (evidence, context) => {
    takeIn(compiled, evidence, context);
    const lines = new Array<LineFigures>(frames.length);
    patternKey.fill(0);
    for (let index = 0; index < leaves.length; index += 1) {
      const { at, score } = leaves[index]!;
      const { figures, steps } = score(context);
      lines[at] = figures;
      points[at] = steps;
      states[at] = figures.state;
      const part = Math.floor(index / statesInKey);
      patternKey[part] = patternKey[part]! * 3 + stateDigits[figures.state];
    }
    const plan = planFor(patternKey);
    for (const { at } of nodes) {
      points[at] = null;
      lines[at] = withoutPoints[plan.states[at]!];
    }
    for (const node of plan.nodes) {
      const total = nodePoints(node, points);
      points[node.at] = total;
      lines[node.at] = figuresOf(total);
    }
    const triggered = vetoes.finish(context.vetoDecisions);
    const { total, composition } = compose(points, triggered);
    return { total, coverage: plan.coverage, lines, vetoes: triggered, composition };
  };
}

/** Leaf states as digits of a number to the base three; so many stay a small integer. */
const statesInKey = 19;
const stateDigits: Readonly<Record<LineState, number>> = { scored: 0, pending: 1, not_applicable: 2 };

/** Lets every gauge read its value off this sheet's evidence; groups that their stornos emptied count as none. */
function takeIn(
  { gauges, vetoes, takers }: CompiledScheme,
  evidence: readonly Evidence[],
  context: ScoreContext,
): void {
  for (const { tally } of gauges) clearTally(tally);
  vetoes.clear();
  for (const group of evidence) {
    const interested = takers.get(group.kind);
    if (interested === undefined || group.count <= 0) continue;
    for (const take of interested) take(group);
  }
  for (const gauge of gauges) gauge.reading = gauge.read(context);
}

const figuresWithout = (state: LineState): LineFigures => ({ state, points: null, value: null, why: null });
/** A node's figures by state; those of a scored one are filled in afterwards. */
const withoutPoints: Readonly<Record<LineState, LineFigures>> = {
  scored: figuresWithout("scored"),
  pending: figuresWithout("pending"),
  not_applicable: figuresWithout("not_applicable"),
};

function figuresOfSteps(places: number): (steps: bigint) => LineFigures {
  const scale = 10n ** BigInt(places);
  return memoOf(remembered, (steps) => ({
    state: "scored",
    points: format(rational(steps, scale), places),
    value: null,
    why: null,
  }));
}

const nothing = { total: null, composition: null };

/** The total and its composition from the points of the root and of the bonus and deduction nodes. */
function composer({
  scheme,
  nodes,
}: CompiledScheme): (points: readonly (bigint | null)[], vetoes: readonly VetoFigures[]) => Composed | typeof nothing {
  const scale = 10n ** BigInt(scheme.places);
  const compute = ([root, bonus, deduction]: readonly bigint[], vetoes: readonly VetoFigures[]) => {
    const parts = { root: rational(root!, scale), bonus: rational(bonus!, scale) };
    return composed(scheme, { ...parts, deduction: rational(deduction!, scale) }, vetoes);
  };
  const withoutVetoes = tupleMemoOf<bigint, Composed>(remembered, 0, (parts) => compute(parts, []));
  const bonuses = nodes.filter((node) => node.kind === "bonus");
  const deductions = nodes.filter((node) => node.kind === "deduction");
  return (points, vetoes) => {
    const root = points[0] ?? null;
    if (root === null) return nothing;
    const together = (some: typeof nodes) => some.reduce((total, { at }) => total + (points[at] ?? 0n), 0n);
    const parts = [root, together(bonuses), together(deductions)];
    return vetoes.length === 0 ? withoutVetoes(parts) : compute(parts, vetoes);
  };
}
