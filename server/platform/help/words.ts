/** A word that pages explain where it stands. */
export type Word = {
  readonly zh: string;
  readonly en: string;
  readonly zhMeaning: string;
  readonly enMeaning: string;
};

/** The words of the glossary that pages explain: rows of four columns, word and meaning in both languages. */
export function explainedWords(glossary: string): Word[] {
  return glossary.split("\n").flatMap((line) => {
    const cells = line.split("|").map((cell) => cell.trim());
    const [, zh = "", en = "", zhMeaning = "", enMeaning = ""] = cells;
    if (cells.length !== 6 || zh === "词" || /^:?-+:?$/.test(zh)) return [];
    return [{ zh, en, zhMeaning, enMeaning }];
  });
}
