import fc from "fast-check";
import { expect, test } from "vitest";
import { orderKey } from "./order-key.ts";
import { bestFirst, changeOfRank, ranks } from "./rank-rules.ts";

const row = (organizationId: string, total: string | null, ranked = true, ties: string[] = []) => ({
  organizationId,
  orderKey: orderKey(total, ties, ranked),
});
const ranked = (...rows: ReturnType<typeof row>[]) => Object.fromEntries(ranks(rows));

test("equal totals share the better rank and the next is skipped: 1, 2, 2, 4", () => {
  expect(ranked(row("d", "80.00"), row("b", "90.00"), row("a", "92.42"), row("c", "90"))).toEqual({
    a: 1,
    b: 2,
    c: 2,
    d: 4,
  });
});

test("totals rank as numbers, not as texts", () => {
  expect(ranked(row("a", "100.00"), row("b", "99.00"), row("c", "9.50"), row("d", "-1"))).toEqual({
    a: 1,
    b: 2,
    c: 3,
    d: 4,
  });
});

test("a tie-breaker tells equal totals apart", () => {
  expect(ranked(row("a", "90", true, ["36"]), row("b", "90", true, ["38"]), row("c", "90", true, ["38"]))).toEqual({
    a: 3,
    b: 1,
    c: 1,
  });
});

test("without an order key an organisation is shown without rank", () => {
  expect(ranked(row("a", null), row("b", "99.00", false), row("c", "50.00"))).toEqual({ a: null, b: null, c: 1 });
  expect(ranked(row("a", null))).toEqual({ a: null });
});

test("a rank is one more than the number of better ones, in any order of the rows", () => {
  const rows = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }), { maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.boolean(), (totals, turned) => {
      const all = totals.map((total, index) => row(String(index), total === null ? null : String(total)));
      const result = ranks(turned ? all.toReversed() : all);
      for (const { organizationId, orderKey: own } of all) {
        const better = all.filter((other) => other.orderKey > own).length;
        expect(result.get(organizationId)).toBe(own === "" ? null : better + 1);
      }
    }),
  );
});

test("the best key comes first, none last", () => {
  expect(["", "2", "1", "2"].sort(bestFirst)).toEqual(["2", "2", "1", ""]);
});

test("the change of rank counts the places gained", () => {
  expect(changeOfRank(5, 2)).toBe(3);
  expect(changeOfRank(2, 5)).toBe(-3);
  expect(changeOfRank(null, 2)).toBeNull();
  expect(changeOfRank(2, null)).toBeNull();
});
