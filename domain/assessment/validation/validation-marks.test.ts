import { expect, test } from "vitest";
import { type IndicatorBody, indicatorBody, type PointsRule } from "../definitions/indicator.ts";
import { attendanceRate, leaf, metricOf, monthlyScheme, overdueFindings, timelyRate } from "../scoring/testing.ts";
import { validateDefinitions } from "./validation.ts";

const name = { zh: "名称", en: "Name" };

/** The problems of a scheme, as `path: code` with the values behind, beside these indicators. */
function problemsOf(changes: object, ...indicators: IndicatorBody[]) {
  const body = { ...monthlyScheme(), code: "other", ...changes };
  const known = [timelyRate(), attendanceRate(), overdueFindings(), ...indicators];
  return validateDefinitions([{ file: "a", kind: "scheme", body }], { indicators: known, schemes: [] }).map(
    ({ path, code, values }) => [`${path}: ${code}`, values],
  );
}

const extra = (indicator: string, fullMarks: string) => [
  { code: "extra", name, ceiling: "30", leaves: [leaf(indicator, fullMarks)] },
];
const counted = (code: string, pointsRule: Partial<PointsRule>) =>
  indicatorBody.parse({
    ...overdueFindings(),
    code,
    noData: "pending",
    pointsRule: { attribute: null, units: [], otherwise: "1", ...pointsRule },
  });

test("full marks for silence are refused below a deduction: whom nothing happened to would lose the most", () => {
  const root = { ...monthlyScheme().root, children: [leaf("timely_rate", "100")] };
  expect(problemsOf({ root, deductions: extra("overdue_findings", "30") })).toEqual([
    ["deductions[0].leaves[0]: definition.full_in_deduction", { indicator: "overdue_findings" }],
  ]);
  expect(problemsOf({ root, bonuses: extra("overdue_findings", "30") })).toEqual([]);
  expect(
    problemsOf({ root, deductions: extra("events", "5") }, counted("events", { rule: "add", ceiling: "5" })),
  ).toEqual([]);
});

test("the ceiling of an addition lies at most at the full marks", () => {
  const events = counted("events", { rule: "add", ceiling: "5" });
  expect(problemsOf({ bonuses: extra("events", "4.5") }, events)).toEqual([
    [
      "bonuses[0].leaves[0].fullMarks: definition.ceiling_above_marks",
      { indicator: "events", fullMarks: "4.5", ceiling: "5" },
    ],
  ]);
  expect(problemsOf({ bonuses: extra("events", "5.0") }, events)).toEqual([]);
});

test("the floor of a deduction lies at most at the full marks", () => {
  const events = counted("events", { rule: "deduct", floor: "5" });
  expect(problemsOf({ bonuses: extra("events", "4") }, events)).toEqual([
    [
      "bonuses[0].leaves[0].fullMarks: definition.floor_above_marks",
      { indicator: "events", fullMarks: "4", floor: "5" },
    ],
  ]);
  expect(problemsOf({ bonuses: extra("events", "5") }, events)).toEqual([]);
});

test("and so do the floor and the ceiling of an expression", () => {
  const figure = (floor: string, ceiling: string | null) =>
    indicatorBody.parse({ ...metricOf("figure"), pointsRule: { rule: "cel", expression: "value", floor, ceiling } });
  const codes = (floor: string, ceiling: string | null) =>
    problemsOf({ bonuses: extra("figure", "10") }, figure(floor, ceiling)).map(([place]) => place);
  expect(codes("11", null)).toEqual(["bonuses[0].leaves[0].fullMarks: definition.floor_above_marks"]);
  expect(codes("0", "11")).toEqual(["bonuses[0].leaves[0].fullMarks: definition.ceiling_above_marks"]);
  expect(codes("-1", null)).toEqual([]);
  expect(codes("10", "10")).toEqual([]);
});

test("the coverage threshold is a percentage with the two places that a coverage has", () => {
  const refused = (coverageThreshold: string) => problemsOf({ coverageThreshold });
  expect(refused("100.01")).toEqual([["coverageThreshold: definition.not_a_percentage", { value: "100.01" }]]);
  expect(refused("-1")).toHaveLength(1);
  expect(refused("66.667")).toEqual([["coverageThreshold: definition.not_a_percentage", { value: "66.667" }]]);
  for (const fine of ["0", "100", "66.67", "80.500"]) expect(refused(fine)).toEqual([]);
});
