import type { PlainDate } from "../kernel/plain-date.ts";
import { folded } from "../organization/search-policy.ts";

/** What stands for every record there is on a day, and before the code of a kind. */
export const anything = "";
export const kindMark = "=";

/** What a record is found by besides its kinds and hosts: its title on a line of its own, then its month. */
export function recordWords(title: string, occurredOn: PlainDate): string {
  const [year, month] = occurredOn.split("-");
  return `\n${asWritten(title)}\n ${year}年${month}月`;
}

/** A term as it has to stand in the words of a record. */
export function recordTerm(term: string): string {
  return asWritten(term);
}

/** 3月 and 03月, 2026-03 and 2026年3月 are the same, and 1月 isn't found in 11月. */
function asWritten(text: string): string {
  return folded(text)
    .replace(/(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?!\d)/gu, "$1年$2月")
    .replace(/(?<!\d)(\d)月/gu, "0$1月");
}

/** Every two letters that follow one another in a text without blanks, and the last one. */
export function pairsOf(text: string): string[] {
  const pairs = text.split(/\s+/u).flatMap((run) => {
    const letters = [...run];
    return letters.map((letter, index) => letter + (letters[index + 1] ?? ""));
  });
  return [...new Set(pairs)].filter(Boolean);
}

/**
 * What a day must have for a term to stand in one of its records: all of its pairs, or, for a single letter, any pair that
 * begins with it.
 */
export function neededOf(term: string): { readonly pairs: readonly string[] } | { readonly beginning: string } {
  const letters = [...term];
  if (letters.length < 2) return { beginning: term };
  return { pairs: [...new Set(letters.slice(0, -1).map((letter, index) => letter + letters[index + 1]))] };
}
