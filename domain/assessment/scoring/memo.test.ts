import { describe, expect, test } from "vitest";
import { memoOf, tupleMemoOf } from "./memo.ts";

describe("a memory", () => {
  test("makes what it doesn't know, once", () => {
    const made: number[] = [];
    const double = memoOf<number, number>(10, (key) => {
      made.push(key);
      return key * 2;
    });
    expect([double(2), double(3), double(2), double(3)]).toEqual([4, 6, 4, 6]);
    expect(made).toEqual([2, 3]);
  });

  test("starts anew beyond its limit", () => {
    const made: number[] = [];
    const keep = memoOf<number, number>(2, (key) => {
      made.push(key);
      return key;
    });
    for (const key of [1, 2, 1, 3, 3, 1]) keep(key);
    expect(made).toEqual([1, 2, 3, 1]);
  });
});

describe("a memory of tuples", () => {
  const watched = (limit: number, first: number) => {
    const made: string[] = [];
    const join = tupleMemoOf<number, string>(limit, first, (keys) => {
      made.push(keys.join());
      return keys.join();
    });
    return { made, join };
  };

  test("tells tuples apart in every place from the first on", () => {
    const { made, join } = watched(10, 0);
    const tuples = [
      [1, 2, 3],
      [1, 2, 4],
      [1, 3, 3],
      [2, 2, 3],
      [1, 2, 3],
    ];
    expect(tuples.map(join)).toEqual(tuples.map((tuple) => tuple.join()));
    expect(made).toHaveLength(4);
    const later = watched(10, 1);
    expect([later.join([1, 2, 3]), later.join([9, 2, 3]), later.join([9, 2, 4])]).toEqual(["1,2,3", "1,2,3", "9,2,4"]);
    const single = watched(10, 0);
    expect([single.join([7]), single.join([7]), single.join([8])]).toEqual(["7", "7", "8"]);
    expect(single.made).toEqual(["7", "8"]);
  });

  test("starts anew beyond its limit", () => {
    const { made, join } = watched(2, 0);
    for (const tuple of [
      [1, 1],
      [1, 2],
      [1, 1],
      [1, 1],
    ])
      join(tuple);
    expect(made).toEqual(["1,1", "1,2", "1,1"]);
  });
});
