import { describe, expect, test } from "vitest";
import { figure, indicatorOf, scored } from "./aggregation-testing.ts";
import type { ChildFigure } from "./scorer.ts";
import { metricOf } from "./testing.ts";

describe("a formula", () => {
  const input = (name: string, indicator: string) => ({ name, indicator, version: 1 });
  const formula = (expression: string, ...names: string[]) =>
    indicatorOf({ form: "formula", expression, inputs: names.map((name) => input(name, name)) }, { reads: [] });
  const metric = (code: string, quantity: string) => figure(code, quantity, { attributes: { metric: code } });
  const parts = [metricOf("a"), metricOf("b", "not_applicable")];

  test("computes with the exact values of other indicators", () => {
    const line = scored(formula("a / b * 100.0", "a", "b"), [metric("a", "2"), metric("b", "3")], {}, parts);
    expect(line).toMatchObject({
      value: { n: "200", d: "3" },
      points: "6.67",
      factCount: 2,
      arithmetic: {
        value: "66.666666…",
        origin: {
          of: "formula",
          expression: "a / b * 100.0",
          inputs: [
            { name: "a", indicator: "a", value: "2" },
            { name: "b", indicator: "b", value: "3" },
          ],
        },
      },
    });
  });

  test("waits for an awaited input, and ends where one doesn't apply", () => {
    const sum = formula("a + b", "a", "b");
    expect(scored(sum, [metric("b", "3")], {}, parts)).toMatchObject({
      state: "pending",
      arithmetic: {
        form: "inputs_missing",
        inputs: [
          { name: "a", indicator: "a", state: "pending" },
          { name: "b", indicator: "b", state: "scored" },
        ],
      },
    });
    expect(scored(sum, [metric("a", "3")], {}, parts)).toMatchObject({
      state: "not_applicable",
      arithmetic: { form: "inputs_missing", inputs: [{ state: "scored" }, { state: "not_applicable" }] },
    });
    expect(scored(sum, [], {}, parts)).toMatchObject({ state: "pending" });
  });

  test("silence that counts enters as 0, once its source has closed", () => {
    const quiet = { ...metricOf("a"), noData: "full" as const, source: "safety" };
    const zeroed = { ...metricOf("b"), noData: "zero" as const };
    const sum = formula("a + b + 1.0", "a", "b");
    expect(scored(sum, [], { receipts: new Set(["safety"]) }, [quiet, zeroed])).toMatchObject({
      points: "0.10",
      arithmetic: { origin: { inputs: [{ value: "0" }, { value: "0" }] } },
    });
    expect(scored(sum, [], {}, [quiet, zeroed])).toMatchObject({ state: "pending" });
  });

  test("a division by zero is no data", () => {
    const share = formula("a / b", "a", "b");
    const facts = [metric("a", "2"), metric("b", "0")];
    expect(scored(share, facts, {}, parts)).toMatchObject({
      state: "pending",
      value: null,
      arithmetic: { form: "no_data", meaning: "pending" },
    });
    expect(scored({ ...share, noData: "not_applicable" }, facts, {}, parts)).toMatchObject({ state: "not_applicable" });
  });

  test("may name another formula, but not lead back to itself", () => {
    const inner = { ...formula("a * 2.0", "a"), code: "inner" };
    expect(scored(formula("inner + a", "inner", "a"), [metric("a", "3")], {}, [inner, ...parts])).toMatchObject({
      value: { n: "9", d: "1" },
      factCount: 1,
    });
    const loop = { ...formula("x", "x"), code: "inner" };
    expect(() => scored(formula("inner", "inner"), [], {}, [loop])).toThrow("x@1 leads back to itself");
  });

  test("that can't be read or names nothing known is refused", () => {
    expect(() => scored(formula("a +", "a"), [], {}, parts)).toThrow(/^x: /);
    expect(() => scored(formula("c", "c"), [], {}, parts)).toThrow("unknown indicator c@1");
  });
});

describe("a roll-up over organisations below", () => {
  const rollup = (weighting: "equal" | "members", line: string | null = null) =>
    indicatorOf({ form: "rollup", scheme: "monthly", line, weighting }, { reads: [] });
  const child = (points: string | null, members = 1, state: ChildFigure["state"] = "scored"): ChildFigure => ({
    points,
    fullMarks: "50",
    state,
    members,
  });
  const below = (key: string, ...children: ChildFigure[]) => ({ children: new Map([[key, children]]) });
  const waiting = child(null, 4, "pending");
  const without = child(null, 5, "not_applicable");

  test("is the mean of their points in percent of full marks, equally or by members", () => {
    const children = [child("40", 1), child("45", 3), waiting, without];
    expect(scored(rollup("equal"), [], below("monthly ", ...children))).toMatchObject({
      value: { n: "85", d: "1" },
      points: "8.50",
      factCount: 0,
      arithmetic: {
        value: "85",
        origin: {
          of: "rollup",
          scheme: "monthly",
          line: null,
          weighting: "equal",
          scored: 2,
          pending: 1,
          notApplicable: 1,
          sum: "170",
          weights: "2",
        },
      },
    });
    expect(scored(rollup("members"), [], below("monthly ", ...children))).toMatchObject({
      value: { n: "175", d: "2" },
      arithmetic: { origin: { sum: "350", weights: "4" } },
    });
  });

  test("reads a line of the scheme where it names one", () => {
    expect(scored(rollup("equal", "rate"), [], below("monthly rate", child("25")))).toMatchObject({ points: "5.00" });
    expect(scored(rollup("equal", "rate"), [], below("monthly ", child("25")))).toMatchObject({
      state: "not_applicable",
    });
  });

  test("without a scored child it waits, or doesn't apply where none is awaited", () => {
    expect(scored(rollup("equal"), [], below("monthly ", waiting, without))).toMatchObject({
      state: "pending",
      arithmetic: { form: "no_data", meaning: "pending" },
    });
    expect(scored(rollup("equal"), [], below("monthly ", without))).toMatchObject({
      state: "not_applicable",
      arithmetic: { form: "no_data", meaning: "not_applicable" },
    });
    expect(scored(rollup("equal"), [])).toMatchObject({ state: "not_applicable" });
    expect(scored(rollup("members"), [], below("monthly ", child("40", 0)))).toMatchObject({ state: "not_applicable" });
  });
});

test("the figure of another scheme is awaited until it is there", () => {
  const indicator = indicatorOf({ form: "figure", scheme: "monthly" }, { reads: [] });
  expect(scored(indicator, [], { figures: new Map([["monthly", "92.42"]]) })).toMatchObject({
    points: "9.24",
    arithmetic: { origin: { of: "figure", scheme: "monthly" } },
  });
  for (const figures of [new Map([["monthly", null]]), new Map<string, string>()]) {
    expect(scored(indicator, [], { figures })).toMatchObject({
      state: "pending",
      arithmetic: { form: "no_data", meaning: "pending" },
    });
  }
});
