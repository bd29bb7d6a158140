import { expect, test } from "vitest";
import { perBranchAndMonth, shareFilled } from "./burden-figures.ts";

test("the share filled in is of all fields, and nothing is said of nothing", () => {
  expect(shareFilled({ typed: 9, filled: 27 })).toBe("75%");
  expect(shareFilled({ typed: 5, filled: 0 })).toBe("0%");
  expect(shareFilled({ typed: 0, filled: 0 })).toBe("–");
});

test("what a branch typed in a month has one place", () => {
  expect(perBranchAndMonth(100, 3, 4)).toBe("8.3");
  expect(perBranchAndMonth(100, 0, 4)).toBe("–");
  expect(perBranchAndMonth(0, 3, 0)).toBe("–");
});
