import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addMonthsTo,
  daysBetween,
  firstDayOf,
  halfYearOf,
  isPlainDate,
  isWithin,
  lastDayOf,
  monthOf,
  monthsFromTo,
  plainDateIn,
  quarterOf,
  weekday,
  wholeMonthsBetween,
  yearOf,
} from "./plain-date.ts";

const day = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays("1970-01-01", days));

describe("a calendar day", () => {
  test.each([
    ["2026-02-28", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["2026-02-29", false],
    ["1900-02-29", false],
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["0000-01-01", false],
    ["2026-1-1", false],
    ["2026-01-01T00:00", false],
    ["", false],
  ])("%s exists: %s", (text, exists) => expect(isPlainDate(text)).toBe(exists));

  test("moves over leap days and year ends", () => {
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2026-03-31", "2026-04-02")).toBe(2);
    expect(daysBetween("2026-04-02", "2026-03-31")).toBe(-2);
  });

  test("moving by days and counting them agree, and only give real days", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isPlainDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
        expect(moved > date).toBe(days > 0);
      }),
    );
  });

  test("agrees with the platform's own calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (days) => {
        const theirs = new Date(days * 86_400_000);
        const ours = addDays("1970-01-01", days);
        expect(ours).toBe(theirs.toISOString().slice(0, 10));
        expect(weekday(ours) % 7).toBe(theirs.getUTCDay());
      }),
    );
  });

  test("refuses to calculate with a day that doesn't exist", () => {
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });

  test("knows its week day, month and year", () => {
    expect(weekday("2026-03-02")).toBe(1);
    expect(weekday("2026-03-08")).toBe(7);
    expect(monthOf("2026-03-08")).toBe("2026-03");
    expect(yearOf("2026-03-08")).toBe(2026);
  });

  test("lies within a range with both ends, and an open end never ends", () => {
    expect(isWithin("2026-03-01", "2026-03-01", "2026-03-31")).toBe(true);
    expect(isWithin("2026-03-31", "2026-03-01", "2026-03-31")).toBe(true);
    expect(isWithin("2026-04-01", "2026-03-01", "2026-03-31")).toBe(false);
    expect(isWithin("2999-01-01", "2026-03-01", null)).toBe(true);
  });
});

describe("months and longer stretches", () => {
  test("have a first and a last day", () => {
    expect(firstDayOf("2026-02")).toBe("2026-02-01");
    expect(lastDayOf("2026-02")).toBe("2026-02-28");
    expect(lastDayOf("2024-02")).toBe("2024-02-29");
    expect(lastDayOf("2026-12")).toBe("2026-12-31");
  });

  test("add up across years", () => {
    expect(addMonths("2026-12", 1)).toBe("2027-01");
    expect(addMonths("2026-01", -1)).toBe("2025-12");
    expect(addMonths("2026-01", -13)).toBe("2024-12");
    expect(monthsFromTo("2025-11", "2026-02")).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"]);
    expect(monthsFromTo("2026-02", "2026-01")).toEqual([]);
  });

  test.each([
    ["2026-01-15", "2026-01-01", "2026-03-31", "2026-01-01", "2026-06-30"],
    ["2026-06-30", "2026-04-01", "2026-06-30", "2026-01-01", "2026-06-30"],
    ["2026-07-01", "2026-07-01", "2026-09-30", "2026-07-01", "2026-12-31"],
    ["2026-12-31", "2026-10-01", "2026-12-31", "2026-07-01", "2026-12-31"],
  ])("%s lies in its quarter and half-year", (date, quarterFrom, quarterTo, halfFrom, halfTo) => {
    expect(quarterOf(date)).toEqual({ from: quarterFrom, to: quarterTo });
    expect(halfYearOf(date)).toEqual({ from: halfFrom, to: halfTo });
  });
});

test("the day turns at midnight of the place, summer time of 1986 included", () => {
  expect(plainDateIn(new Date("2026-03-31T15:59:59Z"), "Asia/Shanghai")).toBe("2026-03-31");
  expect(plainDateIn(new Date("2026-03-31T16:00:00Z"), "Asia/Shanghai")).toBe("2026-04-01");
  expect(plainDateIn(new Date("2026-03-31T16:00:00Z"), "UTC")).toBe("2026-03-31");
  expect(plainDateIn(new Date("1986-05-04T15:30:00Z"), "Asia/Shanghai")).toBe("1986-05-05");
});

describe("months added to a day", () => {
  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-03-16", 36, "2029-03-16"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-08-31", -6, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-05-30", 1, "2026-06-30"],
    ["2026-05-31", 1, "2026-06-30"],
    ["2026-05-31", 0, "2026-05-31"],
  ])("%s and %i months is %s", (from, months, expected) => expect(addMonthsTo(from, months)).toBe(expected));

  test.each([
    ["2026-01-31", "2026-02-27", 0],
    ["2026-01-31", "2026-02-28", 1],
    ["2026-01-31", "2026-03-30", 1],
    ["2026-01-31", "2026-03-31", 2],
    ["2025-05-18", "2026-05-17", 11],
    ["2025-05-18", "2026-05-18", 12],
    ["2026-05-18", "2026-05-17", 0],
    ["2026-05-18", "2024-05-17", 0],
  ])("from %s to %s lie %i whole months", (from, to, expected) => expect(wholeMonthsBetween(from, to)).toBe(expected));

  test("whole months are the most that fit", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 4000 }), (from, days) => {
        const to = addDays(from, days);
        const months = wholeMonthsBetween(from, to);
        expect(addMonthsTo(from, months) <= to).toBe(true);
        expect(addMonthsTo(from, months + 1) > to).toBe(true);
      }),
    );
  });
});
