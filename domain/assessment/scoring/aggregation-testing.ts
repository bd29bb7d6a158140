import type { Aggregation, IndicatorBody, PointsRule } from "../definitions/indicator.ts";
import type { ScoringFact } from "../things.ts";
import type { ScoreContext } from "./scorer.ts";
import { fact, leaf, lineOf, metricOf, schemeOf, sheetOf } from "./testing.ts";

export const of = { kind: "metric" as const, conditions: [] };
const linear: PointsRule = { rule: "linear", baseline: "0", target: "100" };

/** An indicator "x" over all metrics. */
export const indicatorOf = (aggregation: Aggregation, changes: Partial<IndicatorBody> = {}): IndicatorBody => ({
  ...metricOf("x"),
  filter: [],
  aggregation,
  pointsRule: linear,
  ...changes,
});
export const scored = (
  indicator: IndicatorBody,
  facts: readonly ScoringFact[],
  context: Partial<ScoreContext> = {},
  others: readonly IndicatorBody[] = [],
) => {
  const scheme = schemeOf({ kind: "sum", code: "root", name: indicator.name, children: [leaf("x", "10")] });
  return lineOf(sheetOf(scheme, [indicator, ...others], facts, context), "x");
};
export const figure = (id: string, quantity: string, changes: Partial<ScoringFact> = {}) =>
  fact(id, "metric", { quantity, ...changes });
