import { describe, expect, test } from "vitest";
import { orderKeyOf } from "../boards/order-key.ts";
import type { ScoringFact } from "../things.ts";
import {
  attendanceRate,
  fact,
  leaf,
  lineOf,
  march,
  measure,
  metricOf,
  overdueFindings,
  schemeOf,
  sheetOf,
  timelyRate,
} from "./testing.ts";

const closed = { closed: true };
const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
describe("631 (worked example 2)", () => {
  const name = { zh: "631", en: "631" };
  const survey = {
    ...metricOf("satisfaction"),
    reads: ["review.result" as const],
    filter: [],
    aggregation: {
      form: "mean" as const,
      of: { kind: "review.result" as const, conditions: [] },
      sample: { attribute: "ballots", minimum: 5 },
    },
  };
  const management = {
    ...metricOf("management"),
    reads: [],
    filter: [],
    aggregation: { form: "figure" as const, scheme: "monthly" },
  };
  const parts = [metricOf("value"), management, survey];
  const root = {
    kind: "weighted" as const,
    code: "six_three_one",
    name,
    children: [
      { weight: "60", node: leaf("value", "100") },
      { weight: "30", node: leaf("management", "100") },
      { weight: "10", node: leaf("satisfaction", "100") },
    ],
  };
  const year = { closed: true, figures: new Map([["monthly", "92.42"]]) };
  const known = [measure("value", "88.50")];
  const answers = (ballots: number) => fact("survey", "review.result", { quantity: "96", attributes: { ballots } });
  const all = [...known, answers(6)];

  test("one part pending: 89.81 at 90 %, ranked, and the line says 待补报", () => {
    const sheet = sheetOf(schemeOf(root), parts, known, year);
    expect(sheet).toMatchObject({ total: "89.81", coverage: "90.00" });
    expect(orderKeyOf(schemeOf(root), sheet, sheet.lines)).not.toBe("");
    expect(lineOf(sheet, "satisfaction")).toMatchObject({ state: "pending", points: null, reach: { form: "data" } });
    expect(lineOf(sheet, "management")).toMatchObject({
      points: "92.42",
      arithmetic: { form: "linear", value: "92.42", share: "0.9242", origin: { of: "figure", scheme: "monthly" } },
    });
    expect(lineOf(sheet, "six_three_one").arithmetic).toEqual({
      form: "weighted",
      weights: "90",
      counted: [
        { code: "value", points: "88.50", fullMarks: "100", weight: "60" },
        { code: "management", points: "92.42", fullMarks: "100", weight: "30" },
      ],
    });
  });

  test("all parts: 90.43", () => {
    expect(sheetOf(schemeOf(root), parts, all, year)).toMatchObject({ total: "90.43", coverage: "100.00" });
  });

  test("4 of 6 answers are too few: 样本不足, 89.81 at 100 %", () => {
    const sheet = sheetOf(schemeOf(root), parts, [...known, answers(4)], year);
    expect(sheet).toMatchObject({ total: "89.81", coverage: "100.00" });
    expect(lineOf(sheet, "satisfaction")).toMatchObject({
      state: "not_applicable",
      why: "sample",
      points: null,
      reach: null,
      arithmetic: { form: "sample", answers: "4", minimum: 5 },
    });
  });

  const adding = {
    ...metricOf("honours", "not_applicable"),
    reads: ["honour" as const],
    filter: [],
    aggregation: { form: "sum" as const, of: { kind: "honour" as const, conditions: [] } },
    pointsRule: { rule: "add" as const, attribute: null, units: [], otherwise: "2", ceiling: "10" },
  };
  const extra = { code: "bonus", name, ceiling: "5", leaves: [leaf("honours", "10")] };
  const honour = fact("provincial", "honour");

  test("a bonus of 2.00 on top: 92.43, and never more than its ceiling of 5", () => {
    const scheme = schemeOf(root, { bonuses: [extra], range: { floor: "0", ceiling: "110" } });
    const judge = (facts: ScoringFact[]) => sheetOf(scheme, [...parts, adding], facts, year);
    expect(judge(all)).toMatchObject({ total: "90.43", composition: { bonus: "0.00" } });
    expect(lineOf(judge(all), "bonus")).toMatchObject({ state: "not_applicable", points: null, fullMarks: "5" });
    const one = judge([...all, honour]);
    expect(one).toMatchObject({ total: "92.43", composition: { root: "90.43", bonus: "2.00" } });
    expect(lineOf(one, "bonus")).toMatchObject({
      points: "2.00",
      parent: null,
      arithmetic: { form: "extra", effect: "bonus", points: "2.00", ceiling: "5", bounded: false },
    });
    const many = judge([...all, fact("many", "honour", { quantity: "4" })]);
    expect(many).toMatchObject({ total: "95.43", composition: { root: "90.43", bonus: "5.00", bounded: false } });
    expect(lineOf(many, "bonus")).toMatchObject({ points: "5.00", arithmetic: { points: "8.00", bounded: true } });
    const toTheCeiling = judge([...all, fact("exactly", "honour", { quantity: "2.5" })]);
    expect(lineOf(toTheCeiling, "bonus")).toMatchObject({ points: "5.00", arithmetic: { bounded: false } });
  });

  test("a deduction takes the same off, and the range holds the total", () => {
    const taking = schemeOf(root, { deductions: [extra] });
    const taken = sheetOf(taking, [...parts, adding], [...all, honour], year);
    expect(taken).toMatchObject({ total: "88.43", composition: { bonus: "0.00", deduction: "2.00" } });
    expect(lineOf(taken, "bonus").arithmetic).toMatchObject({ effect: "deduction" });
    const capped = schemeOf(root, { bonuses: [extra], range: { floor: "0", ceiling: "91" } });
    const full = sheetOf(capped, [...parts, adding], [...all, honour], year);
    expect(full).toMatchObject({ total: "91.00", composition: { ceiling: "91", bounded: true, cappedBy: null } });
  });

  const fatal = {
    code: "fatal_accident",
    name: { zh: "亡人事故", en: "Fatal accident" },
    when: {
      kind: "finding.opened",
      conditions: [{ attribute: "severity", operator: "eq", values: ["fatal"] }],
      atLeast: 1,
    },
    effect: { caps: "grade", grade: "fair" },
  };
  const accident = fact("accident", "finding.opened", { attributes: { severity: "fatal" } });

  test("a confirmed veto on the grade leaves the total and stands before the lines", () => {
    const scheme = schemeOf(root, { vetoes: [fatal] });
    const sheet = sheetOf(scheme, parts, [...all, accident], {
      ...year,
      vetoDecisions: new Map([["fatal_accident", true]]),
    });
    expect(sheet).toMatchObject({ total: "90.43", composition: { cappedBy: null } });
    expect(sheet.vetoes).toEqual([
      {
        code: "fatal_accident",
        name: fatal.name,
        count: 1,
        atLeast: 1,
        decision: "confirmed",
        effect: { caps: "grade", grade: "fair" },
      },
    ]);
  });
});

test("a sum node of 70 inside a weighted node gives 89.56 (worked example 3)", () => {
  const name = { zh: "合计", en: "Total" };
  const management = {
    kind: "sum",
    code: "management",
    name,
    children: [leaf("timely_rate", "40"), leaf("attendance_rate", "30")],
  };
  const root = {
    kind: "weighted",
    code: "total",
    name,
    children: [
      { weight: "70", node: leaf("value", "100") },
      { weight: "30", node: management },
    ],
  };
  const facts = [...march(), measure("value", "88.50")];
  const sheet = sheetOf(schemeOf(root), [...indicators, metricOf("value")], facts, closed);
  expect(lineOf(sheet, "management")).toMatchObject({ points: "64.42", fullMarks: "70", parent: "total" });
  expect(lineOf(sheet, "total")).toMatchObject({ points: "89.56", fullMarks: "100" });
  expect(sheet.total).toBe("89.56");
});
