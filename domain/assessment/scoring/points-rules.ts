import {
  add,
  clamp,
  compare,
  divide,
  max,
  min,
  multiply,
  one,
  parse,
  type Rational,
  subtract,
  zero,
} from "../../kernel/rational.ts";
import type { IndicatorBody, PointsRule, UnitRule } from "../definitions/indicator.ts";
import { compileFormula } from "../formulas/formula.ts";

/** F × clamp(value ÷ target, 0, 1). The target is above zero. */
export function ratioPoints(fullMarks: Rational, value: Rational, target: Rational): Rational {
  return multiply(fullMarks, clamp(divide(value, target), zero, one));
}

/** min(ceiling, Σ unit × quantity). */
export function addPoints(units: Rational, ceiling: Rational): Rational {
  return min(ceiling, units);
}

/** max(floor, F − Σ unit × quantity). */
export function deductPoints(fullMarks: Rational, units: Rational, floor: Rational): Rational {
  return max(floor, subtract(fullMarks, units));
}

/** clamp((value − baseline) ÷ (target − baseline), 0, 1). Lower is better where the baseline lies above the target. */
export function linearShare(value: Rational, baseline: Rational, target: Rational): Rational {
  return clamp(divide(subtract(value, baseline), subtract(target, baseline)), zero, one);
}

type Band = { readonly bound: string; readonly points: string };

/** The first band, from the best, whose bound the value reaches (bounds inclusive); null below the last one. */
export function bandOf(bands: readonly Band[], value: Rational, direction: "higher" | "lower"): Band | null {
  const reaches = (band: Band) => {
    const order = compare(value, parse(band.bound));
    return direction === "higher" ? order >= 0 : order <= 0;
  };
  return bands.find(reaches) ?? null;
}

/** Σ unit × quantity. */
export function unitSum(items: readonly { readonly quantity: Rational; readonly unit: Rational }[]): Rational {
  return items.reduce((total, item) => add(total, multiply(item.quantity, item.unit)), zero);
}

/** The points one unit costs or earns, by the value of the attribute the rule looks at. */
export function unitOf(rule: UnitRule, attribute: string): string {
  return rule.units.find((unit) => unit.value === attribute)?.points ?? rule.otherwise;
}

/** Exact points for a value; null where the rule's expression divides by zero. */
export type PointsOfValue = (value: Rational) => Rational | null;

/**
 * The points rule of an indicator at these full marks, ready for many values; for `add` and `deduct` the value is
 * Σ unit × quantity. Throws where a CEL expression can't be read.
 */
export function pointsOf(
  { code, pointsRule: rule, direction }: Pick<IndicatorBody, "code" | "pointsRule" | "direction">,
  fullMarks: Rational,
): PointsOfValue {
  switch (rule.rule) {
    case "ratio": {
      const target = parse(rule.target);
      return (value) => ratioPoints(fullMarks, value, target);
    }
    case "add": {
      const ceiling = parse(rule.ceiling);
      return (units) => addPoints(units, ceiling);
    }
    case "deduct": {
      const floor = parse(rule.floor);
      return (units) => deductPoints(fullMarks, units, floor);
    }
    case "linear": {
      const [baseline, target] = [parse(rule.baseline), parse(rule.target)];
      return (value) => multiply(fullMarks, linearShare(value, baseline, target));
    }
    case "bands":
      return (value) => clamp(parse(bandOf(rule.bands, value, direction)?.points ?? "0"), zero, fullMarks);
    case "cel": {
      const result = celResult(code, rule, fullMarks);
      const [floor, ceiling] = [parse(rule.floor), rule.ceiling === null ? fullMarks : parse(rule.ceiling)];
      return (value) => {
        const points = result(value);
        return points === null ? null : clamp(points, floor, ceiling);
      };
    }
  }
}

/** What a rule's expression gives for a value before it is brought into floor…ceiling. */
export function celResult(
  code: string,
  { expression }: Extract<PointsRule, { rule: "cel" }>,
  fullMarks: Rational,
): PointsOfValue {
  const formula = compileFormula(expression, ["value", "full_marks"]);
  if ("problem" in formula) throw new Error(`${code}: ${formula.problem.code}`);
  return (value) => formula.evaluate({ value, full_marks: fullMarks });
}
