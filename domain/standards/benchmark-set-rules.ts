import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { BenchmarkPart, BenchmarkSet } from "./benchmark-things.ts";

/** Items that an organisation can be asked to look at in a year. */
export const mostBenchmarkItems = 200;

/** What a group made of a set, from a year on. */
export type OwnBenchmarkParts = {
  readonly setCode: string;
  readonly fromYear: number;
  readonly parts: readonly BenchmarkPart[];
};

/** The sets as they hold in a year: the group's own parts, the newest of that year or before, else the built-in ones. */
export function setsInYear(
  builtIn: readonly BenchmarkSet[],
  own: readonly OwnBenchmarkParts[],
  year: number,
): BenchmarkSet[] {
  return builtIn.map((set) => {
    const [newest] = own
      .filter(({ setCode, fromYear }) => setCode === set.code && fromYear <= year)
      .toSorted((a, b) => b.fromYear - a.fromYear);
    return newest ? { ...set, example: false, parts: [...newest.parts] } : set;
  });
}

/** Why a set can't have these parts, or null: the results of an item hang on its code, and a part keeps its own. */
export function benchmarkPartsRefusal(parts: readonly BenchmarkPart[]): Refusal | null {
  const codes = parts.flatMap(({ items }) => items.map(({ code }) => code));
  if (codes.length > mostBenchmarkItems) {
    return refuse("benchmark.too_many_items", { items: codes.length, most: mostBenchmarkItems }, "parts");
  }
  const twice = firstTwice(codes) ?? firstTwice(parts.map(({ code }) => code));
  if (twice !== undefined) return refuse("benchmark.code_twice", { code: twice }, "parts");
  const named = firstTwice(parts.flatMap(({ items }) => items.map(({ name }) => name.zh)));
  return named === undefined ? null : refuse("benchmark.item_twice", { name: named }, "parts");
}

function firstTwice(texts: readonly string[]): string | undefined {
  return texts.find((text, index) => texts.indexOf(text) !== index);
}
