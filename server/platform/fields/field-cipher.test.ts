import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fieldCipher } from "./field-cipher.ts";

const key = randomBytes(32);
const cipher = fieldCipher(key);
const place = { tenantId: 1, ownerId: "0197", column: "identity_number" };

test("what was encrypted is read again at its place, and never stands there in the clear", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const value = cipher.encrypt(text, place);
      expect(cipher.decrypt(value, place)).toBe(text);
      if (text.length > 3) expect(value.includes(text)).toBe(false);
    }),
  );
});

test("the same value looks different each time", () => {
  expect(cipher.encrypt("11010519491231002X", place)).not.toEqual(cipher.encrypt("11010519491231002X", place));
});

test.each([
  ["of another group", { ...place, tenantId: 2 }],
  ["of another person", { ...place, ownerId: "0198" }],
  ["of another column", { ...place, column: "phone" }],
])("a value moved to the place %s can't be read", (_where, other) => {
  const value = cipher.encrypt("13800000000", place);
  expect(() => cipher.decrypt(value, other)).toThrow();
});

test("a changed byte, a cut value and another key are noticed", () => {
  const value = cipher.encrypt("13800000000", place);
  for (let at = 0; at < value.length; at += 1) {
    const changed = Buffer.from(value);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => cipher.decrypt(changed, place)).toThrow();
  }
  expect(() => cipher.decrypt(value.subarray(0, 20), place)).toThrow("This isn't an encrypted field");
  expect(() => fieldCipher(randomBytes(32)).decrypt(value, place)).toThrow();
});

test("equal numbers are found within a group however they were typed, and nowhere else", () => {
  const index = cipher.blindIndex("11010519491231002X", 1);
  expect(cipher.blindIndex(" 110105 19491231 002x", 1)).toEqual(index);
  expect(cipher.blindIndex("11010519491231003X", 1)).not.toEqual(index);
  expect(cipher.blindIndex("11010519491231002X", 2)).not.toEqual(index);
  expect(fieldCipher(randomBytes(32)).blindIndex("11010519491231002X", 1)).not.toEqual(index);
  expect(index).toHaveLength(32);
});
