import {
  clamp,
  compare,
  divide,
  multiply,
  one,
  parse,
  type Rational,
  subtract,
  toReadableText,
  zero,
} from "../kernel/rational.ts";
import { byAttribute, type FactIndex, isLate, select, standing, total } from "./fact-selection.ts";
import type { IndicatorBody, UnitRule } from "./indicator.ts";
import { addPoints, bandOf, deductPoints, linearShare, ratioPoints, unitOf, unitSum } from "./points-rules.ts";
import type { Arithmetic, LineState, ScoringFact } from "./things.ts";

/** What the scoring of a leaf needs to know besides the facts. */
export type LeafContext = {
  readonly lateFactor: string;
  /** Whether this source has closed the period, so that silence means that nothing happened. */
  readonly isClosed: (source: string) => boolean;
};

/** A leaf before rounding; `points` is null unless scored. */
export type LeafScore = {
  readonly state: LineState;
  readonly value: Rational | null;
  readonly points: Rational | null;
  readonly arithmetic: Arithmetic;
  readonly factCount: number;
};

/** Points of one indicator from its facts, exact, with the figures that explain them. */
export function scoreLeaf(
  indicator: IndicatorBody,
  fullMarks: Rational,
  facts: FactIndex,
  context: LeafContext,
): LeafScore {
  const { aggregation } = indicator;
  if (aggregation.form === "ratio") return scoreRatio(indicator, aggregation, fullMarks, facts, context);
  const selected = select(facts, aggregation.of, indicator.filter);
  if (standing(selected) <= 0) return withoutData(indicator, fullMarks, selected.length, context);
  const measure = aggregation.form === "count" ? "count" : "quantity";
  const { pointsRule } = indicator;
  if (pointsRule.rule === "add" || pointsRule.rule === "deduct") {
    return scoreUnits(pointsRule, selected, measure, fullMarks);
  }
  return { ...pointsOfValue(indicator, fullMarks, total(selected, measure)), factCount: selected.length };
}

type RatioForm = Extract<IndicatorBody["aggregation"], { form: "ratio" }>;

function scoreRatio(
  indicator: IndicatorBody,
  form: RatioForm,
  fullMarks: Rational,
  facts: FactIndex,
  context: LeafContext,
): LeafScore {
  const above = select(facts, form.numerator, indicator.filter);
  const below = select(facts, form.denominator, indicator.filter);
  const factCount = new Set([...above, ...below]).size;
  const denominator = total(below, form.denominator.measure);
  if (denominator.n <= 0n) {
    // Where nothing was due there is nothing to wait for, whatever the indicator says about missing data.
    const nothingDue = form.denominator.kind === "obligation.due";
    const meaning = nothingDue ? { ...indicator, noData: "not_applicable" as const } : indicator;
    return withoutData(meaning, fullMarks, factCount, context);
  }
  const factor = form.timeliness === "weighted" ? parse(context.lateFactor) : one;
  const numerator = total(above, form.numerator.measure, factor);
  const value = divide(numerator, denominator);
  if (indicator.pointsRule.rule !== "ratio") return { ...pointsOfValue(indicator, fullMarks, value), factCount };
  const target = parse(indicator.pointsRule.target);
  const share = divide(value, target);
  const quotients = {
    target: text(target),
    quotient: text(value),
    ofTarget: text(clamp(share, zero, one)),
    capped: share.n > share.d,
  };
  const arithmetic: Arithmetic =
    form.timeliness === "weighted"
      ? {
          form: "timely_ratio",
          ...timelyFigures(form, above, below),
          lateFactor: context.lateFactor,
          ...quotients,
          breakdown: byTemplate(above, below, (a, b) => timelyFigures(form, a, b)),
        }
      : {
          form: "ratio",
          ...plainFigures(form, above, below),
          ...quotients,
          breakdown: byTemplate(above, below, (a, b) => plainFigures(form, a, b)),
        };
  return { state: "scored", value, points: ratioPoints(fullMarks, value, target), arithmetic, factCount };
}

