import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { indicatorBody } from "../definitions/indicator.ts";
import { schemeBody } from "../definitions/scheme.ts";
import { leaf, monthlyScheme, overdueFindings, timelyRate } from "../scoring/testing.ts";
import { readShape } from "./validation-shape.ts";

const name = { zh: "名称", en: "Name" };
const weighted = (...weights: string[]) => ({
  kind: "weighted",
  code: "parts",
  name,
  children: weights.map((weight, index) => ({
    weight,
    node: leaf(["timely_rate", "attendance_rate", "overdue_findings"][index] as string, "100"),
  })),
});

/** What doesn't fit, as `path: code` with the values behind. */
function shapeOf(schema: z.ZodType, body: unknown) {
  const read = readShape(schema, body);
  return Array.isArray(read) ? read.map(({ path, code, values }) => [`${path}: ${code}`, values]) : [];
}

const ofScheme = (changes: object) => shapeOf(schemeBody, { ...monthlyScheme(), ...changes });
const ofIndicator = (changes: object) => shapeOf(indicatorBody, { ...timelyRate(), ...changes });

test("what fits comes back complete, with the defaults of what wasn't written", () => {
  const { places: _, ...written } = monthlyScheme();
  expect(readShape(schemeBody, written)).toEqual(monthlyScheme());
});

describe("what doesn't fit is named with its path", () => {
  test.each([
    ["not an object", null, ": definition.field_type", { expected: "object" }],
    ["a figure without quotes", { lateFactor: 0.5 }, "lateFactor: definition.field_type", { expected: "string" }],
    ["a part nobody knows", { colour: "red" }, "colour: definition.field_unknown", { field: "colour" }],
    ["too many decimals", { places: 9 }, "places: definition.field_too_big", { most: 6 }],
    ["no decimals below zero", { places: -1 }, "places: definition.field_too_small", { least: 0 }],
    ["a code in capitals", { code: "Month" }, "code: definition.field_format", { value: "Month" }],
    [
      "a cadence nobody knows",
      { cadence: "week" },
      "cadence: definition.field_value",
      { value: "week", allowed: "month, quarter, half_year, year" },
    ],
    [
      "a kind of node nobody knows",
      { root: { kind: "tree" } },
      "root.kind: definition.field_format",
      { value: "tree" },
    ],
    ["no tree at all", { root: undefined }, "root: definition.field_missing", {}],
    ["a node without a kind", { root: {} }, "root.kind: definition.field_missing", {}],
    [
      "deep in the tree",
      { root: { ...weighted("100"), children: [{ weight: "100", node: leaf("timely_rate", "0") }] } },
      "root.children[0].node.fullMarks: definition.not_above_zero",
      {},
    ],
    [
      "a figure without quotes deep in the tree",
      {
        root: {
          ...weighted("100"),
          children: [{ weight: "100", node: { ...leaf("timely_rate", "1"), version: "1" } }],
        },
      },
      "root.children[0].node.version: definition.field_type",
      { expected: "number" },
    ],
    [
      "a part that is no object",
      { root: { ...weighted("100"), children: [7] } },
      "root.children[0]: definition.field_type",
      { expected: "object" },
    ],
    ["a kind that is no text", { root: { kind: 5 } }, "root.kind: definition.field_format", { value: "5" }],
    [
      "a code of sixty characters that doesn't fit",
      { code: "X".repeat(60) },
      "code: definition.field_format",
      { value: "X".repeat(60) },
    ],
    [
      "the same code in a deduction and deep below weights",
      {
        root: { ...weighted("100"), children: [{ weight: "100", node: { ...weighted("100"), code: "inner" } }] },
        deductions: [{ code: "inner", name, ceiling: "5", leaves: [leaf("x", "5")] }],
      },
      "deductions[0]: definition.code_twice",
      { code: "inner" },
    ],
    [
      "the same indicator twice below weights",
      { root: { ...weighted("50", "50"), children: ["40", "60"].map((weight) => ({ weight, node: leaf("x", "1") })) } },
      "root.children[1].node: definition.code_twice",
      { code: "x" },
    ],
    ["weights that make 90", { root: weighted("60", "30") }, "root.children: definition.weights_sum", { sum: "90" }],
    [
      "weights that make a little more than 100",
      { root: weighted("60", "40.001") },
      "root.children: definition.weights_sum",
      { sum: "100.001" },
    ],
    ["a late factor above one", { lateFactor: "1.5" }, "lateFactor: definition.late_factor_range", {}],
    ["a range upside down", { range: { floor: "9", ceiling: "1" } }, "range: definition.range_upside_down", {}],
    [
      "an indicator twice",
      { bonuses: [{ code: "extra", name, ceiling: "5", leaves: [leaf("timely_rate", "5")] }] },
      "bonuses[0].leaves[0]: definition.code_twice",
      { code: "timely_rate" },
    ],
  ])("%s", (_, changes, place, values) => {
    const found = changes === null ? shapeOf(schemeBody, null) : ofScheme(changes);
    expect(found).toContainEqual([place, values]);
    expect(found).toHaveLength(1);
  });

  test.each([
    [
      "a kind of fact nobody posts",
      { reads: ["coffee"] },
      "reads[0]: definition.fact_kind_unknown",
      { kind: "coffee" },
    ],
    [
      "a form nobody knows",
      { aggregation: { form: "median" } },
      "aggregation.form: definition.field_format",
      { value: "median" },
    ],
    [
      "a kind it doesn't read",
      { reads: ["obligation.due"] },
      "reads: definition.reads_missing",
      { kind: "obligation.discharged" },
    ],
    [
      "baseline and target alike",
      { pointsRule: { rule: "linear", baseline: "90", target: "90.0" } },
      "pointsRule.target: definition.baseline_is_target",
      {},
    ],
    ["units of a ratio", { pointsRule: overdueFindings().pointsRule }, "pointsRule: definition.units_need_events", {}],
    ["no dimension", { dimension: undefined }, "dimension: definition.field_missing", {}],
    ["zero without a word", { noData: "zero" }, "zeroReason: definition.zero_unexplained", {}],
    ["full marks for silence", { noData: "full" }, "noData: definition.full_needs_deduct", {}],
    [
      "points below zero",
      { pointsRule: { rule: "bands", bands: [{ bound: "1", points: "-1" }] } },
      "pointsRule.bands[0].points: definition.below_zero",
      {},
    ],
  ])("%s", (_, changes, place, values) => {
    expect(ofIndicator(changes)).toContainEqual([place, values]);
  });

  test("what is quoted back is cut short", () => {
    const [[, values] = []] = ofScheme({ code: "X".repeat(500) });
    expect(values).toEqual({ value: `${"X".repeat(60)}…` });
  });
});

