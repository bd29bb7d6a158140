import {
  add,
  compare,
  divide,
  format,
  multiply,
  parse,
  type Rational,
  rational,
  subtract,
  zero,
} from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import { leavesOf, type SchemeBody, type SchemeNode } from "../definitions/scheme.ts";

/** Points of a leaf over the periods in which it was scored; `points` in units of the scheme's last place. */
export type LineSum = { readonly points: number; readonly periods: number };
/** Of one scheme: the points by leaf, and how many periods count for the mean of the totals. */
export type LineSums = { readonly lines: ReadonlyMap<string, LineSum>; readonly periods: number };

/** A scheme with what each point of a leaf moves the total when everything is scored; a deduction moves it down. */
export type WeighedScheme = { readonly scheme: SchemeBody; readonly effects: ReadonlyMap<string, Rational> };

/** Weighs the leaves of a scheme: 1 in a sum node at the root, weight ÷ full marks below a weighted node. */
export function weigh(scheme: SchemeBody): WeighedScheme {
  const effects = new Map<string, Rational>();
  weighBelow(scheme.root, rational(1), effects);
  for (const { leaves } of scheme.bonuses) for (const leaf of leaves) effects.set(leaf.indicator, rational(1));
  for (const { leaves } of scheme.deductions) for (const leaf of leaves) effects.set(leaf.indicator, rational(-1));
  return { scheme, effects };
}

/** A leaf whose contribution to the mean of the totals changed; null on the side that doesn't have the leaf. */
export type LineChange = {
  readonly code: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string;
};

/**
 * Why an organisation moves: the leaves whose weighted contribution to the mean of its totals changed most, at most
 * `count`, none without a change. Figures have the places of the finer scheme.
 */
export function reasonsOf(
  before: WeighedScheme,
  after: WeighedScheme,
  sums: { readonly before: LineSums; readonly after: LineSums },
  count = 3,
): LineChange[] {
  const places = Math.max(before.scheme.places, after.scheme.places);
  const codes = new Set([...before.effects.keys(), ...after.effects.keys()]);
  return [...codes]
    .map((code) => {
      const [old, now] = [contributionOf(before, sums.before, code), contributionOf(after, sums.after, code)];
      return { code, old, now, change: subtract(now ?? zero, old ?? zero) };
    })
    .filter(({ change }) => change.n !== 0n)
    .sort((a, b) => compare(magnitude(b.change), magnitude(a.change)) || (a.code < b.code ? -1 : 1))
    .slice(0, count)
    .map(({ code, old, now, change }) => ({
      code,
      before: old && format(old, places),
      after: now && format(now, places),
      change: format(change, places),
    }));
}

/** A leaf that tells ranked organisations hardly apart: all the same, or less than a hundredth of its full marks. */
export type WeakLine = { readonly code: string; readonly kind: "same" | "narrow"; readonly spread: string };

/**
 * Leaves that don't discriminate among the ranked organisations given: the mean points of those that were scored are the
 * same, or lie within less than 1 % of the full marks. A leaf scored for fewer than two is left out.
 */
export function weakLinesOf(scheme: SchemeBody, ranked: readonly LineSums[]): WeakLine[] {
  return leavesOf(scheme).flatMap((leaf): WeakLine[] => {
    const sums = ranked.flatMap(({ lines }) => {
      const sum = lines.get(leaf.indicator);
      return sum === undefined || sum.periods === 0 ? [] : [sum];
    });
    const [first] = sums;
    if (first === undefined || sums.length < 2) return [];
    let [least, most] = [first, first];
    for (const sum of sums) {
      if (isLower(sum, least)) least = sum;
      if (isLower(most, sum)) most = sum;
    }
    const spread = divide(subtract(meanOf(most), meanOf(least)), rational(10n ** BigInt(scheme.places)));
    if (compare(multiply(spread, rational(100)), parse(leaf.fullMarks)) >= 0) return [];
    const kind = spread.n === 0n ? "same" : "narrow";
    return [{ code: leaf.indicator, kind, spread: format(spread, scheme.places) }];
  });
}

/** Fields that a set of indicators makes a branch type in a month; each indicator counts once. */
export function fieldsOf(indicators: readonly Pick<IndicatorBody, "code" | "cost">[]): number {
  const byCode = new Map(indicators.map(({ code, cost }) => [code, cost.fields]));
  return [...byCode.values()].reduce((total, fields) => total + fields, 0);
}

/** What a changed scheme costs the branches: fields a month for one, and for all of them. */
export type CostComparison = {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  readonly changeForAll: number;
};

/** Compares the fields that the leaves' indicators of two schemes make each of `branches` branches type. */
export function compareCost(
  before: readonly Pick<IndicatorBody, "code" | "cost">[],
  after: readonly Pick<IndicatorBody, "code" | "cost">[],
  branches: number,
): CostComparison {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return { before: old, after: now, change: now - old, changeForAll: (now - old) * branches };
}

function weighBelow(node: SchemeNode, effect: Rational, effects: Map<string, Rational>): void {
  if (node.kind === "leaf") effects.set(node.indicator, effect);
  else if (node.kind === "sum") for (const child of node.children) weighBelow(child, effect, effects);
  else {
    for (const { weight, node: child } of node.children) {
      weighBelow(child, multiply(effect, divide(parse(weight), marksOf(child))), effects);
    }
  }
}

/** Full marks of a node: the sum of its leaves', or 100 for a weighted one. */
function marksOf(node: SchemeNode): Rational {
  if (node.kind === "leaf") return parse(node.fullMarks);
  if (node.kind === "weighted") return rational(100);
  return node.children.map(marksOf).reduce(add);
}

function contributionOf({ scheme, effects }: WeighedScheme, sums: LineSums, code: string): Rational | null {
  const effect = effects.get(code);
  if (effect === undefined) return null;
  if (sums.periods === 0) return zero;
  const points = BigInt(sums.lines.get(code)?.points ?? 0);
  return multiply(effect, rational(points, 10n ** BigInt(scheme.places) * BigInt(sums.periods)));
}

function isLower(a: LineSum, b: LineSum): boolean {
  return a.points * b.periods < b.points * a.periods;
}

function meanOf(sum: LineSum): Rational {
  return rational(sum.points, sum.periods);
}

function magnitude(value: Rational): Rational {
  return value.n < 0n ? subtract(zero, value) : value;
}
