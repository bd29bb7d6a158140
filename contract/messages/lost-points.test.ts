import { expect, test } from "vitest";
import { lostPoints } from "./lost-points.ts";

test("what is missing is exact to the cent", () => {
  expect(lostPoints("40", "36.00")).toBe("4.00");
  expect(lostPoints("30", "28.42")).toBe("1.58");
  expect(lostPoints("30", "29.99")).toBe("0.01");
  expect(lostPoints("30", "30.00")).toBe("0.00");
  expect(lostPoints("30", null)).toBe("30");
});
