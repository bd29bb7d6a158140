import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isWorkday } from "@dutyloop/domain/kernel/workdays.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadWorkCalendar } from "./work-calendar.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dutyloop-calendar-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = (content: string) => {
  const file = join(folder, "calendar.yaml");
  writeFileSync(file, content);
  return file;
};

test("without a file the statutory days that never move are free, and a year nobody entered is Monday to Friday", () => {
  const calendar = loadWorkCalendar(undefined);
  expect(isWorkday("2026-01-01", calendar)).toBe(false);
  expect(isWorkday("2026-10-02", calendar)).toBe(false);
  expect(isWorkday("2026-10-05", calendar)).toBe(true);
  expect(isWorkday("2199-01-01", calendar)).toBe(true);
});

test("a file replaces the years it names and leaves the others", () => {
  const calendar = loadWorkCalendar(
    own('2027:\n  holidays: [2027-02-08, "2027-02-09"]\n  workdays: [2027-02-06]\n2199:\n  workdays: []\n'),
  );
  expect(["2027-02-06", "2027-02-08", "2027-01-01", "2026-01-01"].map((day) => isWorkday(day, calendar))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test.each([
  ["a day that doesn't exist", "2027:\n  holidays: [2027-02-30]", /2027.holidays.0: is no date/],
  ["a day of another year", "2027:\n  holidays: [2026-02-03]", /2026-02-03 is of another year/],
  ["a day that is both", "2027:\n  holidays: [2027-02-06]\n  workdays: [2027-02-06]", /a holiday and a workday/],
  ["a misspelt part", "2027:\n  holliday: []", /2027/],
  ["something else", "- 2027-02-06", /expected record/],
])("%s is refused", (_what, content, problem) => {
  expect(() => loadWorkCalendar(own(content))).toThrow(problem);
});
