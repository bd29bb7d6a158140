import {
  add,
  clamp,
  compare,
  divide,
  format,
  min,
  multiply,
  one,
  parse,
  type Rational,
  rational,
  roundHalfAwayFromZero,
  subtract,
  sum,
  toReadableText,
  zero,
} from "../kernel/rational.ts";
import { type FactIndex, indexFacts } from "./fact-selection.ts";
import type { IndicatorBody } from "./indicator.ts";
import { type LeafContext, scoreLeaf } from "./leaf-score.ts";
import type { ExtraNode, Leaf, SchemeBody, SchemeNode, SumNode, WeightedNode } from "./scheme.ts";
import type { Arithmetic, LineState, ScoreLine, ScoreSheet, ScoringFact } from "./things.ts";

/** Which sources have closed the period: the product's own (`closed`), and imported ones by their receipts. */
export type ScoreContext = { readonly closed: boolean; readonly receipts?: ReadonlySet<string> };

/**
 * The score sheet of one organisation and period: the same facts in any order give the same sheet to the last digit.
 * Each leaf is rounded, then each node is computed from its children's rounded figures and rounded, up to the total, so
 * every level can be repeated by hand. Throws when an indicator version of the scheme isn't among `indicators`.
 */
export function scoreSheet(
  scheme: SchemeBody,
  indicators: readonly IndicatorBody[],
  facts: readonly ScoringFact[],
  context: ScoreContext,
): ScoreSheet {
  const work: Work = {
    scheme,
    indicators: new Map(indicators.map((indicator) => [versionKey(indicator.code, indicator.version), indicator])),
    facts: indexFacts(facts),
    leaf: {
      lateFactor: scheme.lateFactor,
      isClosed: (source) => (source === "system" ? context.closed : (context.receipts?.has(source) ?? false)),
    },
    lines: [],
  };
  const root = scoreNode(work, scheme.root, null);
  const bonus = sum(scheme.bonuses.map((node) => scoreExtra(work, node, "bonus")));
  const deduction = sum(scheme.deductions.map((node) => scoreExtra(work, node, "deduction")));
  const coverage = format(multiply(root.coverage ?? zero, hundred), 2);
  const lines = work.lines.filter((line) => line !== null);
  if (root.points === null) return { total: null, coverage, lines, composition: null };
  const { floor, ceiling } = scheme.range;
  const raw = subtract(add(root.points, bonus), deduction);
  const total = clamp(raw, parse(floor), parse(ceiling));
  const figure = (value: Rational) => format(value, scheme.places);
  return {
    total: figure(total),
    coverage,
    lines,
    composition: {
      root: figure(root.points),
      bonus: figure(bonus),
      deduction: figure(deduction),
      floor,
      ceiling,
      bounded: compare(raw, total) !== 0,
    },
  };
}

type Work = {
  readonly scheme: SchemeBody;
  readonly indicators: ReadonlyMap<string, IndicatorBody>;
  readonly facts: FactIndex;
  readonly leaf: LeafContext;
  /** In the order of the sheet; null holds the place of a node that isn't computed yet. */
  readonly lines: (ScoreLine | null)[];
};

/** A scored part of the tree: `points` rounded, `coverage` from 0 to 1, null where wholly not applicable. */
type Part = {
  readonly code: string;
  readonly state: LineState;
  readonly points: Rational | null;
  readonly fullMarks: Rational;
  readonly coverage: Rational | null;
};

const hundred = rational(100);

function scoreNode(work: Work, node: SchemeNode, parent: string | null): Part {
  if (node.kind === "leaf") return scoreIndicator(work, node, parent);
  return node.kind === "sum" ? scoreSum(work, node, parent) : scoreWeighted(work, node, parent);
}

function scoreIndicator(work: Work, leaf: Leaf, parent: string | null): Part {
  const indicator = work.indicators.get(versionKey(leaf.indicator, leaf.version));
  if (indicator === undefined) throw new Error(`unknown indicator ${versionKey(leaf.indicator, leaf.version)}`);
  const fullMarks = parse(leaf.fullMarks);
  const score = scoreLeaf(indicator, fullMarks, work.facts, work.leaf);
  const points = score.points === null ? null : roundHalfAwayFromZero(score.points, work.scheme.places);
  work.lines.push({
    code: leaf.indicator,
    parent,
    kind: "leaf",
    name: indicator.name,
    version: leaf.version,
    fullMarks: leaf.fullMarks,
    state: score.state,
    value: score.value === null ? null : { n: String(score.value.n), d: String(score.value.d) },
    points: points === null ? null : format(points, work.scheme.places),
    arithmetic: score.arithmetic,
    factCount: score.factCount,
  });
  const coverage = score.state === "not_applicable" ? null : score.state === "scored" ? one : zero;
  return { code: leaf.indicator, state: score.state, points, fullMarks, coverage };
}

