import { expect, test } from "vitest";
import { chanceFrom } from "./chance.ts";
import { namesFrom } from "./names.ts";

test("the same seed draws the same, and a labelled stream doesn't depend on other draws", () => {
  const [one, two] = [chanceFrom("seed"), chanceFrom("seed")];
  one.fraction();
  const drawn = (chance: ReturnType<typeof chanceFrom>) => Array.from({ length: 5 }, () => chance.whole(1, 1000));
  expect(drawn(one.of("a"))).toEqual(drawn(two.of("a")));
  expect(drawn(one.of("a"))).not.toEqual(drawn(one.of("b")));
});

test("draws stay inside their bounds and reach them", () => {
  const chance = chanceFrom("bounds");
  const drawn = new Set(Array.from({ length: 500 }, () => chance.whole(2, 5)));
  expect([...drawn].sort()).toEqual([2, 3, 4, 5]);
  expect(chance.shuffled([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
});

test("two thousand invented names are all different", () => {
  const newName = namesFrom(chanceFrom("names"));
  expect(new Set(Array.from({ length: 2000 }, newName)).size).toBe(2000);
});
