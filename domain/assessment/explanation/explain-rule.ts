import {
  clamp,
  compare,
  multiply,
  parse,
  type Rational,
  subtract,
  sum,
  toReadableText,
  zero,
} from "../../kernel/rational.ts";
import type { IndicatorBody, UnitRule } from "../definitions/indicator.ts";
import { byAttribute, factsIn } from "../scoring/fact-selection.ts";
import { latest } from "../scoring/indicator-intake.ts";
import { addPoints, bandOf, celResult, deductPoints, linearShare, unitOf } from "../scoring/points-rules.ts";
import type { Arithmetic, Evidence, ValueOrigin } from "../things.ts";
import { shareOfTarget } from "./explain-ratio.ts";

/** Where a value comes from: the evidence behind it, and how it was put together. */
type ValueSource = { readonly taken: readonly Evidence[]; readonly origin: ValueOrigin };

/** How a points rule turns a value into points. */
export function ruleArithmetic(
  indicator: IndicatorBody,
  fullMarks: Rational,
  value: Rational,
  { taken, origin }: ValueSource,
): Arithmetic {
  const { pointsRule: rule, direction, code } = indicator;
  const held = { value: text(value), origin };
  switch (rule.rule) {
    case "add":
    case "deduct":
      return unitsArithmetic(rule, fullMarks, value, unitItems(indicator, rule, taken));
    case "ratio":
      return { form: "of_target", ...held, target: rule.target, ...shareOfTarget(value, parse(rule.target)) };
    case "linear": {
      const { baseline, target } = rule;
      const share = linearShare(value, parse(baseline), parse(target));
      return { form: "linear", ...held, baseline, target, share: text(share) };
    }
    case "bands": {
      const band = bandOf(rule.bands, value, direction);
      const points = clamp(parse(band?.points ?? "0"), zero, fullMarks);
      return { form: "bands", ...held, bound: band?.bound ?? null, points: text(points) };
    }
    case "cel": {
      // Without a result the leaf has no points, and nothing of this kind to explain.
      const result = celResult(code, rule, fullMarks)(value) ?? zero;
      const [floor, ceiling] = [parse(rule.floor), rule.ceiling === null ? fullMarks : parse(rule.ceiling)];
      return {
        form: "cel",
        ...held,
        expression: rule.expression,
        result: text(result),
        floor: text(floor),
        ceiling: text(ceiling),
        bounded: compare(result, clamp(result, floor, ceiling)) !== 0,
      };
    }
  }
}

type UnitItem = { readonly value: string; readonly quantity: Rational; readonly unit: Rational };

/** The events by the value that decides their unit, in the order of that value. */
function unitItems({ aggregation }: IndicatorBody, rule: UnitRule, taken: readonly Evidence[]): readonly UnitItem[] {
  const groups = aggregation.form === "last" && taken.length > 0 ? [latest(taken)] : taken;
  return byAttribute(groups, rule.attribute).map(([value, some]) => ({
    value,
    quantity: aggregation.form === "count" ? parse(String(factsIn(some))) : quantityOf(some),
    unit: parse(unitOf(rule, value)),
  }));
}

function unitsArithmetic(rule: UnitRule, fullMarks: Rational, units: Rational, items: readonly UnitItem[]): Arithmetic {
  const bound = rule.rule === "add" ? rule.ceiling : rule.floor;
  const points = rule.rule === "add" ? addPoints(units, parse(bound)) : deductPoints(fullMarks, units, parse(bound));
  const unbounded = rule.rule === "add" ? units : subtract(fullMarks, units);
  return {
    form: "units",
    rule: rule.rule,
    items: items.map(({ value, quantity, unit }) => ({
      value,
      quantity: text(quantity),
      unit: text(unit),
      points: text(multiply(quantity, unit)),
    })),
    sum: text(units),
    bound,
    bounded: compare(points, unbounded) !== 0,
  };
}

function quantityOf(groups: readonly Evidence[]): Rational {
  return sum(groups.map((group) => parse(group.quantity)));
}

function text(value: Rational): string {
  return toReadableText(value);
}
