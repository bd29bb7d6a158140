import { expect, test } from "vitest";
import { rankOf, searchTerms } from "./search-policy.ts";

const words = "\n工作台\ngongzuotai\ngzt";

test.each([
  ["its whole name", "工作台", 0],
  ["its initials in any case", "ＧZT", 0],
  ["the beginning of its pinyin", "gongzuo", 1],
  ["a part of it", "zuotai", 2],
  ["two words that it holds", "gzt 工作", 0],
  ["two words of which it holds one", "工作 平台", null],
])("words are found by %s", (_how, asked, rank) => {
  expect(rankOf(words, searchTerms(asked))).toBe(rank);
});
