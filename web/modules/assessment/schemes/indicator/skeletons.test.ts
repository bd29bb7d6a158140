import { indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { expect, test } from "vitest";
import { aggregationForms, aggregationOf, pointsRuleOf, pointsRules } from "./skeletons.ts";

const name = { zh: "指标", en: "Indicator" };
const body = {
  code: "any",
  version: 1,
  name,
  dimension: "done",
  reads: ["record.standard", "judgement"],
  aggregation: aggregationOf("count", "record.standard"),
  pointsRule: pointsRuleOf("linear"),
  noData: "pending",
  basis: name,
};
const problems = (over: object) => {
  const read = indicatorBody.safeParse({ ...body, ...over });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("."));
};

/** What is left to be filled in by whoever chose it. */
const toFillIn: Record<string, string[]> = {
  formula: ["aggregation.expression", "aggregation.inputs"],
  rollup: ["aggregation.scheme"],
  figure: ["aggregation.scheme"],
};

test.each(aggregationForms)("%s begins with a shape that only lacks what is asked for", (form) => {
  expect(problems({ aggregation: aggregationOf(form, "record.standard") })).toEqual(toFillIn[form] ?? []);
});

test.each(pointsRules)("%s begins as a rule that counts", (rule) => {
  expect(problems({ pointsRule: pointsRuleOf(rule) })).toEqual([]);
});
