import { weekday } from "@dutyloop/domain/kernel/plain-date.ts";
import { expect, test } from "vitest";
import { demoCalendar, workingDays } from "./calendar.ts";

test.each([
  ["2026-11-21", "2025-10-01", 14, [2025, 2026]],
  ["2026-01-01", "2025-01-01", 13, [2025, 2026]],
  ["2027-03-01", "2026-01-01", 15, [2026, 2027]],
])("on %s the branches begin on %s, at least twelve whole months before", (today, from, months, years) => {
  const calendar = demoCalendar(today, "Asia/Shanghai");
  expect(calendar.branchesFrom).toBe(from);
  expect(calendar.months).toHaveLength(months);
  expect(calendar.years).toEqual(years);
});

test("a time of day is taken in the group's time zone", () => {
  const at = (timeZone: string) => demoCalendar("2026-11-21", timeZone).at("2026-07-01", "08:30").toISOString();
  expect(at("Asia/Shanghai")).toBe("2026-07-01T00:30:00.000Z");
  expect(at("Europe/Berlin")).toBe("2026-07-01T06:30:00.000Z");
});

test("meetings are held on working days, not in the week of the national holiday", () => {
  const days = workingDays("2026-10", 3, 40);
  expect(days[0]).toBe("2026-10-09");
  expect(days.at(-1)).toBe("2026-10-30");
  expect(days.every((day) => weekday(day) <= 5)).toBe(true);
});
