import { expect, test } from "vitest";
import { passwordExpired, passwordRefusal } from "./password-rules.ts";

const fresh = { signInName: "li.ming", equalsOneOfTheLast: false };

test.each([
  ["Quiet-Lake-42", null],
  ["晨光中的灯塔ab12", null],
  ["Short-1", "password.too_short"],
  ["", "password.too_short"],
  ["alllowercase99", "password.too_simple"],
  ["ALLUPPERCASE--", "password.too_simple"],
  ["xx-LI.Ming-2026", "password.contains_sign_in_name"],
  [`Aa1-${"x".repeat(125)}`, "password.too_long"],
])("the password %s is answered with %s", (password, code) => {
  expect(passwordRefusal(password, fresh)?.code ?? null).toBe(code);
});

test("ten characters are enough, nine are not", () => {
  expect(passwordRefusal("Abcdefgh-1", fresh)).toBeNull();
  expect(passwordRefusal("Abcdefg-1", fresh)?.values).toEqual({ minimum: 10 });
});

test("one of the last five passwords is refused", () => {
  const refusal = passwordRefusal("Quiet-Lake-42", { ...fresh, equalsOneOfTheLast: true });
  expect(refusal).toMatchObject({ code: "password.used_before", values: { history: 5 }, field: "password" });
});

test("a password lasts ninety days", () => {
  expect(passwordExpired("2026-01-01", "2026-04-01")).toBe(false);
  expect(passwordExpired("2026-01-01", "2026-04-02")).toBe(true);
});
