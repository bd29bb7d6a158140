import { describe, expect, test } from "vitest";
import type { IndicatorBody, PointsRule } from "../definitions/indicator.ts";
import {
  attendance,
  attendanceRate,
  duty,
  fact,
  leaf,
  lineOf,
  metricOf,
  overdue,
  overdueFindings,
  schemeOf,
  sheetOf,
  timelyRate,
} from "../scoring/testing.ts";
import type { ScoringFact } from "../things.ts";

const lineFor = (indicator: IndicatorBody, facts: readonly ScoringFact[]) =>
  lineOf(
    sheetOf(
      schemeOf({ kind: "sum", code: "root", name: indicator.name, children: [leaf(indicator.code, "10")] }),
      [indicator],
      facts,
      { closed: true },
    ),
    indicator.code,
  );
const reach = (indicator: IndicatorBody, facts: readonly ScoringFact[]) => lineFor(indicator, facts).reach;
const ruled = (pointsRule: PointsRule, direction: IndicatorBody["direction"] = "higher") => ({
  ...metricOf("x"),
  pointsRule,
  direction,
});
const figure = (quantity: string) => [fact("a", "metric", { quantity, attributes: { metric: "x" } })];

describe("full marks would take", () => {
  test("so much more in the numerator of a ratio", () => {
    const facts = [...duty("a", "t", "on_time"), ...duty("b", "t", "late"), ...duty("c", "t", null)];
    expect(reach(timelyRate(), facts)).toEqual({ form: "numerator", missing: "1.5" });
    expect(reach(attendanceRate(), [attendance("a", 52, 61)])).toEqual({ form: "numerator", missing: "2.9" });
    expect(reach(attendanceRate(), [attendance("a", 60, 61)])).toBeNull();
  });

  test("the deductions to go", () => {
    expect(reach(overdueFindings(), [overdue("a", "general"), overdue("b", "serious")])).toEqual({
      form: "units_off",
      points: "7",
    });
    expect(reach(overdueFindings(), [overdue("a", "unheard of")])).toBeNull();
  });

  test("events worth the rest, as far as the ceiling goes", () => {
    const adding = (ceiling: string) => ruled({ rule: "add", attribute: null, units: [], otherwise: "2", ceiling });
    expect(reach(adding("12"), figure("3"))).toEqual({ form: "units_more", points: "4" });
    expect(reach(adding("8"), figure("3"))).toEqual({ form: "units_more", points: "2" });
    expect(reach(adding("8"), figure("4"))).toBeNull();
    expect(reach(adding("12"), figure("5"))).toBeNull();
    expect(lineFor(adding("8"), figure("5")).arithmetic).toMatchObject({ form: "units", bounded: true });
  });

  test("a value", () => {
    expect(reach(ruled({ rule: "linear", baseline: "0", target: "90" }), figure("45"))).toEqual({
      form: "value",
      target: "90",
    });
    const share = ruled({ rule: "ratio", target: "80" });
    expect(lineFor(share, figure("60"))).toMatchObject({
      points: "7.50",
      reach: { form: "value", target: "80" },
      arithmetic: { form: "of_target", value: "60", target: "80", ofTarget: "0.75", capped: false },
    });
    expect(lineFor(share, figure("90"))).toMatchObject({
      points: "10.00",
      reach: null,
      arithmetic: { ofTarget: "1", capped: true },
    });
  });

  test("the best band, unless even that gives less", () => {
    const bands = (best: string) => [
      { bound: "90", points: best },
      { bound: "60", points: "6" },
    ];
    const rising = (best: string) => ruled({ rule: "bands", bands: bands(best) });
    expect(lineFor(rising("10"), figure("70"))).toMatchObject({
      points: "6.00",
      reach: { form: "value", target: "90" },
      arithmetic: { form: "bands", value: "70", bound: "60", points: "6", origin: { of: "sum" } },
    });
    expect(lineFor(rising("10"), figure("59")).arithmetic).toMatchObject({ bound: null, points: "0" });
    expect(lineFor(rising("12"), figure("90"))).toMatchObject({
      points: "10.00",
      reach: null,
      arithmetic: { points: "10" },
    });
    expect(reach(rising("9"), figure("90"))).toBeNull();
    expect(reach(rising("9"), figure("89.9"))).toEqual({ form: "value", target: "90" });
    const falling = ruled(
      {
        rule: "bands",
        bands: [
          { bound: "2", points: "9" },
          { bound: "5", points: "6" },
        ],
      },
      "lower",
    );
    expect(reach(falling, figure("2"))).toBeNull();
    expect(lineFor(falling, figure("3"))).toMatchObject({ points: "6.00", reach: { form: "value", target: "2" } });
  });
});
