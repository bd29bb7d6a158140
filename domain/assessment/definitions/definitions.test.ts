import { describe, expect, test } from "vitest";
import { rational } from "../../kernel/rational.ts";
import { addPoints, bandOf, deductPoints, linearShare, ratioPoints } from "../scoring/points-rules.ts";
import { leaf, metricOf, monthlyScheme, overdueFindings, timelyRate } from "../scoring/testing.ts";
import { indicatorBody } from "./indicator.ts";
import { leavesOf, schemeBody } from "./scheme.ts";

describe("each points rule", () => {
  test("ratio: full marks from the target on, none below zero", () => {
    expect(ratioPoints(rational(30), rational(9, 10), rational(9, 10))).toEqual(rational(30));
    expect(ratioPoints(rational(30), rational(2), rational(1))).toEqual(rational(30));
    expect(ratioPoints(rational(30), rational(-1), rational(1))).toEqual(rational(0));
    expect(ratioPoints(rational(30), rational(1, 3), rational(1))).toEqual(rational(10));
  });

  test("add stops at the ceiling, deduct at the floor", () => {
    expect(addPoints(rational(7), rational(5))).toEqual(rational(5));
    expect(addPoints(rational(3), rational(5))).toEqual(rational(3));
    expect(deductPoints(rational(30), rational(31), rational(0))).toEqual(rational(0));
    expect(deductPoints(rational(30), rational(4), rational(0))).toEqual(rational(26));
  });

  test("linear runs either way", () => {
    expect(linearShare(rational(75), rational(50), rational(100))).toEqual(rational(1, 2));
    expect(linearShare(rational(2), rational(10), rational(0))).toEqual(rational(4, 5));
    expect(linearShare(rational(11), rational(10), rational(0))).toEqual(rational(0));
  });

  test("bands: the first one reached, bounds inclusive", () => {
    const rising = [
      { bound: "90", points: "10" },
      { bound: "60", points: "6" },
    ];
    expect([90, 89, 60, 59].map((value) => bandOf(rising, rational(value), "higher")?.points ?? null)).toEqual([
      "10",
      "6",
      "6",
      null,
    ]);
    const falling = [
      { bound: "0", points: "10" },
      { bound: "2", points: "6" },
    ];
    expect([0, 1, 2, 3].map((value) => bandOf(falling, rational(value), "lower")?.points ?? null)).toEqual([
      "10",
      "6",
      "6",
      null,
    ]);
  });
});

describe("a definition that contradicts itself is refused", () => {
  test.each([
    [
      "a linear rule without a span",
      { ...metricOf("x"), pointsRule: { rule: "linear", baseline: "1", target: "1.0" } },
    ],
    ["zero for silence without a reason", { ...metricOf("x"), noData: "zero" }],
    ["a deduction from a ratio", { ...timelyRate(), pointsRule: overdueFindings().pointsRule }],
    ["full marks for silence in a ratio", { ...timelyRate(), noData: "full" }],
    ["a kind it doesn't read", { ...timelyRate(), reads: ["obligation.due"] }],
    ["a target of zero", { ...timelyRate(), pointsRule: { rule: "ratio", target: "0" } }],
    ["a figure that is no decimal", { ...timelyRate(), pointsRule: { rule: "ratio", target: "1e3" } }],
  ])("%s", (_, body) => expect(indicatorBody.safeParse(body).success).toBe(false));

  const scheme = monthlyScheme();
  const weighted = (...weights: string[]) => ({
    kind: "weighted",
    code: "root",
    name: scheme.name,
    children: weights.map((weight, index) => ({ weight, node: leaf(`part_${index}`, "100") })),
  });
  test.each([
    ["weights that don't make 100", { ...scheme, root: weighted("60", "30") }],
    ["a weight below zero", { ...scheme, root: weighted("110", "-10") }],
    ["the same indicator twice", { ...scheme, root: { ...scheme.root, children: [leaf("x", "1"), leaf("x", "2")] } }],
    ["full marks of zero", { ...scheme, root: { ...scheme.root, children: [leaf("x", "0")] } }],
    ["a late factor above one", { ...scheme, lateFactor: "1.5" }],
    ["a range upside down", { ...scheme, range: { floor: "100", ceiling: "0" } }],
  ])("%s", (_, body) => expect(schemeBody.safeParse(body).success).toBe(false));

  test("while a sound one passes, thirds included", () => {
    expect(indicatorBody.safeParse({ ...metricOf("x"), pointsRule: { rule: "ratio" } }).success).toBe(true);
    expect(schemeBody.safeParse({ ...scheme, root: weighted("60", "30", "10") }).success).toBe(true);
    expect(schemeBody.safeParse({ ...scheme, root: weighted("33.3", "33.3", "33.4") }).success).toBe(true);
    expect(leavesOf(scheme).map((one) => one.indicator)).toEqual([
      "timely_rate",
      "attendance_rate",
      "overdue_findings",
    ]);
  });
});

describe("the range of a scheme", () => {
  const range = (changes: object) => {
    const { range: _, ...unsaid } = monthlyScheme();
    return schemeBody.parse({ ...unsaid, ...changes }).range;
  };
  const bonuses = [{ code: "bonus", name: { zh: "加分", en: "Bonus" }, ceiling: "5", leaves: [leaf("honours", "5")] }];

  test("goes from 0 to 100 and with bonuses to 110 where it says nothing", () => {
    expect(range({})).toEqual({ floor: "0", ceiling: "100" });
    expect(range({ deductions: bonuses })).toEqual({ floor: "0", ceiling: "100" });
    expect(range({ bonuses })).toEqual({ floor: "0", ceiling: "110" });
  });

  test("is what it says", () => {
    const said = { floor: "0", ceiling: "100" };
    expect(range({ bonuses, range: said })).toEqual(said);
    expect(schemeBody.parse(schemeBody.parse({ ...monthlyScheme(), bonuses, range: said })).range).toEqual(said);
  });
});
