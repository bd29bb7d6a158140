import { expect, test } from "vitest";
import type { PointsRule } from "../definitions/indicator.ts";
import { mostJudged } from "./judging-rules.ts";

test.each<[string, PointsRule, string]>([
  ["the target of a line that rises", { rule: "linear", baseline: "0", target: "100" }, "100"],
  ["the baseline of a line that falls", { rule: "linear", baseline: "50", target: "0" }, "50"],
  ["the target of a ratio", { rule: "ratio", target: "10" }, "10"],
  ["the full marks of any other line", { rule: "bands", bands: [{ bound: "90", points: "60" }] }, "60"],
])("a judge gives at most %s", (_name, pointsRule, most) => {
  expect(mostJudged({ pointsRule }, "60")).toBe(most);
});
