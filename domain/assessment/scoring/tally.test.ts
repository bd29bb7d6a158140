import fc from "fast-check";
import { expect, test } from "vitest";
import { format, parse, rational, sum } from "../../kernel/rational.ts";
import { addCount, addDecimal, clearTally, emptyTally, sumOf } from "./tally.ts";

const tallied = (texts: readonly string[]) => {
  const tally = emptyTally(2);
  for (const text of texts) addDecimal(tally, 1, text);
  return tally;
};

test("sums are exact whatever the places and sizes", () => {
  const decimal = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 8 }))
    .map(([value, places]) => format(rational(value, 10n ** BigInt(places)), places));
  const short = fc
    .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 5 }))
    .map(([value, places]) => format(rational(value, 10 ** places), places));
  fc.assert(
    fc.property(fc.array(fc.oneof(decimal, short), { maxLength: 12 }), (texts) => {
      expect(sumOf(tallied(texts), 1)).toEqual(sum(texts.map(parse)));
    }),
  );
});

test("up to four places stay whole numbers, what is finer or longer doesn't", () => {
  expect(tallied(["1.2345", "-0.5", "12345678901", "0.1"])).toMatchObject({
    whole: [0, 123_456_789_018_345],
    rest: null,
  });
  for (const text of ["0.12345", "123456789012", "1234567.12345"]) {
    const tally = tallied(["3", text]);
    expect([tally.whole[1], tally.rest?.[1]]).toEqual([30_000, parse(text)]);
  }
});

test("a sum that leaves the safe integers goes on exactly", () => {
  const many = Array.from({ length: 12 }, () => "99999999999");
  const tally = tallied(many);
  expect(tally.rest).not.toBeNull();
  expect(sumOf(tally, 1)).toEqual(rational(12n * 99_999_999_999n));
  addCount(tally, 1, 2 ** 40);
  expect(sumOf(tally, 1)).toEqual(rational(12n * 99_999_999_999n + 2n ** 40n));
  expect(sumOf(tally, 0)).toEqual(rational(0));
});

test.each(["", "-", ".", "-.", "1.", ".5", "-.5", "1e3", "1.2.3", "1..2", "x", "1,5", " 1", "1-2"])(
  "%j is no decimal",
  (text) => {
    expect(() => tallied([text])).toThrow(RangeError);
  },
);

test("a cleared tally starts anew", () => {
  const tally = tallied(["5", "0.123456"]);
  addCount(tally, 0, 3);
  tally.waiting.push({ kind: "metric", attributes: {}, count: 1, quantity: "5", base: "0", single: null });
  clearTally(tally);
  expect(tally).toEqual(emptyTally(2));
});
