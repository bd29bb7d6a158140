import fc from "fast-check";
import { expect, test } from "vitest";
import { searchTerms } from "../organization/search-policy.ts";
import { neededOf, pairsOf, recordTerm, recordWords } from "./record-words.ts";

const holds = (title: string, on: string, asked: string) =>
  searchTerms(asked).every((term) => recordWords(title, on).includes(recordTerm(term)));

test.each([
  ["a part of the title", "安全月：工器具“双人复核”", "2026-03-10", "双人", true],
  ["the month", "学习", "2026-03-10", "3月", true],
  ["the month with a nought", "学习", "2026-03-10", "03月", true],
  ["year and month as in a form", "学习", "2026-03-10", "2026-03", true],
  ["year and month as one says them", "学习", "2026-03-10", "2026年3月", true],
  ["the year", "学习", "2026-03-10", "2026", true],
  ["full-width figures", "学习", "2026-03-10", "２０２６－０３", true],
  ["another month", "学习", "2026-03-10", "4月", false],
  ["January, of November", "学习", "2026-11-10", "1月", false],
  ["November", "学习", "2026-11-10", "11月", true],
  ["the month that the title names", "3月主题党日", "2026-04-01", "3月主题", true],
  ["January, where the title says November", "补11月党课", "2026-12-01", "1月", false],
  ["the day that the title names", "第3次：2025-03-14", "2025-03-14", "2025-03-14", true],
])("found by %s", (_what, title, on, asked, found) => {
  expect(holds(title, on, asked)).toBe(found);
});

test("what is asked as year and month doesn't spread into the title", () => {
  expect(holds("2026年", "2026-03-10", "年2026")).toBe(false);
});

const letter = fc.constantFrom(..."安全月党课学习一二3月0 19-2𠮷aé ".split(""));
const text = fc.string({ unit: fc.oneof(letter, fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })) });

test("what stands in a record is never missed by its pairs", () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (title, from, length) => {
      const words = recordWords(title, "2026-03-10");
      const letters = [...words];
      const asked = letters.slice(from % letters.length, (from % letters.length) + length).join("");
      const pairs = new Set(pairsOf(words));
      for (const term of searchTerms(asked)
        .map(recordTerm)
        .filter((one) => words.includes(one))) {
        const needed = neededOf(term);
        if ("beginning" in needed) expect([...pairs].some((pair) => pair.startsWith(needed.beginning))).toBe(true);
        else expect(needed.pairs.filter((pair) => !pairs.has(pair))).toEqual([]);
      }
    }),
  );
});

test("a title found by itself as it is typed", () => {
  fc.assert(
    fc.property(text, (title) => {
      expect(searchTerms(title).every((term) => recordWords(title, "2026-03-10").includes(recordTerm(term)))).toBe(
        true,
      );
    }),
  );
});