/** A definition with something else somewhere within it. */
function damaged(body: object, steps: readonly number[], value: unknown): unknown {
  const copy = structuredClone(body) as Record<string, unknown>;
  let part = copy;
  for (const [depth, step] of steps.entries()) {
    const keys = Object.keys(part);
    const key = keys[step % keys.length] as string;
    const below = part[key];
    const isLast = depth === steps.length - 1 || typeof below !== "object" || below === null;
    if (isLast || Object.keys(below).length === 0) {
      part[key] = value;
      break;
    }
    part = below as Record<string, unknown>;
  }
  return copy;
}

test("whatever stands somewhere in a definition, it is read or each problem has a code", () => {
  const somewhere = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 });
  const weights = { ...monthlyScheme(), root: weighted("60", "40") };
  const whole = fc.constantFrom<[z.ZodType, object]>(
    [schemeBody, weights],
    [schemeBody, monthlyScheme()],
    [indicatorBody, timelyRate()],
    [indicatorBody, overdueFindings()],
  );
  const anything = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  fc.assert(
    fc.property(whole, somewhere, anything, ([schema, body], steps, value) => {
      for (const written of [value, damaged(body, steps, value)]) {
        const read = readShape(schema, written);
        if (Array.isArray(read)) for (const { code } of read) expect(code).toMatch(/^definition\.[a-z_]+$/);
      }
    }),
    { numRuns: 500 },
  );
});
