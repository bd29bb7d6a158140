import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "./plain-date.ts";
import { addWorkdays, isWorkday, knowsYearOf, workdaysLeft } from "./workdays.ts";

const plain = { holidays: [], workdays: [] };
/** 清明 2026: Monday 04-06 is free; the Saturday after is worked, for the sake of the example. */
const spring = { holidays: ["2026-04-06"], workdays: ["2026-04-11"] };

describe("a workday", () => {
  test.each([
    ["2026-04-03", true],
    ["2026-04-04", false],
    ["2026-04-05", false],
    ["2026-04-06", false],
    ["2026-04-07", true],
    ["2026-04-11", true],
    ["2026-04-12", false],
  ])("%s: %s", (date, worked) => expect(isWorkday(date, spring)).toBe(worked));

  test("a day that is both a holiday and made a workday is worked", () => {
    expect(isWorkday("2026-04-06", { holidays: ["2026-04-06"], workdays: ["2026-04-06"] })).toBe(true);
  });
});

describe("workdays are counted from the day after", () => {
  test.each([
    ["2026-04-08", 5, plain, "2026-04-15"],
    ["2026-04-10", 1, plain, "2026-04-13"],
    ["2026-04-11", 1, plain, "2026-04-13"],
    ["2026-04-03", 5, spring, "2026-04-11"],
    ["2026-04-03", 1, spring, "2026-04-07"],
    ["2026-04-05", 0, spring, "2026-04-05"],
  ])("%s and %i more: %o gives %s", (date, count, calendar, expected) => {
    expect(addWorkdays(date, count, calendar)).toBe(expected);
  });

  test("it ends on a workday with exactly so many workdays after the start", () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays("2025-06-01", days));
    const days = fc.array(day, { maxLength: 40 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), days, days, (from, count, holidays, workdays) => {
        const calendar = { holidays, workdays };
        const end = addWorkdays(from, count, calendar);
        const passed = Array.from({ length: daysBetween(from, end) }, (_, index) => addDays(from, index + 1));
        expect(isWorkday(end, calendar)).toBe(true);
        expect(passed.filter((date) => isWorkday(date, calendar))).toHaveLength(count);
      }),
    );
  });
});

test("the working days that are left are counted with the holidays, today among them", () => {
  const days = { from: "2026-04-07", to: "2026-04-14" };
  const calendar = { holidays: ["2026-04-13"], workdays: ["2026-04-11"] };
  const left = (today: string) => workdaysLeft(today, days, calendar);
  expect(["2026-04-01", "2026-04-07", "2026-04-10", "2026-04-11", "2026-04-13", "2026-04-15"].map(left)).toEqual([
    6, 6, 3, 2, 1, 0,
  ]);
});

test("a year without holidays in the calendar isn't known yet", () => {
  expect(["2025-12-31", "2026-01-01", "2027-01-01"].map((day) => knowsYearOf(day, spring))).toEqual([
    false,
    true,
    false,
  ]);
  expect(knowsYearOf("2026-01-01", { holidays: [], workdays: ["2026-01-04"] })).toBe(false);
});
