import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  clamp,
  compare,
  divide,
  format,
  isZero,
  max,
  min,
  multiply,
  one,
  parse,
  type Rational,
  rational,
  roundHalfAwayFromZero,
  subtract,
  sum,
  toReadableText,
  toText,
  zero,
} from "./rational.ts";

const bigint = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const fraction = fc.tuple(bigint, bigint).map(([n, d]) => rational(n, d === 0n ? 1n : d));
const same = (a: Rational, b: Rational) => expect(a).toEqual(b);

describe("exact fractions", () => {
  test("stand in lowest terms with a denominator above zero", () => {
    expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
    expect(rational(0, -7)).toEqual({ n: 0n, d: 1n });
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => divide(one, zero)).toThrow(RangeError);
  });

  test("add, multiply and divide as numbers do", () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        same(add(a, b), add(b, a));
        same(add(add(a, b), c), add(a, add(b, c)));
        same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)));
        same(subtract(add(a, b), b), a);
        if (!isZero(b)) same(multiply(divide(a, b), b), a);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(compare(min(a, b), max(a, b))).toBeLessThanOrEqual(0);
        same(sum([a, b, c]), add(a, add(b, c)));
        const within = clamp(a, min(b, c), max(b, c));
        expect(compare(within, min(b, c)) >= 0 && compare(within, max(b, c)) <= 0).toBe(true);
      }),
    );
  });

  test("read decimals and nothing else", () => {
    expect(parse("12.50")).toEqual({ n: 25n, d: 2n });
    expect(parse("-0.5")).toEqual({ n: -1n, d: 2n });
    for (const text of ["", ".5", "1.", "1e3", "+1", " 1", "NaN", "1,5", "--1"]) {
      expect(() => parse(text), text).toThrow(RangeError);
    }
  });
});

describe("figures for readers", () => {
  test("round a half away from zero", () => {
    expect(format(parse("2.345"), 2)).toBe("2.35");
    expect(format(parse("-2.345"), 2)).toBe("-2.35");
    expect(format(parse("2.3449"), 2)).toBe("2.34");
    expect(format(parse("36"), 2)).toBe("36.00");
    expect(format(parse("0.5"), 0)).toBe("1");
    expect(format(parse("-0.004"), 2)).toBe("0.00");
  });

  test("15 × 5 ÷ 24 is 3.13, as it is when multiplied first", () => {
    expect(format(divide(multiply(rational(15), rational(5)), rational(24)), 2)).toBe("3.13");
  });

  test("rounding stays within half a place and repeats to the same figure", () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 6 }), (value, places) => {
        const rounded = roundHalfAwayFromZero(value, places);
        const distance = subtract(rounded, value);
        const half = rational(1n, 2n * 10n ** BigInt(places));
        expect(compare(distance, half) <= 0 && compare(distance, { n: -half.n, d: half.d }) >= 0).toBe(true);
        same(roundHalfAwayFromZero(rounded, places), rounded);
        same(parse(format(value, places)), rounded);
      }),
    );
  });

  test("an exact decimal is written out, an endless one is not", () => {
    expect(toText(rational(9, 10))).toBe("0.9");
    expect(toText(rational(28))).toBe("28");
    expect(toText(rational(-1, 8))).toBe("-0.125");
    expect(toText(rational(1, 3))).toBeNull();
    fc.assert(
      fc.property(fraction, (value) => {
        const text = toText(value);
        if (text !== null) same(parse(text), value);
      }),
    );
  });

  test("an endless decimal is cut off, never rounded", () => {
    expect(toReadableText(rational(52, 61))).toBe("0.852459…");
    expect(toReadableText(divide(rational(52, 61), parse("0.9")))).toBe("0.947176…");
    expect(toReadableText(rational(9, 10))).toBe("0.9");
    expect(toReadableText(rational(-1, 3))).toBe("-0.333333…");
    expect(toReadableText(rational(-1, 30_000_000))).toBe("-0.000000…");
  });
});
