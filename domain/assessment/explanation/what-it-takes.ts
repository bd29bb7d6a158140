import { add, compare, min, multiply, parse, type Rational, subtract, toReadableText } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { Leaf } from "../definitions/scheme.ts";
import type { Gauge } from "../scoring/indicator-gauge.ts";
import { ratioSlots } from "../scoring/indicator-intake.ts";
import type { LineFigures } from "../scoring/sheet-figures.ts";
import { sumOf } from "../scoring/tally.ts";
import type { Reach } from "../things.ts";

/**
 * What it would take to bring a leaf to full marks (scoring.md, Explanation); null at full marks and where nothing can be
 * done: what doesn't apply, what a person settled, a rule that gives no more, or one whose way back nobody can read off.
 */
export function reachOf(leaf: Leaf, gauge: Gauge, line: LineFigures): Reach | null {
  if (line.state === "pending") return { form: "data" };
  if (line.points === null || line.why === "settled") return null;
  const fullMarks = parse(leaf.fullMarks);
  if (compare(parse(line.points), fullMarks) >= 0) return null;
  const { value } = gauge.reading;
  return value === null ? { form: "data" } : reachOfValue(gauge, value, fullMarks);
}

function reachOfValue(gauge: Gauge, value: Rational, fullMarks: Rational): Reach | null {
  const { pointsRule: rule, aggregation } = gauge.indicator;
  switch (rule.rule) {
    case "ratio":
      return aggregation.form === "ratio"
        ? { form: "numerator", missing: toReadableText(missingAbove(gauge, parse(rule.target))) }
        : { form: "value", target: rule.target };
    case "add": {
      const most = min(parse(rule.ceiling), fullMarks);
      return compare(value, most) >= 0 ? null : { form: "units_more", points: toReadableText(subtract(most, value)) };
    }
    case "deduct":
      return { form: "units_off", points: toReadableText(value) };
    case "linear":
      return { form: "value", target: rule.target };
    case "bands":
      return bandAbove(rule.bands, value, gauge.indicator.direction);
    case "cel":
      return null;
  }
}

/** target × denominator − what counts above the line. */
function missingAbove({ tally, lateFactor }: Gauge, target: Rational): Rational {
  const late = multiply(sumOf(tally, ratioSlots.late), parse(lateFactor));
  const above = add(sumOf(tally, ratioSlots.onTime), late);
  return subtract(multiply(target, sumOf(tally, ratioSlots.denominator)), above);
}

type Bands = Extract<IndicatorBody["pointsRule"], { rule: "bands" }>["bands"];

/** The bound of the best band, where the value doesn't reach it yet. */
function bandAbove(bands: Bands, value: Rational, direction: IndicatorBody["direction"]): Reach | null {
  const best = bands[0]!;
  const order = compare(value, parse(best.bound));
  const reached = direction === "higher" ? order >= 0 : order <= 0;
  return reached ? null : { form: "value", target: best.bound };
}
