import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, firstDayOf } from "../../kernel/plain-date.ts";
import { add, compare, format, multiply, parse, rational, sum } from "../../kernel/rational.ts";
import { type MonthTotal, meanOfPeriods } from "./mean-rules.ts";
import { existsWholly, parsePeriod } from "./span-rules.ts";

const month = (name: string, total: string | null, given: Partial<MonthTotal> = {}): MonthTotal => ({
  periodFrom: firstDayOf(name),
  total,
  published: total,
  coverage: "100.00",
  closed: true,
  whole: true,
  ...given,
});
const monthsOf2026 = Array.from({ length: 12 }, (_, index) => addMonths("2026-01", index));

describe("the figure of a longer period", () => {
  test("a late fact of +4.00 for March enters the quarter's mean; the adjustment is listed", () => {
    const march = month("2026-03", "92.42", { published: "88.42" });
    expect(meanOfPeriods([month("2026-01", "96.00"), month("2026-02", "94.00"), march], "80", 2)).toEqual({
      mean: "94.14",
      counted: [
        { periodFrom: "2026-01-01", total: "96.00" },
        { periodFrom: "2026-02-01", total: "94.00" },
        { periodFrom: "2026-03-01", total: "92.42" },
      ],
      leftOut: [],
      adjustments: [{ periodFrom: "2026-03-01", published: "88.42", adjusted: "92.42", adjustment: "4.00" }],
    });
  });

  test("a branch that exists from 2026-03-16 on has the mean of nine months", () => {
    const months = monthsOf2026.map((name) => {
      const period = parsePeriod(name)!;
      return month(name, name === "2026-03" ? "10.00" : "90.00", { whole: existsWholly(period, "2026-03-16", null) });
    });
    const year = meanOfPeriods(months, "80", 2);
    expect(year.mean).toBe("90.00");
    expect(year.counted).toHaveLength(9);
    expect(year.leftOut).toEqual(
      ["2026-01-01", "2026-02-01", "2026-03-01"].map((periodFrom) => ({ periodFrom, reason: "not_whole" })),
    );
  });

  test("each period left out has its first reason", () => {
    const all = { total: null, closed: false, whole: false, coverage: "10.00" };
    const { mean, leftOut } = meanOfPeriods(
      [
        month("2026-01", null, all),
        month("2026-02", null, { ...all, closed: true }),
        month("2026-03", null, { ...all, closed: true, whole: true }),
        month("2026-04", null),
        month("2026-05", "70.00", { coverage: "79.99" }),
        month("2026-06", "70.00", { coverage: "80.00" }),
      ],
      "80",
      2,
    );
    expect(mean).toBe("70.00");
    expect(leftOut.map(({ reason }) => reason)).toEqual(["open", "not_whole", "coverage", "no_total", "coverage"]);
  });

  test("without a period that counts there is no mean", () => {
    expect(meanOfPeriods([month("2026-01", "90.00", { closed: false })], "80", 2).mean).toBeNull();
    expect(meanOfPeriods([], "80", 2)).toEqual({ mean: null, counted: [], leftOut: [], adjustments: [] });
  });

  test("is rounded once, a half away from zero, to the scheme's places", () => {
    const mean = (places: number, ...totals: string[]) =>
      meanOfPeriods(
        totals.map((total, index) => month(monthsOf2026[index]!, total)),
        "80",
        places,
      ).mean;
    expect(mean(2, "90.00", "90.01")).toBe("90.01");
    expect(mean(2, "-1.00", "-1.01")).toBe("-1.01");
    expect(mean(1, "90.04", "90.05", "90.06")).toBe("90.1");
    expect(mean(0, "90.5", "90.4")).toBe("90");
  });
});

describe("adjustments", () => {
  const adjustmentsOf = (...periods: MonthTotal[]) => meanOfPeriods(periods, "80", 2).adjustments;

  test("are listed for closed periods that don't enter the mean as well", () => {
    const before = { published: "88.00", whole: false };
    expect(adjustmentsOf(month("2026-01", "86.00", before))).toEqual([
      { periodFrom: "2026-01-01", published: "88.00", adjusted: "86.00", adjustment: "-2.00" },
    ]);
  });

  test("aren't made by an open period, nor by the same number written otherwise", () => {
    expect(adjustmentsOf(month("2026-01", "86.00", { published: "80.00", closed: false }))).toEqual([]);
    expect(adjustmentsOf(month("2026-01", "86.00", { published: "86" }))).toEqual([]);
  });

  test("name no difference where one side has no total", () => {
    expect(
      adjustmentsOf(month("2026-01", "86.00", { published: null }), month("2026-02", null, { published: "9" })),
    ).toEqual([
      { periodFrom: "2026-01-01", published: null, adjusted: "86.00", adjustment: null },
      { periodFrom: "2026-02-01", published: "9", adjusted: null, adjustment: null },
    ]);
    expect(adjustmentsOf(month("2026-01", null))).toEqual([]);
  });
});

test("the mean lies within half a unit of the exact one, whatever the order, and every period is accounted for", () => {
  const total = fc.option(
    fc.integer({ min: -2000, max: 11000 }).map((units) => format(rational(units, 100), 2)),
    { nil: null },
  );
  const period = fc.record({
    periodFrom: fc.constantFrom(...monthsOf2026.map(firstDayOf)),
    total,
    published: total,
    coverage: fc.constantFrom("79.99", "80.00", "100.00"),
    closed: fc.boolean(),
    whole: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(period, { maxLength: 12 }), (periods) => {
      const { mean, counted, leftOut } = meanOfPeriods(periods, "80", 2);
      expect(counted.length + leftOut.length).toBe(periods.length);
      expect(meanOfPeriods(periods.toReversed(), "80", 2).mean).toBe(mean);
      expect(mean === null).toBe(counted.length === 0);
      if (mean === null) return;
      const exact = sum(counted.map((each) => parse(each.total)));
      const times = rational(counted.length);
      const within = (half: string) => compare(multiply(add(parse(mean), parse(half)), times), exact);
      expect([within("0.005") >= 0, within("-0.005") <= 0]).toEqual([true, true]);
    }),
  );
});
