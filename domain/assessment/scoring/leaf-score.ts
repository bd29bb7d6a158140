import { format, parse, type Rational, zero } from "../../kernel/rational.ts";
import type { Leaf } from "../definitions/scheme.ts";
import type { Gauge } from "./indicator-gauge.ts";
import type { Reading } from "./indicator-reading.ts";
import { memoOf } from "./memo.ts";
import { type PointsOfValue, pointsOf } from "./points-rules.ts";
import type { ScoreContext, Settlement } from "./score-context.ts";
import type { LineFigures } from "./sheet-figures.ts";
import { stepsOf } from "./steps.ts";
import { meaningOf } from "./without-data.ts";

/** A leaf's figures, with its rounded points in steps of the last decimal place; null unless scored. */
export type LeafResult = { readonly figures: LineFigures; readonly steps: bigint | null };

/** Scores a leaf from what its gauge read last. */
export type LeafScorer = (context: ScoreContext) => LeafResult;

/** How many different readings a leaf remembers the result of. */
const remembered = 20_000;

/** Stands for a value whose points can't be computed. */
const undividable = unscored("pending", null);

/** Points of a leaf: exact by its indicator's points rule, rounded once to the scheme's places. */
export function leafScorer(leaf: Leaf, gauge: Gauge, places: number): LeafScorer {
  const fullMarks = parse(leaf.fullMarks);
  const rule = pointsOf(gauge.indicator, fullMarks);
  const resultFor = memoOf<Extract<Reading, { lack: null }>, LeafResult>(
    remembered,
    ({ value }) => resultOf(rule, value, places, null) ?? undividable,
  );
  const meanings = {
    pending: unscored("pending", null),
    not_applicable: unscored("not_applicable", null),
    full: scored(null, fullMarks, places, null),
    zero: scored(null, zero, places, null),
  };
  const sample = unscored("not_applicable", "sample");
  return (context) => {
    const { reading } = gauge;
    if (reading.lack === null) {
      const result = resultFor(reading);
      if (result !== undividable) return result;
    }
    if (reading.lack === "sample") return sample;
    const meaning = meaningOf(reading.lack ?? "division", gauge.indicator, context);
    if (meaning !== "pending") return meanings[meaning];
    const settlement = context.settlements.get(leaf.indicator);
    return settlement === undefined ? meanings.pending : settled(settlement, rule, places);
  };
}

/** What a person decided for a leaf that was still pending; a value goes through the points rule. */
function settled({ outcome, value }: Settlement, rule: PointsOfValue, places: number): LeafResult {
  if (outcome === "not_applicable") return unscored("not_applicable", "settled");
  if (value === null) return scored(null, zero, places, "settled");
  return resultOf(rule, parse(value), places, "settled") ?? undividable;
}

/** The leaf's result for a value; null where its points can't be computed. */
export function resultOf(
  rule: PointsOfValue,
  value: Rational,
  places: number,
  why: LineFigures["why"],
): LeafResult | null {
  const points = rule(value);
  return points === null ? null : scored(value, points, places, why);
}

export function scored(value: Rational | null, points: Rational, places: number, why: LineFigures["why"]): LeafResult {
  const text = format(points, places);
  return {
    figures: {
      state: "scored",
      points: text,
      value: value === null ? null : { n: String(value.n), d: String(value.d) },
      why,
    },
    steps: stepsOf(text),
  };
}

export function unscored(state: "pending" | "not_applicable", why: LineFigures["why"]): LeafResult {
  return { figures: { state, points: null, value: null, why }, steps: null };
}
