import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "./access-policy.ts";
import {
  base32,
  codeOf,
  enrolmentAddress,
  isClockCode,
  neutralCode,
  secondFactorDemanded,
  stepAt,
  stepOfCode,
} from "./second-factor-rules.ts";
import type { Role } from "./things.ts";

/** A code that is told by its step alone. */
const codeAt = (step: number) => String(step % 1_000_000).padStart(6, "0");
const at = (step: number, seconds = 0) => new Date((step * 30 + seconds) * 1000);
const step = fc.integer({ min: 100_000, max: 900_000 });

test("a code is truncated as the example of RFC 4226 says", () => {
  const hmac = Uint8Array.from(Buffer.from("1f8698690e02ca16618550ef7f19da8e945b555a", "hex"));
  expect(codeOf(hmac)).toBe("872921");
});

test("steps of thirty seconds are counted from 1970", () => {
  expect([stepAt(at(7)), stepAt(at(7, 29.999)), stepAt(at(8))]).toEqual([7, 7, 8]);
  expect(stepAt(new Date("2005-03-18T01:58:29Z"))).toBe(0x23523ec);
});

test("the code of the present, the last and the next half minute is taken, and no other", () => {
  fc.assert(
    fc.property(step, fc.integer({ min: -4, max: 4 }), fc.integer({ min: 0, max: 29 }), (present, away, seconds) => {
      const found = stepOfCode(codeAt(present + away), { now: at(present, seconds), lastStep: null, codeAt });
      expect(found).toBe(Math.abs(away) <= 1 ? present + away : null);
    }),
  );
});

test("a step that was used, and every earlier one, isn't taken again", () => {
  fc.assert(
    fc.property(step, fc.integer({ min: -1, max: 1 }), fc.integer({ min: -3, max: 3 }), (present, away, used) => {
      const found = stepOfCode(codeAt(present + away), { now: at(present), lastStep: present + used, codeAt });
      expect(found).toBe(away > used ? present + away : null);
    }),
  );
});

test("a code may be typed with blanks and hyphens; what isn't six digits is no code by the clock", () => {
  expect([neutralCode(" 123 456"), neutralCode("abcd-efgh-jk23")]).toEqual(["123456", "ABCDEFGHJK23"]);
  expect(["123456", "12345", "1234567", "12345x", "１２３４５６", ""].map(isClockCode)).toEqual([
    true,
    ...Array(5).fill(false),
  ]);
});

test.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %j (RFC 4648)", (text, expected) => {
  expect(base32(new TextEncoder().encode(text))).toBe(expected);
});

test("the address for the application names system, account and secret", () => {
  const address = new URL(enrolmentAddress("责任环", "zhang san", "MZXW6YTB"));
  expect(decodeURIComponent(address.pathname)).toContain("责任环:zhang san");
  expect(Object.fromEntries(address.searchParams)).toEqual({
    secret: "MZXW6YTB",
    issuer: "责任环",
  });
});

test("the setting says of whom a second factor is demanded: by the roles of the day", () => {
  const holding = (role: Role, validTo: string | null): Actor => ({
    tenantId: 1,
    accountId: "account",
    personId: null,
    grants: [{ role, organizationId: "top", path: "1.", validFrom: "2026-01-01", validTo }],
  });
  const demanded = (policy: Parameters<typeof secondFactorDemanded>[0], actor: Actor) =>
    secondFactorDemanded(policy, actor, "2026-03-31");
  const [audit, former, member] = [
    holding("audit_administrator", null),
    holding("audit_administrator", "2026-03-30"),
    holding("party_member", null),
  ];
  expect([audit, former, member].map((actor) => demanded("nobody", actor))).toEqual([false, false, false]);
  expect([audit, former, member].map((actor) => demanded("administrators", actor))).toEqual([true, false, false]);
  expect([audit, former, member].map((actor) => demanded("everybody", actor))).toEqual([true, true, true]);
});
