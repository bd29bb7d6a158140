import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, format, parse, rational } from "../../kernel/rational.ts";
import { orderKey, orderKeyOf, wholeBucketOf } from "./order-key.ts";

const units = fc.oneof(fc.bigInt({ min: 1n - 10n ** 12n, max: 10n ** 12n - 1n }), fc.bigInt({ min: -30n, max: 30n }));
const decimal = fc
  .tuple(units, fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => format(rational(digits, 10n ** BigInt(places)), places));

describe("an order key", () => {
  test("is the total raised above zero, in a fixed width, then the tie-breakers", () => {
    expect(orderKey("92.42", [], true)).toBe("1000000000092.42000000");
    expect(orderKey("92.42", ["36", null], true)).toBe("1000000000092.42000000 1000000000036.00000000 -");
    expect(orderKey("-0.5", [], true)).toBe("0999999999999.50000000");
    expect(orderKey("-999999999999.99999999", [], true)).toBe("0000000000000.00000001");
  });

  test("is empty without a total or a rank", () => {
    expect(orderKey(null, ["36.00"], true)).toBe("");
    expect(orderKey("92.42", [], false)).toBe("");
  });

  test("refuses a figure that would lose digits", () => {
    expect(() => orderKey("1000000000000", [], true)).toThrow(RangeError);
    expect(() => orderKey("0.123456789", [], true)).toThrow("0.123456789");
    expect(orderKey("999999999999.12345678", [], true)).toBe("1999999999999.12345678");
  });

  test("sorts as the total does and is equal just where the total is", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [first, second] = [orderKey(a, [], true), orderKey(b, [], true)];
        expect(first < second ? -1 : first > second ? 1 : 0).toBe(compare(parse(a), parse(b)));
        expect(first).toHaveLength(second.length);
      }),
    );
  });

  test("sorts by the first figure that differs; no points come below all", () => {
    const points = fc.option(fc.integer({ min: -3, max: 3 }).map(String), { nil: null });
    const row = fc.tuple(fc.integer({ min: -1, max: 1 }), fc.array(points, { minLength: 2, maxLength: 2 }));
    fc.assert(
      fc.property(row, row, ([total, ties], [otherTotal, otherTies]) => {
        const [first, second] = [orderKey(`${total}`, ties, true), orderKey(`${otherTotal}`, otherTies, true)];
        const figures = [total, ...ties.map((tie) => (tie === null ? -99 : Number(tie)))];
        const others = [otherTotal, ...otherTies.map((tie) => (tie === null ? -99 : Number(tie)))];
        const difference = figures.map((figure, index) => figure - others[index]!).find((each) => each !== 0) ?? 0;
        expect(first < second ? -1 : first > second ? 1 : 0).toBe(Math.sign(difference));
      }),
    );
  });
});

describe("the whole part of an order key", () => {
  test("is shared by totals of the same whole number, rounded down", () => {
    const bucket = (total: string) => wholeBucketOf(orderKey(total, ["1"], true));
    expect(bucket("92.42")).toBe("1000000000092");
    expect(bucket("92.99")).toBe(bucket("92"));
    expect(bucket("93")).not.toBe(bucket("92.99"));
    expect(bucket("-0.01")).toBe(bucket("-1"));
    expect(wholeBucketOf("")).toBe("");
  });

  test("sorts as the keys do", () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [first, second] = [orderKey(a, [], true), orderKey(b, [], true)];
        if (first > second) expect(wholeBucketOf(first) >= wholeBucketOf(second)).toBe(true);
      }),
    );
  });
});

describe("the order key of a sheet", () => {
  const leaf = { kind: "leaf", indicator: "faults", version: 1, fullMarks: "5", open: null } as const;
  const taking = {
    code: "deduction",
    name: { zh: "扣分", en: "Deduction" },
    ceiling: "5",
    leaves: [{ ...leaf, indicator: "delays" }, leaf],
  };
  const other = { ...taking, code: "other", leaves: [{ ...leaf, indicator: "lapses" }] };
  const scheme = {
    coverageThreshold: "80",
    tieBreakers: ["meetings", "deduction", "faults"],
    deductions: [other, taking],
  };
  const codes = ["root", "meetings", "deduction", "faults"].map((code) => ({ code }));
  const figures = (coverage: string, ...points: (string | null)[]) => ({
    total: points[0] ?? null,
    coverage,
    lines: points.map((each) => ({ points: each })),
  });

  test("takes the tie-breakers' points from the lines; a smaller deduction is better", () => {
    expect(orderKeyOf(scheme, figures("100.00", "90", "40", "2", "-3"), codes)).toBe(
      orderKey("90", ["40", "-2", "3"], true),
    );
    expect(orderKeyOf(scheme, figures("100.00", "90", null, null, null), codes)).toBe(
      orderKey("90", [null, null, null], true),
    );
    expect(orderKeyOf({ ...scheme, tieBreakers: ["unknown"] }, figures("100.00", "90"), codes)).toBe(
      orderKey("90", [null], true),
    );
  });

  test("is empty below the coverage that the scheme asks for", () => {
    const plain = { ...scheme, tieBreakers: [] };
    expect(orderKeyOf(plain, figures("79.99", "90"), codes)).toBe("");
    expect(orderKeyOf(plain, figures("80.00", "90"), codes)).toBe("1000000000090.00000000");
    expect(orderKeyOf(plain, figures("100.00", "90"), codes)).toBe("1000000000090.00000000");
    expect(orderKeyOf(plain, figures("9.00", "90"), codes)).toBe("");
    expect(orderKeyOf(plain, figures("100.00", null), codes)).toBe("");
  });
});
