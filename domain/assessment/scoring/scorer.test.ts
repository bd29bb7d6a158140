import { describe, expect, test } from "vitest";
import type { Evidence } from "../things.ts";
import { evidenceOf } from "./evidence.ts";
import { plainContext, scorerOf } from "./scorer.ts";
import {
  attendanceRate,
  fact,
  leaf,
  march,
  measure,
  metricOf,
  monthlyScheme,
  overdueFindings,
  schemeOf,
  timelyRate,
} from "./testing.ts";

const indicators = [timelyRate(), attendanceRate(), overdueFindings()];
const name = { zh: "合计", en: "Total" };
const group = (changes: Partial<Evidence>): Evidence => ({
  kind: "metric",
  attributes: { metric: "x" },
  count: 1,
  quantity: "7",
  base: "0",
  single: null,
  ...changes,
});
const sumOver = (codes: readonly string[], fullMarks: string) =>
  schemeOf({ kind: "sum", code: "root", name, children: codes.map((code) => leaf(code, fullMarks)) });

describe("a compiled scheme", () => {
  test("scores one sheet after another without a trace of the one before", () => {
    const scorer = scorerOf(monthlyScheme(), indicators);
    const evidence = evidenceOf(march(), new Set());
    const first = scorer.score(evidence, plainContext);
    expect(scorer.score([], plainContext).lines.map((line) => line.points)).toEqual([null, null, null, null]);
    expect(scorer.score(evidence, plainContext)).toEqual(first);
  });

  test("goes on after evidence that it had to refuse", () => {
    const last = {
      ...metricOf("x"),
      aggregation: { form: "last" as const, of: { kind: "metric" as const, conditions: [] } },
    };
    const scheme = schemeOf(sumOver(["x"], "10").root, {
      vetoes: [{ code: "v", name, when: { kind: "metric", atLeast: 2 }, effect: { caps: "grade", grade: "fair" } }],
    });
    const scorer = scorerOf(scheme, [last]);
    const single = group({ single: { id: "a", occurredOn: "2026-03-01", recordedAt: "2026-03-01T00:00:00Z" } });
    expect(() => scorer.score([single, group({})], plainContext)).toThrow(
      "facts of metric have to be told from one another",
    );
    expect(scorer.score([], plainContext)).toMatchObject({ total: null, vetoes: [] });
    expect(scorer.score([single], plainContext)).toMatchObject({ total: "0.70", vetoes: [] });
  });

  test("takes groups that their stornos emptied for none", () => {
    const scorer = scorerOf(sumOver(["x"], "10"), [metricOf("x")]);
    expect(scorer.score([group({ count: 0, quantity: "5" })], plainContext).total).toBeNull();
    const sheet = scorer.explain([group({}), group({ count: 0, quantity: "0" })], plainContext);
    expect([sheet.total, sheet.lines[1]!.factCount]).toEqual(["0.70", 1]);
  });

  test("passes over facts that nobody reads", () => {
    const evidence = evidenceOf([fact("a", "milestone"), measure("x", "50")], new Set());
    expect(scorerOf(sumOver(["x"], "10"), [metricOf("x")]).score(evidence, plainContext).total).toBe("5.00");
  });

  test("tells every pattern of missing leaves apart, however many leaves there are", () => {
    const codes = Array.from({ length: 41 }, (_, index) => `part_${index}`);
    const scorer = scorerOf(
      sumOver(codes, "10"),
      codes.map((code, index) => metricOf(code, index % 2 === 0 ? "pending" : "not_applicable")),
    );
    const sheetWithout = (...missing: number[]) => {
      const facts = codes.filter((_, index) => !missing.includes(index)).map((code) => measure(code, "100"));
      return scorer.score(evidenceOf(facts, new Set()), plainContext);
    };
    expect(sheetWithout()).toMatchObject({ total: "100.00", coverage: "100.00", composition: { bounded: true } });
    for (let index = 0; index < codes.length; index += 1) {
      const sheet = sheetWithout(index);
      expect(sheet.lines[index + 1]!.state).toBe(index % 2 === 0 ? "pending" : "not_applicable");
      expect(sheet.coverage).toBe(index % 2 === 0 ? "97.56" : "100.00");
      expect(sheet.composition!.root).toBe("410.00");
    }
    expect(sheetWithout(0, 40).coverage).toBe("95.12");
  });
});

describe("rounding", () => {
  const sheet = (places: number, fullMarks: string, figure: string) => {
    const scheme = schemeOf(sumOver(["x", "y"], fullMarks).root, {
      places,
      range: { floor: "-100", ceiling: "999999999999" },
    });
    const indicator = (code: string) => ({
      ...metricOf(code),
      pointsRule: { rule: "deduct" as const, attribute: null, units: [], otherwise: "1", floor: "-1000" },
    });
    const evidence = evidenceOf([measure("x", figure), measure("y", "0")], new Set());
    return scorerOf(scheme, [indicator("x"), indicator("y")]).score(evidence, plainContext);
  };

  test("halves go away from zero, at the places of the scheme, also below zero", () => {
    expect(sheet(0, "1", "0.5").lines.map((line) => line.points)).toEqual(["2", "1", "1"]);
    expect(sheet(1, "1", "0.25").lines.map((line) => line.points)).toEqual(["1.8", "0.8", "1.0"]);
    expect(sheet(1, "1", "3.25").lines.map((line) => line.points)).toEqual(["-1.3", "-2.3", "1.0"]);
    expect(sheet(6, "1", "0.0000005").lines.map((line) => line.points)).toEqual(["2.000000", "1.000000", "1.000000"]);
  });

  test("figures beyond what a number holds are exact", () => {
    expect(sheet(6, "999999999999", "0.000001").lines[0]!.points).toBe("1999999999997.999999");
  });

  test("a node whose remaining children are rescaled rounds a half away from zero on either side", () => {
    const scheme = (floor: string) =>
      schemeOf(
        { kind: "sum", code: "root", name, children: [leaf("x", "2"), leaf("gone", "1")] },
        { places: 0, range: { floor, ceiling: "100" } },
      );
    const x = {
      ...metricOf("x"),
      pointsRule: { rule: "deduct" as const, attribute: null, units: [], otherwise: "1", floor: "-9" },
    };
    const total = (figure: string) =>
      scorerOf(scheme("-50"), [x, metricOf("gone", "not_applicable")]).score(
        evidenceOf([measure("x", figure)], new Set()),
        plainContext,
      ).total;
    // 1 × 3 ÷ 2 = 1.5; −1 × 3 ÷ 2 = −1.5; −3 × 3 ÷ 2 = −4.5.
    expect(["1", "3", "5"].map(total)).toEqual(["2", "-2", "-5"]);
  });
});
