import { expect, test } from "vitest";
import { monthStandingFor, parsePeriod, periodHolding, periodsUpTo } from "./periods.ts";

test("a month lies in its quarter, half-year and year", () => {
  expect(periodHolding("month", "2026-03")).toBe("2026-03");
  expect(periodHolding("quarter", "2026-03")).toBe("2026-Q1");
  expect(periodHolding("quarter", "2026-04")).toBe("2026-Q2");
  expect(periodHolding("half_year", "2026-07")).toBe("2026-H2");
  expect(periodHolding("year", "2026-12")).toBe("2026");
});

test("a name tells its months", () => {
  expect(parsePeriod("2026-Q4")).toEqual({
    span: "quarter",
    year: 2026,
    number: 4,
    months: ["2026-10", "2026-11", "2026-12"],
  });
  expect(parsePeriod("2026-H2")?.months).toHaveLength(6);
  expect(parsePeriod("2026")?.months.at(-1)).toBe("2026-12");
  expect(parsePeriod("2026-02")?.months).toEqual(["2026-02"]);
});

test.each(["2026-13", "2026-Q5", "2026-H3", "26", "", "2026-Q", "2026-3"])("%s names no period", (name) => {
  expect(parsePeriod(name)).toBeNull();
});

test("periods are counted back over the turn of the year", () => {
  expect(periodsUpTo("quarter", "2026-02", 3)).toEqual(["2026-Q1", "2025-Q4", "2025-Q3"]);
  expect(periodsUpTo("half_year", "2026-02", 2)).toEqual(["2026-H1", "2025-H2"]);
  expect(periodsUpTo("year", "2026-02", 2)).toEqual(["2026", "2025"]);
});

test("a period is shown by its last month, the one under way by this month", () => {
  expect(monthStandingFor("2026-Q1", "2026-11")).toBe("2026-03");
  expect(monthStandingFor("2026-Q4", "2026-11")).toBe("2026-11");
  expect(monthStandingFor("2026", "2026-11")).toBe("2026-11");
});
