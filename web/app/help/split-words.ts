import type { Language } from "../language/language.ts";
import type { ExplainedWord } from "./explained-words.ts";

export type Piece = { readonly text: string; readonly word?: ExplainedWord };

/** A text in pieces: each word that is explained stands by itself the first time it is said, longer words before shorter. */
export function splitWords(text: string, words: readonly ExplainedWord[], language: Language): Piece[] {
  const byName = new Map(words.map((word) => [word[language].toLowerCase(), word]));
  const names = [...byName.keys()].sort((one, other) => other.length - one.length);
  if (names.length === 0) return [{ text }];
  const any = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // English words stand alone or in the plural; Chinese ones stand wherever they are written.
  const pattern = language === "zh" ? new RegExp(`(${any})`) : new RegExp(`\\b(${any})(?=s?\\b)`, "i");
  const pieces: Piece[] = [];
  const seen = new Set<ExplainedWord>();
  let plain = "";
  const flush = () => {
    if (plain !== "") pieces.push({ text: plain });
    plain = "";
  };
  for (let rest = text; rest !== ""; ) {
    const found = pattern.exec(rest);
    const word = found ? byName.get(found[0].toLowerCase()) : undefined;
    if (!found || !word) {
      plain += rest;
      break;
    }
    plain += rest.slice(0, found.index);
    if (seen.has(word)) plain += found[0];
    else {
      flush();
      pieces.push({ text: found[0], word });
      seen.add(word);
    }
    rest = rest.slice(found.index + found[0].length);
  }
  flush();
  return pieces;
}
