import { expect, test } from "vitest";
import { explainedWords } from "./explained-words.ts";
import { splitWords } from "./split-words.ts";

const word = (zh: string, en: string) => ({ zh, en, zhMeaning: "…", enMeaning: "…" });
const words = [word("得分", "score"), word("得分说明书", "score report"), word("公示", "publicity")];
const marked = (text: string, language: "zh" | "en") =>
  splitWords(text, words, language)
    .map((piece) => (piece.word ? `[${piece.text}]` : piece.text))
    .join("");

test("the longer word is taken, and each only the first time", () => {
  expect(marked("得分说明书写明得分，得分在公示期内可以申诉", "zh")).toBe(
    "[得分说明书]写明[得分]，得分在[公示]期内可以申诉",
  );
});

test("English words stand alone or in the plural, in either case", () => {
  expect(marked("Scores and the score report, unscored", "en")).toBe("[Score]s and the [score report], unscored");
});

test("a text without any stays whole", () => {
  expect(splitWords("没有这些词", words, "zh")).toEqual([{ text: "没有这些词" }]);
  expect(splitWords("", words, "zh")).toEqual([]);
});

test("every word of the glossary is explained in both languages, once", () => {
  expect(explainedWords.length).toBeGreaterThan(40);
  for (const language of ["zh", "en"] as const) {
    expect(new Set(explainedWords.map((each) => each[language])).size).toBe(explainedWords.length);
  }
  for (const { en, enMeaning, zhMeaning } of explainedWords) {
    expect(`${en}${enMeaning}`).not.toMatch(/\p{Script=Han}/u);
    expect(zhMeaning).toMatch(/\p{Script=Han}.*。$/u);
    expect(enMeaning).toMatch(/\.$/);
  }
});
