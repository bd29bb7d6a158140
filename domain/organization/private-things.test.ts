import { expect, test } from "vitest";
import { maskedIdentityNumber, maskedPhone } from "./private-things.ts";

test("of a telephone number the first three and the last four digits are left", () => {
  expect(maskedPhone("13800012345")).toBe("138****2345");
});

test("a short telephone number is hidden whole", () => {
  expect(maskedPhone("6212345")).toBe("*******");
});

test("of an identity number the first and the last character are left", () => {
  expect(maskedIdentityNumber("11010519491231002X")).toBe("1****************X");
});
