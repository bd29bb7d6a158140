import { folded } from "@dutyloop/domain/organization/search-policy.ts";
import type * as Pinyin from "pinyin-pro";
import { onFirstUse } from "../../platform/packages/on-first-use.ts";

const dictionary = onFirstUse<typeof Pinyin>("pinyin-pro");

/**
 * What an organisation or unit is found by, each on a line of its own in small letters: its names, its code, the pinyin
 * of the names without tones and blanks, and their initials. A line begins with a line break, so that the beginning of
 * a word can be asked for.
 */
export function searchWords(names: readonly string[], code: string): string {
  const lines = [code, ...names.flatMap((name) => [name, ...spoken(name)])].map(folded);
  return [...new Set(lines)].map((line) => `\n${line}`).join("");
}

const spelled = new Map<string, string>();
const mostSpelled = 2000;

/** The words of a name in both languages; spelling takes long enough to be remembered. */
export function rememberedWords({ zh, en }: { readonly zh: string; readonly en: string }, code: string): string {
  const key = `${zh}|${en}|${code}`;
  const known = spelled.get(key);
  if (known !== undefined) return known;
  if (spelled.size >= mostSpelled) spelled.clear();
  const words = searchWords([zh, en], code);
  spelled.set(key, words);
  return words;
}

/**
 * What a person's name is found by, from the beginning of each: the name, the given name, their pinyin and initials. A
 * surname is read as a surname: 单 is Shan, 曾 is Zeng.
 */
export function nameWords(name: string): string[] {
  const whole = folded(name);
  const syllables = dictionary().pinyin(whole, {
    toneType: "none",
    type: "array",
    surname: "head",
    nonZh: "consecutive",
    v: true,
  });
  const letters = [...whole];
  const parts = letters.length === syllables.length && letters.length > 1 ? [0, 1] : [0];
  const words = parts.flatMap((from) => {
    const spoken = syllables.slice(from);
    return [letters.slice(from).join(""), spoken.join(""), spoken.map((syllable) => syllable.charAt(0)).join("")];
  });
  return [...new Set(words.map((word) => word.replace(/\s+/g, "")))].filter(Boolean);
}

function spoken(name: string): [string, string] {
  const as = (pattern: "pinyin" | "first") =>
    dictionary()
      .pinyin(name, { toneType: "none", type: "array", pattern, nonZh: "consecutive", v: true })
      .join("")
      .replace(/\s+/g, "");
  return [as("pinyin"), as("first")];
}
