import { compare, parse } from "../../kernel/rational.ts";
import { type Catalogue, versionName } from "../definitions/definition-catalogue.ts";
import { type Finding, problem } from "../definitions/definition-problem.ts";
import type { IndicatorBody } from "../definitions/indicator.ts";
import type { SchemeBody } from "../definitions/scheme.ts";
import { type LeafPart, leafParts } from "../definitions/scheme-parts.ts";

/** Where a scheme uses an indicator so that its points can't fit the leaf's full marks or turn round in a deduction. */
export function markFindings(body: SchemeBody, { indicators }: Catalogue): Finding[] {
  const deductions = new Set<string | null>(body.deductions.map(({ code }) => code));
  return leafParts(body).flatMap((leaf) => {
    const indicator = indicators.get(versionName({ code: leaf.part.indicator, version: leaf.part.version }));
    if (indicator === undefined) return [];
    const isDeducted = deductions.has(leaf.parent);
    return [...boundFindings(leaf, indicator), ...(isDeducted ? silenceFindings(leaf, indicator) : [])];
  });
}

/** The bounds of a rule are points of the leaf: none may lie above its full marks. */
function boundFindings({ part, path }: LeafPart, { code, pointsRule: rule }: IndicatorBody): Finding[] {
  const { fullMarks } = part;
  const isAbove = (bound: string | null): bound is string =>
    bound !== null && compare(parse(bound), parse(fullMarks)) > 0;
  const floor = "floor" in rule ? rule.floor : null;
  const ceiling = "ceiling" in rule ? rule.ceiling : null;
  const values = { indicator: code, fullMarks };
  return [
    ...(isAbove(floor) ? [problem("definition.floor_above_marks", [...path, "fullMarks"], { ...values, floor })] : []),
    ...(isAbove(ceiling)
      ? [problem("definition.ceiling_above_marks", [...path, "fullMarks"], { ...values, ceiling })]
      : []),
  ];
}

/** A deduction node takes points off the total: full marks for silence would take the most from whom nothing happened. */
function silenceFindings({ path }: LeafPart, { code, noData }: IndicatorBody): Finding[] {
  return noData === "full" ? [problem("definition.full_in_deduction", path, { indicator: code })] : [];
}
