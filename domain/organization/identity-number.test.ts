import fc from "fast-check";
import { expect, test } from "vitest";
import { readIdentityNumber } from "./identity-number.ts";

test("an identity number says the day of birth and the sex", () => {
  expect(readIdentityNumber("11010519491231002X")).toEqual({ bornOn: "1949-12-31", sex: "F" });
  expect(readIdentityNumber("110105200002290013")).toEqual({ bornOn: "2000-02-29", sex: "M" });
});

test.each([
  ["a wrong check digit", "110105194912310021"],
  ["30 February", "110105200002300015"],
  ["fifteen places", "110105491231002"],
  ["a small x", "11010519491231002x"],
  ["full-width digits", "１1010519491231002X"],
  ["nothing", ""],
])("%s is no identity number", (_name, text) => {
  expect(readIdentityNumber(text)).toBeNull();
});

test("one digit typed wrongly is always found", () => {
  const place = fc.integer({ min: 0, max: 16 });
  const digit = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(place, digit, (at, typed) => {
      const right = "11010519491231002X";
      fc.pre(right[at] !== String(typed));
      expect(readIdentityNumber(`${right.slice(0, at)}${typed}${right.slice(at + 1)}`)).toBeNull();
    }),
  );
});
