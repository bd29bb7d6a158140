import { describe, expect, test } from "vitest";
import type { IndicatorBody, PointsRule } from "../definitions/indicator.ts";
import type { ScoringFact } from "../things.ts";
import type { ScoreContext, Settlement } from "./scorer.ts";
import { fact, leaf, lineOf, metricOf, overdue, overdueFindings, schemeOf, sheetOf } from "./testing.ts";

const sheetFor = (indicator: IndicatorBody, facts: readonly ScoringFact[], context: Partial<ScoreContext> = {}) =>
  sheetOf(
    schemeOf({ kind: "sum", code: "root", name: indicator.name, children: [leaf(indicator.code, "30")] }),
    [indicator],
    facts,
    context,
  );
const lineFor = (indicator: IndicatorBody, facts: readonly ScoringFact[], context: Partial<ScoreContext> = {}) =>
  lineOf(sheetFor(indicator, facts, context), indicator.code);
const settled = (outcome: Settlement["outcome"], value: string | null = null, code = "x") => ({
  settlements: new Map([[code, { outcome, value }]]),
});

describe("a pending leaf that a person settled", () => {
  test("with a value goes through its points rule", () => {
    expect(lineFor(metricOf("x"), [], settled("value", "61.25"))).toMatchObject({
      state: "scored",
      points: "18.38",
      value: { n: "245", d: "4" },
      why: "settled",
      reach: null,
      arithmetic: { form: "linear", value: "61.25", origin: { of: "settled" } },
    });
    expect(sheetFor(metricOf("x"), [], settled("value", "61.25"))).toMatchObject({
      total: "18.38",
      coverage: "100.00",
    });
  });

  test("with a value by units takes it as their sum", () => {
    expect(lineFor(overdueFindings(), [], settled("value", "4.5", "overdue_findings"))).toMatchObject({
      points: "25.50",
      why: "settled",
      arithmetic: { form: "units", rule: "deduct", items: [], sum: "4.5", bound: "0", bounded: false },
    });
    const rule: PointsRule = { rule: "add", attribute: null, units: [], otherwise: "2", ceiling: "8" };
    const last = {
      ...metricOf("x"),
      pointsRule: rule,
      aggregation: { form: "last" as const, of: { kind: "metric" as const, conditions: [] } },
    };
    expect(lineFor(last, [], settled("value", "9"))).toMatchObject({
      points: "8.00",
      arithmetic: { form: "units", rule: "add", items: [], sum: "9", bounded: true },
    });
  });

  test("as not applicable is left out", () => {
    expect(lineFor(metricOf("x"), [], settled("not_applicable"))).toMatchObject({
      state: "not_applicable",
      points: null,
      why: "settled",
      arithmetic: { form: "settled", outcome: "not_applicable" },
      reach: null,
    });
    expect(sheetFor(metricOf("x"), [], settled("not_applicable"))).toMatchObject({ total: null, coverage: "0.00" });
  });

  test("as zero counts nothing of its full marks", () => {
    expect(lineFor(metricOf("x"), [], settled("zero"))).toMatchObject({
      state: "scored",
      points: "0.00",
      value: null,
      why: "settled",
      arithmetic: { form: "settled", outcome: "zero" },
      reach: null,
    });
    expect(sheetFor(metricOf("x"), [], settled("zero"))).toMatchObject({ total: "0.00", coverage: "100.00" });
  });
});

describe("a settlement decides nothing", () => {
  test("where data came after all", () => {
    const data = [fact("a", "metric", { quantity: "50", attributes: { metric: "x" } })];
    expect(lineFor(metricOf("x"), data, settled("zero"))).toMatchObject({ points: "15.00", why: null });
  });

  test("where the leaf doesn't apply anyway, or silence counts", () => {
    expect(lineFor(metricOf("x", "not_applicable"), [], settled("zero"))).toMatchObject({
      state: "not_applicable",
      why: null,
    });
    const code = "overdue_findings";
    expect(lineFor(overdueFindings(), [], { closed: true, ...settled("zero", null, code) })).toMatchObject({
      points: "30.00",
      why: null,
    });
    expect(lineFor(overdueFindings(), [overdue("a", "general")], settled("zero", null, code))).toMatchObject({
      points: "28.00",
    });
  });

  test("for another line", () => {
    expect(lineFor(metricOf("x"), [], settled("zero", null, "y"))).toMatchObject({ state: "pending", why: null });
  });
});

describe("silence", () => {
  test("earns nothing where the indicator says so in words", () => {
    expect(lineFor({ ...metricOf("x"), noData: "zero" }, [])).toMatchObject({
      state: "scored",
      points: "0.00",
      value: null,
      why: null,
      arithmetic: { form: "no_data", meaning: "zero" },
      reach: { form: "data" },
    });
  });
});

describe("points by an expression", () => {
  const cel = (expression: string, floor = "0", ceiling: string | null = null): IndicatorBody => ({
    ...metricOf("x"),
    pointsRule: { rule: "cel", expression, floor, ceiling },
  });
  const line = (indicator: IndicatorBody, quantity: string, context: Partial<ScoreContext> = {}) =>
    lineFor(indicator, [fact("a", "metric", { quantity, attributes: { metric: "x" } })], context);

  test("are held between floor and ceiling, or full marks", () => {
    expect(line(cel("full_marks - value / 3"), "10")).toMatchObject({
      points: "26.67",
      value: { n: "10", d: "1" },
      reach: null,
      arithmetic: {
        form: "cel",
        value: "10",
        expression: "full_marks - value / 3",
        result: "26.666666…",
        floor: "0",
        ceiling: "30",
        bounded: false,
        origin: { of: "sum", facts: 1 },
      },
    });
    expect(line(cel("value"), "31")).toMatchObject({ points: "30.00", arithmetic: { result: "31", bounded: true } });
    expect(line(cel("value"), "-1")).toMatchObject({ points: "0.00", arithmetic: { bounded: true } });
    expect(line(cel("value", "2", "8"), "9")).toMatchObject({
      points: "8.00",
      arithmetic: { floor: "2", ceiling: "8" },
    });
    expect(line(cel("value", "2", "8"), "1")).toMatchObject({ points: "2.00" });
  });

  test("that divide by zero are no data, and can be settled", () => {
    expect(line(cel("1.0 / value"), "0")).toMatchObject({
      state: "pending",
      points: null,
      value: null,
      arithmetic: { form: "no_data", meaning: "pending" },
    });
    expect(line(cel("1.0 / value"), "0", settled("value", "0.5"))).toMatchObject({ points: "2.00", why: "settled" });
    expect(line(cel("1.0 / value"), "0", settled("value", "0"))).toMatchObject({ state: "pending", why: null });
  });

  test("that can't be read are refused", () => {
    expect(() => line(cel("value +"), "1")).toThrow(/^x: /);
  });
});
