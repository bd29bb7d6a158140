import { expect, test } from "vitest";
import { rational } from "../kernel/rational.ts";
import { benchmarkFor, benchmarkStanding, targetReached } from "./benchmark-rules.ts";
import { type BenchmarkSet, benchmarkSet } from "./benchmark-things.ts";

const name = { zh: "项", en: "Item" };
const part = (code: string, items: string[]) => ({ code, name, items: items.map((item) => ({ code: item, name })) });
const setOf = (code: string, fits: "branch" | "committee"): BenchmarkSet =>
  benchmarkSet.parse({
    code,
    name,
    rules: ["RES-04"],
    example: true,
    fits,
    parts: [part("one", ["a", "b"]), part("two", ["c", "d"])],
  });
const five = setOf("five", "branch");
const result = (itemCode: string, selfMet: boolean, verifiedMet: boolean | null = null) => ({
  itemCode,
  selfMet,
  verifiedMet,
});

test("what nobody looked at isn't met, and is said", () => {
  const standing = benchmarkStanding(five, [result("a", true)]);
  expect(standing.parts).toEqual([
    { code: "one", items: 2, checked: 1, met: 1 },
    { code: "two", items: 2, checked: 0, met: 0 },
  ]);
  expect(standing).toMatchObject({ share: rational(1, 4), gaps: [], unchecked: ["b", "c", "d"] });
});

test("who verified an item has the last word, either way", () => {
  const standing = benchmarkStanding(five, [result("a", true, false), result("b", false, true), result("c", false)]);
  expect(standing.gaps).toEqual(["a", "c"]);
  expect(standing.parts.map(({ met }) => met)).toEqual([1, 0]);
});

test("results of items that the set doesn't have count nowhere", () => {
  expect(benchmarkStanding(five, [result("gone", true)]).share).toEqual(rational(0, 4));
});

test("a target is reached at exactly its percent", () => {
  expect([targetReached(rational(3, 4), 75), targetReached(rational(3, 4), 76)]).toEqual([true, false]);
  expect(targetReached(rational(2, 3), 67)).toBe(false);
});

test("branches and committees have sets of their own; others have none", () => {
  const sets = [five, setOf("six", "committee")];
  expect([benchmarkFor(sets, "TEMP_BRANCH")?.code, benchmarkFor(sets, "PARTY_GROUP")?.code]).toEqual(["five", "six"]);
  expect(benchmarkFor(sets, "GROUP")).toBeUndefined();
});
