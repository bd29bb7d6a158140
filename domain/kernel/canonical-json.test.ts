import fc from "fast-check";
import { expect, test } from "vitest";
import { type CanonicalValue, canonicalJson } from "./canonical-json.ts";

test("keys are sorted, fields without a value are left out, nothing is added", () => {
  expect(canonicalJson({ b: [1, "二", null], a: { z: true, y: undefined }, 10: -0 })).toBe(
    '{"10":0,"a":{"z":true},"b":[1,"二",null]}',
  );
});

test("the order in which fields were written changes nothing", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (fields) => {
      const reversed = Object.fromEntries(Object.entries(fields).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(fields));
      expect(JSON.parse(canonicalJson(fields))).toEqual({ ...fields });
    }),
  );
});

test("no two rows share a text, wherever quotes and separators stand", () => {
  const row = fc.record({ a: fc.string(), b: fc.oneof(fc.string(), fc.integer(), fc.constant(null)) });
  fc.assert(
    fc.property(row, row, (left, right) => {
      const equal = left.a === right.a && left.b === right.b;
      expect(canonicalJson(left) === canonicalJson(right)).toBe(equal);
    }),
  );
  expect(canonicalJson({ a: '","b":"' })).not.toBe(canonicalJson({ a: "", b: "" }));
});

test("a number that could lose digits is refused", () => {
  for (const number of [0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => canonicalJson({ figure: number } satisfies CanonicalValue)).toThrow(TypeError);
  }
});
