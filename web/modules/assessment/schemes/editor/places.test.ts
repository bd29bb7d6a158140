import fc from "fast-check";
import { expect, test } from "vitest";
import { childrenOf, freshCode, panelOf, sumOf } from "./places.ts";

const lines = ["root", "root.children[1].node", "root.children[1].node.children[0]", "bonuses[0]"].map((place) => ({
  place,
}));

test.each([
  ["root.children[1].node.children[0].fullMarks", "root.children[1].node.children[0]"],
  ["root.children[1].node.children", "root.children[1].node"],
  ["root.children[1].weight", "root"],
  ["root", "root"],
  ["bonuses[0].ceiling", "bonuses[0]"],
])("the problem at %s is put right at %s", (place, line) =>
  expect(panelOf(place, lines)).toEqual({ kind: "line", place: line }),
);

test.each([
  ["grades[1].atLeast", "grades"],
  ["proportions[0].grade", "grades"],
  ["vetoes[0].when.kind", "vetoes"],
  ["coverageThreshold", "settings"],
  ["rootless", "settings"],
  ["", "settings"],
])("the problem at %j is put right among %s", (place, kind) => expect(panelOf(place, lines)).toEqual({ kind }));

test("children of extras are leaves", () => {
  expect(childrenOf({ kind: "bonus", path: ["bonuses", 0] })).toEqual(["bonuses", 0, "leaves"]);
  expect(childrenOf({ kind: "sum", path: ["root"] })).toEqual(["root", "children"]);
});

test("a fresh code is nobody else's", () => {
  expect(freshCode("part", [])).toBe("part");
  expect(freshCode("part", ["part", "part_2"])).toBe("part_3");
});

test.each([
  [["60", "30", "10"], "100"],
  [["33.3", "33.3", "33.4"], "100"],
  [["0.1", "0.2"], "0.3"],
  [["-1.5", "1"], "-0.5"],
  [[], "0"],
  [["60", ""], null],
  [["60", null], null],
])("the sum of %j is %s", (texts, sum) => expect(sumOf(texts)).toBe(sum));

test("shares of a hundred in any cut make a hundred", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (cents) => {
      const share = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`;
      expect(sumOf([share(cents), share(10_000 - cents)])).toBe("100");
    }),
  );
});
