import { expect, test } from "vitest";
import { indicatorBody } from "../definitions/indicator.ts";
import { metricOf, timelyRate } from "../scoring/testing.ts";
import { indicatorFindings } from "./validation-indicators.ts";

/** The findings as `path: code`, with the values behind. */
function findings(body: object, metrics: ReadonlySet<string> | null = null) {
  const found = indicatorFindings(indicatorBody.parse(body), metrics);
  return found.map(({ path, code, values }) => [`${path}: ${code}`, values]);
}

test("a baseline on the wrong side of its target is refused", () => {
  const linear = (direction: string, baseline: string, target: string) =>
    findings({ ...metricOf("x"), direction, pointsRule: { rule: "linear", baseline, target } });
  expect(linear("higher", "9", "1")).toEqual([
    ["direction: definition.direction_contradicts", { baseline: "9", target: "1" }],
  ]);
  expect(linear("lower", "1", "9")).toHaveLength(1);
  expect(linear("lower", "9", "1")).toEqual([]);
  expect(linear("higher", "1", "9")).toEqual([]);
});

test("bands that don't go from best to worst are refused", () => {
  const bands = (direction: string, ...bounds: string[]) =>
    findings({
      ...metricOf("x"),
      direction,
      pointsRule: { rule: "bands", bands: bounds.map((bound) => ({ bound, points: "1" })) },
    });
  expect(bands("higher", "90", "60", "70")).toEqual([
    ["pointsRule.bands[2]: definition.bands_order", { bound: "70", before: "60" }],
  ]);
  expect(bands("higher", "90", "90")).toHaveLength(1);
  expect(bands("higher", "90", "60")).toEqual([]);
  expect(bands("lower", "0", "2", "1")).toEqual([
    ["pointsRule.bands[2]: definition.bands_order", { bound: "1", before: "2" }],
  ]);
  expect(bands("lower", "0", "0.0")).toHaveLength(1);
  expect(bands("lower", "0", "2")).toEqual([]);
});

test("a better band with fewer points than a worse one is refused", () => {
  const bands = (direction: string, ...steps: [string, string][]) =>
    findings({
      ...metricOf("x"),
      direction,
      pointsRule: { rule: "bands", bands: steps.map(([bound, points]) => ({ bound, points })) },
    });
  expect(bands("higher", ["90", "5"], ["60", "8"], ["0", "0"])).toEqual([
    ["pointsRule.bands[1]: definition.bands_points", { bound: "60", points: "8", before: "90", fewer: "5" }],
  ]);
  expect(bands("lower", ["0", "5"], ["2", "5.01"])).toHaveLength(1);
  expect(bands("higher", ["90", "8"], ["60", "8.0"], ["0", "0"])).toEqual([]);
  expect(bands("lower", ["0", "8"], ["2", "5"])).toEqual([]);
});

test("an expression's floor above its ceiling is refused", () => {
  const between = (floor: string, ceiling: string | null) =>
    findings({ ...metricOf("x"), pointsRule: { rule: "cel", expression: "value", floor, ceiling } });
  expect(between("5", "4.9")).toEqual([
    ["pointsRule.floor: definition.floor_above_ceiling", { floor: "5", ceiling: "4.9" }],
  ]);
  expect(between("5", "5")).toEqual([]);
  expect(between("5", null)).toEqual([]);
});

test("an expression with an unknown name or a text is refused with the place inside it", () => {
  const aggregation = {
    form: "formula",
    expression: "due + x",
    inputs: [{ name: "due", indicator: "timely_rate", version: 1 }],
  };
  expect(findings({ ...timelyRate(), reads: [], aggregation })).toEqual([
    ["aggregation.expression: formula.unknown_name", { name: "x", at: 7 }],
  ]);
  const byRule = (expression: string) => findings({ ...timelyRate(), pointsRule: { rule: "cel", expression } });
  expect(byRule('value + "a"')).toEqual([["pointsRule.expression: formula.text", { text: '"a"', at: 9 }]]);
  expect(byRule("clamp(value, 0, 1) * full_marks")).toEqual([]);
});

test("a business figure that the group's catalogue doesn't have is refused, wherever it is asked for", () => {
  const known = new Set(["outage"]);
  expect(findings(metricOf("outage"), known)).toEqual([]);
  expect(findings(metricOf("outrage"), null)).toEqual([]);
  expect(findings(metricOf("outrage"), known)).toEqual([
    ["filter[0].values[0]: definition.metric_unknown", { metric: "outrage" }],
  ]);
  const asks = (...metrics: string[]) => [{ attribute: "metric", operator: "in", values: metrics }];
  const severity = { attribute: "severity", operator: "eq", values: ["grave"] };
  const sum = { form: "sum", of: { kind: "metric", conditions: [severity, ...asks("outage", "z")] } };
  expect(findings({ ...metricOf("outage"), aggregation: sum }, known)).toEqual([
    ["aggregation.of.conditions[1].values[1]: definition.metric_unknown", { metric: "z" }],
  ]);
  const part = (measure: string, metric: string) => ({ kind: "metric", measure, conditions: asks(metric) });
  const ratio = {
    form: "ratio",
    numerator: part("quantity", "x"),
    denominator: part("base", "y"),
    timeliness: "ignored",
  };
  expect(findings({ ...metricOf("outage"), aggregation: ratio }, known)).toEqual([
    ["aggregation.numerator.conditions[0].values[0]: definition.metric_unknown", { metric: "x" }],
    ["aggregation.denominator.conditions[0].values[0]: definition.metric_unknown", { metric: "y" }],
  ]);
  expect(findings({ ...timelyRate(), filter: asks("x") }, known)).toEqual([]);
});
