import { pinyin } from "pinyin-pro";

/**
 * What an organisation or unit is found by, each on a line of its own in small letters: its names, its code, the pinyin
 * of the names without tones and blanks, and their initials. A line begins with a line break, so that the beginning of
 * a word can be asked for.
 */
export function searchWords(names: readonly string[], code: string): string {
  const lines = [code, ...names.flatMap((name) => [name, ...spoken(name)])].map(folded);
  return [...new Set(lines)].map((line) => `\n${line}`).join("");
}

/** A search as its terms, written as the words are: full-width letters and case make no difference. */
export function searchTerms(asked: string): string[] {
  return folded(asked).split(/\s+/).filter(Boolean);
}

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

function spoken(name: string): [string, string] {
  const as = (pattern: "pinyin" | "first") =>
    pinyin(name, { toneType: "none", type: "array", pattern, nonZh: "consecutive", v: true })
      .join("")
      .replace(/\s+/g, "");
  return [as("pinyin"), as("first")];
}
