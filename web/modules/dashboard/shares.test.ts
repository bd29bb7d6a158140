import { expect, test } from "vitest";
import { exactPercentOf, percentOf, pointsBetween } from "./shares.ts";

test("hundred percent means all of it", () => {
  expect(percentOf({ done: 199, of: 200 })).toBe(99);
  expect(percentOf({ done: 200, of: 200 })).toBe(100);
  expect(exactPercentOf({ done: 1999, of: 2000 })).toBe("99.9");
  expect(percentOf({ done: 0, of: 0 })).toBe(100);
});

test("a change of share is told in percentage points, and not where nothing was due", () => {
  expect(pointsBetween({ done: 879, of: 1000 }, { done: 892, of: 1000 })).toBe(1.3);
  expect(pointsBetween(undefined, { done: 1, of: 2 })).toBeNull();
  expect(pointsBetween({ done: 0, of: 0 }, { done: 1, of: 2 })).toBeNull();
});
