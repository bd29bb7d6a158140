import { expect, test } from "vitest";
import { workdaysLeft } from "./workdays-left.ts";

const publicity = { from: "2026-04-07", to: "2026-04-13" };

test("the days of publicity that are left are counted without the weekend, today among them", () => {
  expect(workdaysLeft("2026-04-06", publicity)).toBe(5);
  expect(workdaysLeft("2026-04-07", publicity)).toBe(5);
  expect(workdaysLeft("2026-04-10", publicity)).toBe(2);
  expect(workdaysLeft("2026-04-11", publicity)).toBe(1);
  expect(workdaysLeft("2026-04-13", publicity)).toBe(1);
  expect(workdaysLeft("2026-04-14", publicity)).toBe(0);
});
