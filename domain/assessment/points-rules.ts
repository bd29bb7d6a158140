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
} from "../kernel/rational.ts";
import type { UnitRule } from "./indicator.ts";

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

export type Band = { readonly bound: string; readonly points: string };

/** The first band, from the best, whose bound the value reaches (bounds inclusive); null below the last one. */
export function bandOf(bands: readonly Band[], value: Rational, direction: "higher" | "lower"): Band | null {
  const reaches = (band: Band) => {
    const order = compare(value, parse(band.bound));
    return direction === "higher" ? order >= 0 : order <= 0;
  };
  return bands.find(reaches) ?? null;
}

/** The points one unit costs or earns, by the value of the attribute the rule looks at. */
export function unitOf(rule: UnitRule, attribute: string): string {
  return rule.units.find((unit) => unit.value === attribute)?.points ?? rule.otherwise;
}

/** Σ unit × quantity. */
export function unitSum(items: readonly { readonly quantity: Rational; readonly unit: Rational }[]): Rational {
  return items.reduce((total, item) => add(total, multiply(item.quantity, item.unit)), zero);
}
