import { expect, test } from "vitest";
import { drills } from "../all-drills.ts";
import { sourceOf } from "./break-product.ts";
import { brokenSources } from "./broken-sources.ts";

test.each(Object.keys(brokenSources))("%s still finds its piece of the product, exactly once", (mutant) => {
  expect(sourceOf(mutant, brokenSources[mutant]?.file ?? "")).not.toBeNull();
});

test("every piece that can be broken belongs to a drill, and every drill has a mutant", () => {
  const named = drills.flatMap(({ mutants }) => mutants);
  expect(Object.keys(brokenSources).filter((mutant) => !named.includes(mutant))).toEqual([]);
  expect(drills.filter(({ mutants }) => mutants.length === 0).map(({ code }) => code)).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});
