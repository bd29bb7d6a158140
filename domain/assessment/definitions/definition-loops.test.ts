import { expect, test } from "vitest";
import { loopsAmong } from "./definition-loops.ts";

const loops = (needs: Record<string, string[]>) => loopsAmong(new Map(Object.entries(needs)));

test("no loop among things that need nothing, each other in a line, or the same thing", () => {
  expect(loops({})).toEqual([]);
  expect(loops({ a: ["b"], b: ["c", "nowhere"], d: ["b", "c"] })).toEqual([]);
});

test("the shortest way round, from the first member in the order of the list", () => {
  expect(loops({ x: ["a"], a: ["b", "c"], b: ["c"], c: ["a"] })).toEqual([
    ["a", "c", "a"],
    ["b", "c", "a", "b"],
  ]);
  expect(loops({ a: ["a"] })).toEqual([["a", "a"]]);
});

test("each loop once", () => {
  expect(loops({ a: ["b"], b: ["a"], c: ["d"], d: ["c", "a"] })).toEqual([
    ["a", "b", "a"],
    ["c", "d", "c"],
  ]);
});
