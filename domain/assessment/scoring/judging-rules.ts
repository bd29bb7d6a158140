import { compare, parse } from "../../kernel/rational.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";

/**
 * The most a judge can give: where the indicator's rule says which value earns full marks, that value (judges mark 0 to
 * 100, the line has 60), else the full marks of the line.
 */
export function mostJudged({ pointsRule }: Pick<IndicatorBody, "pointsRule">, fullMarks: string): string {
  if (pointsRule.rule === "ratio") return pointsRule.target;
  if (pointsRule.rule !== "linear") return fullMarks;
  const { baseline, target } = pointsRule;
  return compare(parse(baseline), parse(target)) > 0 ? baseline : target;
}
