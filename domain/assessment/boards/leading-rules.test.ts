import fc from "fast-check";
import { expect, test } from "vitest";
import { leadingAndLagging, namedAtEitherEnd, type RankGroup } from "./leading-rules.ts";

/** Groups of so many organisations each, with the ranks that follow from that. */
const board = (...sizes: number[]): RankGroup[] =>
  sizes.map((organizations, index) => ({
    rank: 1 + sizes.slice(0, index).reduce((sum, size) => sum + size, 0),
    total: String(100 - index),
    organizations,
    names: Array.from({ length: organizations }, (_, n) => `${index}-${n}`),
  }));
const ranks = (groups: readonly RankGroup[]) => groups.map(({ rank }) => rank);

test("the first three lead, the last three lag, the last one named first", () => {
  const { leading, lagging } = leadingAndLagging(board(1, 1, 1, 1, 1, 1, 1, 1));
  expect([ranks(leading), ranks(lagging)]).toEqual([
    [1, 2, 3],
    [8, 7, 6],
  ]);
});

test("who shares the third place leads, too; nobody stands at both ends", () => {
  const { leading, lagging } = leadingAndLagging(board(1, 1, 4, 1));
  expect([ranks(leading), ranks(lagging)]).toEqual([[1, 2, 3], [7]]);
});

test("where all share one rank nobody lags", () => {
  expect(leadingAndLagging(board(20)).lagging).toEqual([]);
  expect(leadingAndLagging([])).toEqual({ leading: [], lagging: [] });
});

test("of any board: both ends are whole ranks, apart from each other, and as small as they can be", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), (sizes) => {
      const groups = board(...sizes);
      const { leading, lagging } = leadingAndLagging(groups);
      const count = (some: readonly RankGroup[]) => some.reduce((sum, { organizations }) => sum + organizations, 0);
      expect(leading).toEqual(groups.slice(0, leading.length));
      expect(lagging.toReversed()).toEqual(groups.slice(groups.length - lagging.length));
      expect(leading.length + lagging.length).toBeLessThanOrEqual(groups.length);
      expect(count(leading)).toBeGreaterThanOrEqual(Math.min(namedAtEitherEnd, count(groups)));
      expect(count(leading.slice(0, -1))).toBeLessThan(namedAtEitherEnd);
      expect(count(lagging.slice(0, -1))).toBeLessThan(namedAtEitherEnd);
    }),
  );
});