function timelyFigures(form: RatioForm, above: readonly ScoringFact[], below: readonly ScoringFact[]) {
  const late = above.filter(isLate);
  const onTime = above.filter((fact) => !isLate(fact));
  return {
    due: text(total(below, form.denominator.measure)),
    onTime: text(total(onTime, form.numerator.measure)),
    late: text(total(late, form.numerator.measure)),
  };
}

function plainFigures(form: RatioForm, above: readonly ScoringFact[], below: readonly ScoringFact[]) {
  return {
    numerator: text(total(above, form.numerator.measure)),
    denominator: text(total(below, form.denominator.measure)),
  };
}

function byTemplate<T>(
  above: readonly ScoringFact[],
  below: readonly ScoringFact[],
  figures: (above: readonly ScoringFact[], below: readonly ScoringFact[]) => T,
): ({ readonly template: string } & T)[] {
  const numerators = new Map(byAttribute(above, "template"));
  const denominators = new Map(byAttribute(below, "template"));
  const templates = [...new Set([...denominators.keys(), ...numerators.keys()])].sort();
  return templates.map((template) => ({
    template,
    ...figures(numerators.get(template) ?? [], denominators.get(template) ?? []),
  }));
}

function scoreUnits(
  rule: UnitRule,
  facts: readonly ScoringFact[],
  measure: "count" | "quantity",
  fullMarks: Rational,
): LeafScore {
  const items = byAttribute(facts, rule.attribute).map(([value, group]) => {
    const unit = parse(unitOf(rule, value));
    return { value, quantity: total(group, measure), unit };
  });
  const units = unitSum(items);
  const bound = parse(rule.rule === "add" ? rule.ceiling : rule.floor);
  const points = rule.rule === "add" ? addPoints(units, bound) : deductPoints(fullMarks, units, bound);
  const unbounded = rule.rule === "add" ? units : subtract(fullMarks, units);
  return {
    state: "scored",
    value: units,
    points,
    arithmetic: {
      form: "units",
      rule: rule.rule,
      items: items.map((item) => ({
        value: item.value,
        quantity: text(item.quantity),
        unit: text(item.unit),
        points: text(multiply(item.quantity, item.unit)),
      })),
      sum: text(units),
      bound: text(bound),
      bounded: compare(points, unbounded) !== 0,
    },
    factCount: facts.length,
  };
}

function pointsOfValue(indicator: IndicatorBody, fullMarks: Rational, value: Rational): Omit<LeafScore, "factCount"> {
  const rule = indicator.pointsRule;
  if (rule.rule === "linear") {
    const share = linearShare(value, parse(rule.baseline), parse(rule.target));
    const arithmetic: Arithmetic = {
      form: "linear",
      value: text(value),
      baseline: rule.baseline,
      target: rule.target,
      share: text(share),
    };
    return { state: "scored", value, points: multiply(fullMarks, share), arithmetic };
  }
  if (rule.rule !== "bands") throw new Error(`${indicator.code}: ${rule.rule} doesn't fit its aggregation`);
  const band = bandOf(rule.bands, value, indicator.direction);
  const arithmetic: Arithmetic = { form: "bands", value: text(value), bound: band?.bound ?? null };
  return { state: "scored", value, points: clamp(parse(band?.points ?? "0"), zero, fullMarks), arithmetic };
}

function withoutData(
  indicator: Pick<IndicatorBody, "noData" | "source">,
  fullMarks: Rational,
  factCount: number,
  context: LeafContext,
): LeafScore {
  // Silence earns full marks only once the source has said that the period is over.
  const open = indicator.noData === "full" && !context.isClosed(indicator.source);
  const meaning = open ? "pending" : indicator.noData;
  const arithmetic: Arithmetic = { form: "no_data", meaning };
  if (meaning === "pending" || meaning === "not_applicable") {
    return { state: meaning, value: null, points: null, arithmetic, factCount };
  }
  return { state: "scored", value: null, points: meaning === "full" ? fullMarks : zero, arithmetic, factCount };
}

function text(value: Rational): string {
  return toReadableText(value);
}
