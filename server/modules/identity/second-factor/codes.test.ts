import { expect, test } from "vitest";
import { clockCode, newRecoveryCodes, newSecret, recoveryDigest } from "./codes.ts";

/** The vectors of RFC 6238 for SHA-1 have eight digits; six digits are their last six. */
test.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("at second %d of 1970 the code is that of RFC 6238", (second, expected) => {
  const secret = Buffer.from("12345678901234567890", "ascii");
  expect(clockCode(secret, Math.floor(second / 30))).toBe(expected.slice(2));
});

test("secrets have 160 bits, recovery codes 80, and all of them differ", () => {
  expect(newSecret()).toHaveLength(20);
  const codes = newRecoveryCodes();
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  expect(new Set(codes).size).toBe(10);
});

test("a recovery code is found as it was typed, and only for its account", () => {
  const digest = recoveryDigest("one", "ABCD-EFGH-JKLM-NPQR");
  expect(recoveryDigest("one", " abcd efgh jklmnpqr")).toBe(digest);
  expect(recoveryDigest("two", "ABCD-EFGH-JKLM-NPQR")).not.toBe(digest);
});
