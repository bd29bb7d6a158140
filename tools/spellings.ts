import { searchWords } from "../server/modules/organization/search-words.ts";
import { explainedWords } from "../web/app/help/explained-words.ts";
import { placeTexts } from "../web/app/palette/place-texts.ts";

/** What the browser finds without the server: names of pages, acts and explained words, each with pinyin and initials. */
export function spellingsText(): string {
  const names = [...new Set([...Object.values(placeTexts.zh), ...explainedWords.map(({ zh }) => zh)])];
  const lines = names.map((name) => {
    const [, , ...spoken] = searchWords([name], "-").split("\n");
    return `  ["${name}", "${spoken.slice(1).join(" ")}"],`;
  });
  return `/** Pinyin and initials. Written by \`node bin/run.mjs tools/write-spellings.ts\`. */
export const spellings: ReadonlyMap<string, string> = new Map([
${lines.join("\n")}
]);
`;
}
