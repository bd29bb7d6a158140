import { expect, test } from "vitest";
import { figureOf } from "./figure-of.ts";

test("a number written out is a figure with the places that it was written with", () => {
  expect(figureOf("84.50")).toEqual({ value: 84.5, format: "0.00" });
  expect(figureOf("-3")).toEqual({ value: -3, format: "0" });
  expect(figureOf("75%")).toEqual({ value: 0.75, format: "0%" });
  expect(figureOf("33.3%")).toEqual({ value: 0.333, format: "0.0%" });
});

test("what is no number, or has more digits than a cell holds, stays a text", () => {
  for (const text of ["", "–", "3 / 4", "84.50 → 90.00", "不排名", "=1", "1e5", "1234567890123.456", "0.12345678901"]) {
    expect(figureOf(text), text).toBeNull();
  }
});