/** Σ points of counted children ÷ Σ F of counted children × the node's full marks (all its children's F). */
function scoreSum(work: Work, node: SumNode, parent: string | null): Part {
  const place = reserveLine(work);
  const parts = node.children.map((child) => scoreNode(work, child, node.code));
  const counted = parts.filter(isCounted);
  const fullMarks = sum(parts.map((part) => part.fullMarks));
  const marks = sum(counted.map((part) => part.fullMarks));
  const points = sum(counted.map((part) => part.points));
  const exact = counted.length === 0 ? null : divide(multiply(points, fullMarks), marks);
  const arithmetic: Arithmetic = {
    form: "sum",
    counted: counted.map((part) => partFigures(work, part)),
    points: format(points, work.scheme.places),
    marks: toReadableText(marks),
    redistributed: compare(marks, fullMarks) !== 0,
  };
  const weighed = parts.map((part) => ({ part, weight: part.fullMarks }));
  return fillLine(work, place, { node, parent, exact, fullMarks, weighed, arithmetic });
}

/** Σ w·s ÷ Σ w over counted children; s is the child's share of its full marks in percent, kept exact. */
function scoreWeighted(work: Work, node: WeightedNode, parent: string | null): Part {
  const place = reserveLine(work);
  const weighed = node.children.map((child) => ({
    part: scoreNode(work, child.node, node.code),
    weight: parse(child.weight),
  }));
  const counted = weighed.flatMap(({ part, weight }) => (isCounted(part) ? [{ part, weight }] : []));
  const weights = sum(counted.map((child) => child.weight));
  const weightedSum = sum(
    counted.map(({ part, weight }) => divide(multiply(multiply(weight, part.points), hundred), part.fullMarks)),
  );
  const exact = counted.length === 0 ? null : divide(weightedSum, weights);
  const arithmetic: Arithmetic = {
    form: "weighted",
    counted: counted.map(({ part, weight }) => ({ ...partFigures(work, part), weight: toReadableText(weight) })),
    weights: toReadableText(weights),
  };
  return fillLine(work, place, { node, parent, exact, fullMarks: hundred, weighed, arithmetic });
}

/** The points a bonus or deduction node adds or takes, at most its ceiling; leaves without data change nothing. */
function scoreExtra(work: Work, node: ExtraNode, effect: "bonus" | "deduction"): Rational {
  const place = reserveLine(work);
  const parts = node.leaves.map((leaf) => scoreIndicator(work, leaf, node.code));
  const points = sum(parts.filter(isCounted).map((part) => part.points));
  const ceiling = parse(node.ceiling);
  const exact = parts.some(isCounted) ? min(ceiling, points) : null;
  const arithmetic: Arithmetic = {
    form: "extra",
    effect,
    points: format(points, work.scheme.places),
    ceiling: node.ceiling,
    bounded: compare(points, ceiling) > 0,
  };
  const weighed = parts.map((part) => ({ part, weight: part.fullMarks }));
  return fillLine(work, place, { node, parent: null, exact, fullMarks: ceiling, weighed, arithmetic }).points ?? zero;
}

type Weighed = readonly { readonly part: Part; readonly weight: Rational }[];
type NodeScore = {
  readonly node: Pick<SumNode, "code" | "name">;
  readonly parent: string | null;
  readonly exact: Rational | null;
  readonly fullMarks: Rational;
  readonly weighed: Weighed;
  readonly arithmetic: Arithmetic;
};

/** A node's line stands before those of its children although it is computed after them. */
function reserveLine(work: Work): number {
  return work.lines.push(null) - 1;
}

function fillLine(work: Work, place: number, score: NodeScore): Part {
  const { node, parent, exact, fullMarks, weighed, arithmetic } = score;
  const points = exact === null ? null : roundHalfAwayFromZero(exact, work.scheme.places);
  const coverage = coverageOf(weighed);
  const state: LineState = points !== null ? "scored" : coverage === null ? "not_applicable" : "pending";
  work.lines[place] = {
    code: node.code,
    parent,
    kind: "node",
    name: node.name,
    version: null,
    fullMarks: toReadableText(fullMarks),
    state,
    value: null,
    points: points === null ? null : format(points, work.scheme.places),
    arithmetic,
    factCount: 0,
  };
  return { code: node.code, state, points, fullMarks, coverage };
}

/** Σ w·coverage ÷ Σ w over the children that aren't wholly not applicable; null when all are. */
function coverageOf(weighed: Weighed): Rational | null {
  const applicable = weighed.flatMap(({ part, weight }) =>
    part.coverage === null ? [] : [{ coverage: part.coverage, weight }],
  );
  if (applicable.length === 0) return null;
  const known = sum(applicable.map((child) => multiply(child.weight, child.coverage)));
  return divide(known, sum(applicable.map((child) => child.weight)));
}

function isCounted(part: Part): part is Part & { readonly points: Rational } {
  return part.points !== null;
}

function partFigures(work: Work, part: Part & { readonly points: Rational }) {
  return {
    code: part.code,
    points: format(part.points, work.scheme.places),
    fullMarks: toReadableText(part.fullMarks),
  };
}

function versionKey(code: string, version: number): string {
  return `${code}@${version}`;
}
