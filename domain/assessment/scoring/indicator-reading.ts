import { add, divide, isZero, multiply, parse, type Rational, rational, sum } from "../../kernel/rational.ts";
import type { Aggregation, IndicatorBody, UnitRule } from "../definitions/indicator.ts";
import { judgesSlots, meanSlots, ratioSlots, sumSlot } from "./indicator-intake.ts";
import { unitSum } from "./points-rules.ts";
import { sumOf, type Tally } from "./tally.ts";

/**
 * Why an indicator has no value: nothing was heard (its own meaning of "no data" applies), nothing was due, too few
 * answers, too few judges, what it is made of is still to come or doesn't apply, or a division by zero.
 */
export type Lack = "silence" | "nothing_due" | "sample" | "judges" | "pending" | "not_applicable" | "division";

/** The exact value of an indicator, or why there is none. */
export type Reading = { readonly value: Rational; readonly lack: null } | { readonly value: null; readonly lack: Lack };

export const readingOf = (value: Rational): Reading => ({ value, lack: null });
export const lacking = (lack: Lack): Reading => ({ value: null, lack });

const silence = lacking("silence");
const nothingDue = lacking("nothing_due");

/**
 * The value of an indicator that reads facts, from the sums of its intake. With points by units the value is
 * Σ unit × quantity.
 */
export function readTally(
  { aggregation, pointsRule }: Pick<IndicatorBody, "aggregation" | "pointsRule">,
  tally: Tally,
  lateFactor: Rational,
): Reading {
  switch (aggregation.form) {
    case "ratio":
      return readRatio(aggregation.denominator.kind === "obligation.due", tally, lateFactor);
    case "mean":
      return readMean(tally, aggregation.sample?.minimum ?? 0);
    case "judges":
      return readJudges(tally, aggregation.minimum);
    default:
      if (tally.whole[0] === 0) return silence;
      return pointsRule.rule === "add" || pointsRule.rule === "deduct"
        ? readingOf(unitsOf(pointsRule, tally))
        : readingOf(sumOf(tally, sumSlot));
  }
}

/** Late ones count the late factor above the line and 1 below it. */
function readRatio(dueOnly: boolean, tally: Tally, lateFactor: Rational): Reading {
  const denominator = sumOf(tally, ratioSlots.denominator);
  if (denominator.n <= 0n) {
    // Where nothing was due, or what came names nothing to divide by, there is nothing to wait for.
    return dueOnly || tally.whole[0] !== 0 ? nothingDue : silence;
  }
  const late = multiply(sumOf(tally, ratioSlots.late), lateFactor);
  return readingOf(divide(add(sumOf(tally, ratioSlots.onTime), late), denominator));
}

function readMean(tally: Tally, minimum: number): Reading {
  if (tally.whole[0] === 0) return silence;
  const answers = sumOf(tally, meanSlots.answers);
  return answers.n < BigInt(minimum) * answers.d
    ? lacking("sample")
    : readingOf(divide(sumOf(tally, meanSlots.sum), sumOf(tally, meanSlots.facts)));
}

function readJudges(tally: Tally, minimum: number): Reading {
  if (tally.whole[0] === 0) return silence;
  if (sumOf(tally, judgesSlots.judged).n < BigInt(minimum)) return lacking("judges");
  return readingOf(divide(sumOf(tally, judgesSlots.sum), sumOf(tally, judgesSlots.counted)));
}

/** Σ unit × quantity over the units of a rule and all other values. */
function unitsOf(rule: UnitRule, tally: Tally): Rational {
  const points = [...rule.units.map((unit) => unit.points), rule.otherwise];
  return unitSum(points.map((unit, index) => ({ unit: parse(unit), quantity: sumOf(tally, 1 + index) })));
}

type Child = {
  readonly points: string | null;
  readonly fullMarks: string;
  readonly state: "scored" | "not_applicable" | "pending";
  readonly members: number;
};
type RollupForm = Extract<Aggregation, { form: "rollup" }>;

/** What a roll-up adds up: Σ weight × points in percent of full marks, and Σ weight, of the children with a score. */
export function rollupSums({ weighting }: Pick<RollupForm, "weighting">, children: readonly Child[]) {
  const scored = children.flatMap(({ points, fullMarks, members }) => {
    if (points === null) return [];
    const share = divide(multiply(parse(points), rational(100)), parse(fullMarks));
    const weight = rational(weighting === "members" ? members : 1);
    return [{ weight, weighted: multiply(share, weight) }];
  });
  return { sum: sum(scored.map((child) => child.weighted)), weights: sum(scored.map((child) => child.weight)) };
}

/** Pending children are left out; without a scored one it waits for them, or doesn't apply where none is awaited. */
export function readRollup(form: Pick<RollupForm, "weighting">, children: readonly Child[]): Reading {
  const { sum: weighted, weights } = rollupSums(form, children);
  if (!isZero(weights)) return readingOf(divide(weighted, weights));
  return lacking(children.some((child) => child.state === "pending") ? "pending" : "not_applicable");
}
