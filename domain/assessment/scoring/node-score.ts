import { divide, format, multiply, one, type Rational, rational, sum, zero } from "../../kernel/rational.ts";
import { hundred, type NodeChild, type PlacedNode } from "../definitions/scheme-nodes.ts";
import type { LineState } from "../things.ts";
import { dividedToNearest, stepsOf } from "./steps.ts";

/**
 * How the nodes of a scheme are computed for one pattern of leaf states. Which children count decides every factor, so a
 * node's points are one whole-number sum of its children's rounded points, divided and rounded once.
 */
export type TreePlan = {
  /** Children before their nodes; only nodes with a score. */
  readonly nodes: readonly NodePlan[];
  /** By line; of nodes and leaves. */
  readonly states: readonly LineState[];
  /** Percent of the root with two places, rounded down. */
  readonly coverage: string;
};

type NodePlan = {
  readonly at: number;
  readonly terms: readonly { readonly at: number; readonly factor: bigint }[];
  readonly divisor: bigint;
  /** The most it can give, in steps; null without a limit. */
  readonly ceiling: bigint | null;
};

/** The plan for these leaf states by line (at the places of nodes they are ignored). */
export function planTree(nodes: readonly PlacedNode[], leafStates: readonly LineState[], places: number): TreePlan {
  const states = [...leafStates];
  const coverages = leafStates.map(coverageOfLeaf);
  const plans: NodePlan[] = [];
  for (const node of [...nodes].reverse()) {
    const coverage = coverageOf(node.children, coverages);
    const counted = node.children.filter((child) => states[child.at] === "scored");
    coverages[node.at] = coverage;
    states[node.at] = counted.length > 0 ? "scored" : coverage === null ? "not_applicable" : "pending";
    if (counted.length > 0) plans.push(planNode(node, counted, places));
  }
  return { nodes: plans, states, coverage: percentReached(coverages[0] ?? zero) };
}

/** Percent with two places, rounded down: a threshold of as many places is reached just where the exact share is. */
function percentReached(share: Rational): string {
  const { n, d } = multiply(share, hundred);
  return format(rational((n * 100n) / d, 100n), 2);
}

/** The points of a node in steps, from its children's. */
export function nodePoints({ terms, divisor, ceiling }: NodePlan, points: readonly (bigint | null)[]): bigint {
  let total = 0n;
  for (const { at, factor } of terms) {
    const child = points[at]!;
    total += factor === 1n ? child : child * factor;
  }
  const rounded = dividedToNearest(total, divisor);
  return ceiling !== null && rounded > ceiling ? ceiling : rounded;
}

function planNode(node: PlacedNode, counted: readonly NodeChild[], places: number): NodePlan {
  const factors = counted.map(factorsOf(node, counted));
  const divisor = factors.reduce((common, factor) => leastCommonMultiple(common, factor.d), 1n);
  const isExtra = node.kind === "bonus" || node.kind === "deduction";
  return {
    at: node.at,
    terms: counted.map(({ at }, index) => ({ at, factor: factors[index]!.n * (divisor / factors[index]!.d) })),
    divisor,
    ceiling: isExtra ? stepsOf(format(node.fullMarks, places)) : null,
  };
}

/**
 * What a child's points are multiplied by (scoring.md, Scheme). Sum node: the node's full marks ÷ Σ full marks of the
 * counted children. Weighted node: weight × 100 ÷ full marks of the child ÷ Σ weights of the counted children. Bonus and
 * deduction nodes add them as they are.
 */
function factorsOf(node: PlacedNode, counted: readonly NodeChild[]): (child: NodeChild) => Rational {
  const weights = sum(counted.map((child) => child.weight));
  switch (node.kind) {
    case "sum":
      return () => divide(node.fullMarks, weights);
    case "weighted":
      return ({ weight, fullMarks }) => divide(multiply(weight, hundred), multiply(fullMarks, weights));
    default:
      return () => one;
  }
}

/** Σ w·coverage ÷ Σ w over the children that aren't wholly not applicable; null when all are. */
function coverageOf(children: readonly NodeChild[], coverages: readonly (Rational | null)[]): Rational | null {
  const applicable = children.flatMap(({ at, weight }) => {
    const coverage = coverages[at] ?? null;
    return coverage === null ? [] : [{ coverage, weight }];
  });
  if (applicable.length === 0) return null;
  const known = sum(applicable.map((child) => multiply(child.weight, child.coverage)));
  return divide(known, sum(applicable.map((child) => child.weight)));
}

function coverageOfLeaf(state: LineState): Rational | null {
  return state === "not_applicable" ? null : state === "scored" ? one : zero;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
