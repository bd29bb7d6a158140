import { compare, parse } from "../../kernel/rational.ts";
import { type Finding, problem } from "../definitions/definition-problem.ts";
import { type IndicatorBody, kindsOf } from "../definitions/indicator.ts";
import { conditionsOf } from "../definitions/indicator-conditions.ts";
import { compileFormula } from "../formulas/formula.ts";
import { indicatorRedLines } from "./red-line-rules.ts";

/** The names that an expression in a points rule may use. */
const pointsRuleNames: readonly string[] = ["value", "full_marks"];

/** What is wrong with an indicator by itself. `metrics` are the codes of the group's catalogue, where it has one. */
export function indicatorFindings(body: IndicatorBody, metrics: ReadonlySet<string> | null): Finding[] {
  return [
    ...expressionFindings(body),
    ...directionFindings(body),
    ...bandFindings(body),
    ...boundFindings(body),
    ...(metrics === null ? [] : metricFindings(body, metrics)),
    ...indicatorRedLines(body),
  ];
}

function expressionFindings({ aggregation: form, pointsRule }: IndicatorBody): Finding[] {
  const expressions = [];
  if (form.form === "formula") {
    const names = form.inputs.map(({ name }) => name);
    expressions.push({ part: "aggregation", expression: form.expression, names });
  }
  if (pointsRule.rule === "cel") {
    expressions.push({ part: "pointsRule", expression: pointsRule.expression, names: pointsRuleNames });
  }
  return expressions.flatMap(({ part, expression, names }) => {
    const formula = compileFormula(expression, names);
    return "problem" in formula
      ? [problem(formula.problem.code, [part, "expression"], { ...formula.problem.values })]
      : [];
  });
}

/** Lower is better has its baseline above the target, higher below it. */
function directionFindings({ pointsRule, direction }: IndicatorBody): Finding[] {
  if (pointsRule.rule !== "linear") return [];
  const falls = compare(parse(pointsRule.baseline), parse(pointsRule.target)) > 0;
  if (falls === (direction === "lower")) return [];
  const { baseline, target } = pointsRule;
  return [problem("definition.direction_contradicts", ["direction"], { baseline, target })];
}

/** The best band first: its bound is the hardest to reach, and no worse one gives more points. */
function bandFindings({ pointsRule, direction }: IndicatorBody): Finding[] {
  if (pointsRule.rule !== "bands") return [];
  const { bands } = pointsRule;
  return bands.flatMap(({ bound, points }, index) => {
    const before = bands[index - 1];
    if (before === undefined) return [];
    const falls = compare(parse(bound), parse(before.bound)) < 0;
    const isEasier = direction === "higher" ? falls : !falls && compare(parse(bound), parse(before.bound)) !== 0;
    const path = ["pointsRule", "bands", index];
    if (!isEasier) return [problem("definition.bands_order", path, { bound, before: before.bound })];
    return compare(parse(points), parse(before.points)) <= 0
      ? []
      : [problem("definition.bands_points", path, { bound, points, before: before.bound, fewer: before.points })];
  });
}

/** The points of an expression lie between its floor and its ceiling; full marks as ceiling are the scheme's to say. */
function boundFindings({ pointsRule }: IndicatorBody): Finding[] {
  if (pointsRule.rule !== "cel" || pointsRule.ceiling === null) return [];
  const { floor, ceiling } = pointsRule;
  return compare(parse(floor), parse(ceiling)) <= 0
    ? []
    : [problem("definition.floor_above_ceiling", ["pointsRule", "floor"], { floor, ceiling })];
}

function metricFindings(body: IndicatorBody, metrics: ReadonlySet<string>): Finding[] {
  if (!kindsOf(body.aggregation).includes("metric")) return [];
  return conditionsOf(body).flatMap(({ conditions, path }) =>
    conditions.flatMap(({ attribute, values }, index) =>
      values.flatMap((metric, which) =>
        attribute !== "metric" || metrics.has(metric)
          ? []
          : [problem("definition.metric_unknown", [...path, index, "values", which], { metric })],
      ),
    ),
  );
}
