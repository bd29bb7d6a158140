import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../kernel/plain-date.ts";
import { spans } from "../period-things.ts";
import {
  existsWholly,
  firstWholePeriod,
  longerPeriodsOf,
  nameOfPeriod,
  nextPeriod,
  parsePeriod,
  periodOf,
  periodsWithin,
  previousPeriod,
} from "./span-rules.ts";

const span = fc.constantFrom(...spans);
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays("1930-01-01", days));
const period = fc.tuple(span, day).map(([length, date]) => periodOf(length, date));
const named = (text: string) => parsePeriod(text)!;

describe("a period by its name", () => {
  test.each([
    ["2026-03", "month", "2026-03-01", "2026-03-31"],
    ["2024-02", "month", "2024-02-01", "2024-02-29"],
    ["2026-12", "month", "2026-12-01", "2026-12-31"],
    ["2026-Q1", "quarter", "2026-01-01", "2026-03-31"],
    ["2026-Q2", "quarter", "2026-04-01", "2026-06-30"],
    ["2026-Q3", "quarter", "2026-07-01", "2026-09-30"],
    ["2026-Q4", "quarter", "2026-10-01", "2026-12-31"],
    ["2026-H1", "half_year", "2026-01-01", "2026-06-30"],
    ["2026-H2", "half_year", "2026-07-01", "2026-12-31"],
    ["2026", "year", "2026-01-01", "2026-12-31"],
    ["1900", "year", "1900-01-01", "1900-12-31"],
    ["2999-12", "month", "2999-12-01", "2999-12-31"],
  ])("%s is the %s from %s to %s", (name, length, from, to) => {
    expect(parsePeriod(name)).toEqual({ span: length, from, to });
    expect(nameOfPeriod(named(name))).toBe(name);
  });

  test.each([
    "",
    "2026-13",
    "2026-00",
    "2026-3",
    "2026-Q0",
    "2026-Q5",
    "2026-H3",
    "2026-H0",
    "2026-q1",
    "2026-",
    "202",
    "20260",
    "1899",
    "3000",
    "2026-03-01",
    " 2026",
    "2026-Q1 ",
    "2026\n",
  ])("%j is none", (text) => expect(parsePeriod(text)).toBeNull());

  test("reads back whatever it names", () => {
    fc.assert(
      fc.property(period, (each) => {
        expect(parsePeriod(nameOfPeriod(each))).toEqual(each);
      }),
    );
  });
});

describe("periods side by side", () => {
  test("a year holds its months, quarters and half-years in their order", () => {
    expect(periodsWithin("quarter", named("2026")).map(nameOfPeriod)).toEqual([
      "2026-Q1",
      "2026-Q2",
      "2026-Q3",
      "2026-Q4",
    ]);
    expect(periodsWithin("month", named("2026")).map(nameOfPeriod)).toHaveLength(12);
    expect(periodsWithin("month", named("2026-Q2")).map(nameOfPeriod)).toEqual(["2026-04", "2026-05", "2026-06"]);
    expect(periodsWithin("half_year", named("2026")).map(nameOfPeriod)).toEqual(["2026-H1", "2026-H2"]);
  });

  test("a period is the only one of its own length in it, and holds no longer one", () => {
    expect(periodsWithin("quarter", named("2026-Q2")).map(nameOfPeriod)).toEqual(["2026-Q2"]);
    expect(periodsWithin("year", named("2026-Q1"))).toEqual([]);
    for (const month of ["2026-01", "2026-02", "2026-03"]) expect(periodsWithin("quarter", named(month))).toEqual([]);
  });

  test("a month lies in its quarter, half-year and year", () => {
    expect(longerPeriodsOf(named("2026-08")).map(nameOfPeriod)).toEqual(["2026-Q3", "2026-H2", "2026"]);
    expect(longerPeriodsOf(named("2026-H1")).map(nameOfPeriod)).toEqual(["2026"]);
    expect(longerPeriodsOf(named("2026"))).toEqual([]);
  });

  test("next and previous step over the year's end", () => {
    expect(nameOfPeriod(nextPeriod(named("2026-12")))).toBe("2027-01");
    expect(nameOfPeriod(nextPeriod(named("2026-Q4")))).toBe("2027-Q1");
    expect(nameOfPeriod(previousPeriod(named("2026-H1")))).toBe("2025-H2");
    expect(nameOfPeriod(previousPeriod(named("2026")))).toBe("2025");
  });

  test("periods of one length leave no day out and share none", () => {
    fc.assert(
      fc.property(period, (each) => {
        expect(nextPeriod(each).from).toBe(addDays(each.to, 1));
        expect(previousPeriod(nextPeriod(each))).toEqual(each);
      }),
    );
  });

  test("the shorter periods of a longer one cover it", () => {
    fc.assert(
      fc.property(period, span, (each, shorter) => {
        const parts = periodsWithin(shorter, each);
        fc.pre(spans.indexOf(shorter) <= spans.indexOf(each.span));
        expect([parts.at(0)?.from, parts.at(-1)?.to]).toEqual([each.from, each.to]);
        for (const part of parts) expect([part, ...longerPeriodsOf(part)]).toContainEqual(each);
      }),
    );
  });
});

describe("an organisation owes nothing before its first whole period", () => {
  test.each([
    ["month", "2026-03-16", "2026-04"],
    ["month", "2026-03-01", "2026-03"],
    ["month", "2026-12-31", "2027-01"],
    ["quarter", "2026-03-16", "2026-Q2"],
    ["half_year", "2026-03-16", "2026-H2"],
    ["year", "2026-03-16", "2027"],
    ["year", "2026-01-01", "2026"],
  ] as const)("first whole %s since %s: %s", (length, validFrom, name) => {
    expect(nameOfPeriod(firstWholePeriod(length, validFrom))).toBe(name);
  });

  test("it exists for the whole of a period from its first to its last day", () => {
    const march = named("2026-03");
    expect(existsWholly(march, "2026-03-01", null)).toBe(true);
    expect(existsWholly(march, "2026-03-02", null)).toBe(false);
    expect(existsWholly(march, "2020-01-01", "2026-03-31")).toBe(true);
    expect(existsWholly(march, "2020-01-01", "2026-03-30")).toBe(false);
  });

  test("the first whole period is the earliest in which it exists for the whole", () => {
    fc.assert(
      fc.property(span, day, (length, validFrom) => {
        const first = firstWholePeriod(length, validFrom);
        expect(existsWholly(first, validFrom, null)).toBe(true);
        expect(existsWholly(previousPeriod(first), validFrom, null)).toBe(false);
      }),
    );
  });
});
