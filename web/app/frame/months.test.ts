import { expect, test } from "vitest";
import { daysBetween, daysOf, isMonth, monthsUpTo, setTimeZone, wordDay, wordInstant, wordMonth } from "./months.ts";

test("the last months are counted back over the turn of the year", () => {
  expect(monthsUpTo("2026-02", 4)).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
});

test("days are counted in the calendar, also over a leap day and a change of clocks", () => {
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
  expect(daysBetween("1986-05-03", "1986-05-05")).toBe(2);
  expect(daysBetween("2026-03-18", "2026-03-16")).toBe(-2);
});

test("months and days are worded in both languages", () => {
  expect(wordMonth("zh", "2026-03")).toBe("2026年3月");
  expect(wordMonth("en", "2026-03")).toBe("March 2026");
  expect(wordDay("zh", "2026-03-18")).toBe("3月18日");
});

test("a month ends on its own last day", () => {
  expect(daysOf("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  expect(daysOf("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" });
});

test("only months of the calendar and of this century are months", () => {
  expect(isMonth("2026-12")).toBe(true);
  expect(isMonth("2026-13")).toBe(false);
  expect(isMonth("2026-3")).toBe(false);
  expect(isMonth("9999-12")).toBe(false);
  expect(isMonth("1999-12")).toBe(false);
});

test("an instant is told on the group's clock, not the reader's", () => {
  setTimeZone("America/New_York");
  expect(wordInstant("en", "2026-03-18T16:30:00.000Z")).toMatch(/^Mar 18, 2026, 12:30.PM$/);
  setTimeZone("Asia/Shanghai");
  expect(wordInstant("zh", "2026-03-18T16:30:00.000Z")).toBe("2026年3月19日 00:30");
});
