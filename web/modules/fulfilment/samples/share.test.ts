import fc from "fast-check";
import { expect, test } from "vitest";
import { percentOf, shareOf } from "./share.ts";

test("ten per cent is a tenth, and is shown as ten per cent again", () => {
  expect(shareOf("10")).toBe("0.1");
  expect(shareOf("100")).toBe("1");
  expect(shareOf("0.5")).toBe("0.005");
  expect(shareOf(" 12.25 ")).toBe("0.1225");
  expect(percentOf("0.1")).toBe("10");
  expect(percentOf("0.1000")).toBe("10");
  expect(percentOf("1")).toBe("100");
});

test.each(["", "0", "101", "-5", "1e2", "10%", "12.345"])("%s is no share", (typed) => {
  expect(shareOf(typed)).toBeNull();
});

test("what was typed comes back as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (hundredths) => {
      const typed = `${hundredths / 100}`;
      expect(percentOf(shareOf(typed) ?? "")).toBe(typed);
    }),
  );
});
