import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, parse, rational, toText } from "../../kernel/rational.ts";
import { orderKeyOf } from "../boards/order-key.ts";
import { meanOfPeriods } from "../periods/mean-rules.ts";
import { evidenceOf } from "./evidence.ts";
import { plainContext, scorerOf } from "./scorer.ts";
import { linesOf } from "./sheet-figures.ts";
import { leaf, measure, metricOf, schemeOf } from "./testing.ts";

const indicators = [metricOf("known"), metricOf("awaited")];

/** The sheet of an organisation of which so many marks are known and the others awaited, and its order key. */
function sheetWith(known: string, awaited: string, coverageThreshold = "80") {
  const children = [leaf("known", known), leaf("awaited", awaited)];
  const root = { kind: "sum", code: "root", name: { zh: "合计", en: "Total" }, children };
  const scheme = schemeOf(root, { coverageThreshold });
  const figures = scorerOf(scheme, indicators).score(evidenceOf([measure("known", "90")], new Set()), plainContext);
  return { figures, orderKey: orderKeyOf(scheme, figures, linesOf(scheme, indicators)) };
}

describe("an organisation of which 79.996 % is known, where the scheme asks for 80 %", () => {
  const sheet = () => sheetWith("79.996", "20.004");

  test("is shown below 80 and has no rank", () => {
    const { figures, orderKey } = sheet();
    expect(figures).toMatchObject({ total: "90.00", coverage: "79.99" });
    expect(orderKey).toBe("");
    expect(sheetWith("80", "20").orderKey).not.toBe("");
  });

  test("has no month that counts in the year's mean", () => {
    const { total, coverage } = sheet().figures;
    const month = { periodFrom: "2026-03-01", total, published: total, coverage, closed: true, whole: true } as const;
    expect(meanOfPeriods([month], "80", 2)).toMatchObject({ mean: null, leftOut: [{ reason: "coverage" }] });
  });
});

test("whoever is ranked has exactly the coverage that the scheme asks for, or more", () => {
  const marks = fc.integer({ min: 1, max: 100_000 });
  // Thresholds beside the share itself, where rounding decides.
  const beside = fc.integer({ min: -1, max: 1 });
  fc.assert(
    fc.property(marks, marks, beside, (known, awaited, by) => {
      const exact = rational(known * 100, known + awaited);
      const hundredths = Math.round((known * 10_000) / (known + awaited)) + by;
      const threshold = toText(rational(Math.min(Math.max(hundredths, 0), 10_000), 100)) as string;
      const isReached = compare(exact, parse(threshold)) >= 0;
      expect(sheetWith(String(known), String(awaited), threshold).orderKey !== "").toBe(isReached);
    }),
  );
});
