import { type CanonicalValue, canonicalJson } from "../../kernel/canonical-json.ts";
import { parse, rational, zero } from "../../kernel/rational.ts";
import { type IndicatorBody, indicatorBody } from "../definitions/indicator.ts";
import type { Leaf, SchemeBody } from "../definitions/scheme.ts";
import { type LeafResult, resultOf, scored, unscored } from "../scoring/leaf-score.ts";
import { indicatorNamed } from "../scoring/line-frames.ts";
import { pointsOf } from "../scoring/points-rules.ts";
import { decodedLine } from "../scoring/sheet-figures.ts";

/** A leaf in its scheme, with the indicator versions by `versionKey`. */
export type LeafInScheme = {
  readonly leaf: Leaf;
  readonly lateFactor: SchemeBody["lateFactor"];
  readonly indicators: ReadonlyMap<string, IndicatorBody>;
};

/**
 * Whether what stands in a sheet for a leaf is all that the changed leaf needs: its value and the meaning of having none
 * come about in the same way, so that only the step from value to points is another. Otherwise its facts are read again.
 */
export function keepsValue(before: LeafInScheme, after: LeafInScheme): boolean {
  const [old, now] = [indicatorOf(before), indicatorOf(after)];
  if (!sameText(valueParts(old), valueParts(now))) return false;
  // Whether an expression can be computed at all depends on the full marks and decides what "no data" means.
  const hasExpression = old.pointsRule.rule === "cel" || now.pointsRule.rule === "cel";
  if (hasExpression && !(before.leaf.fullMarks === after.leaf.fullMarks && sameText(old.pointsRule, now.pointsRule))) {
    return false;
  }
  return before.lateFactor === after.lateFactor || !countsLateOnes(now, after.indicators);
}

/**
 * What a changed leaf gives where a sheet has this text for the leaf it replaces (see `encodeLines`), exact: the stored
 * value through the changed points rule and full marks, rounded once. Only for leaves that `keepsValue`.
 */
export function changedPoints(after: LeafInScheme, places: number): (stored: string) => LeafResult {
  const indicator = indicatorOf(after);
  const fullMarks = parse(after.leaf.fullMarks);
  const rule = pointsOf(indicator, fullMarks);
  const withoutValue = scored(null, indicator.noData === "full" ? fullMarks : zero, places, null);
  const settledAsZero = scored(null, zero, places, "settled");
  return (stored) => {
    const { state, value, why } = decodedLine(stored);
    if (state !== "scored") return unscored(state, why);
    if (value === null) return why === "settled" ? settledAsZero : withoutValue;
    return resultOf(rule, rational(BigInt(value.n), BigInt(value.d)), places, why) ?? unscored("pending", null);
  };
}

function indicatorOf({ leaf, indicators }: LeafInScheme): IndicatorBody {
  // A version published before a field existed has its default.
  return indicatorBody.parse(indicatorNamed(indicators, leaf.indicator, leaf.version));
}

/** Everything about an indicator that decides its value and what having none means. */
function valueParts({ filter, aggregation, noData, source, pointsRule }: IndicatorBody) {
  const units =
    "units" in pointsRule
      ? { attribute: pointsRule.attribute, units: pointsRule.units, otherwise: pointsRule.otherwise }
      : null;
  return { filter, aggregation, noData, source, units };
}

function countsLateOnes({ aggregation }: IndicatorBody, indicators: LeafInScheme["indicators"]): boolean {
  if (aggregation.form === "formula") {
    return aggregation.inputs.some(({ indicator, version }) =>
      countsLateOnes(indicatorNamed(indicators, indicator, version), indicators),
    );
  }
  return aggregation.form === "ratio" && aggregation.timeliness === "weighted";
}

function sameText(a: object, b: object): boolean {
  return canonicalJson(a as CanonicalValue) === canonicalJson(b as CanonicalValue);
}
