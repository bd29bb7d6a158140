/** A search as its terms, written as the words are: full-width letters and case make no difference. */
export function searchTerms(asked: string): string[] {
  return folded(asked).split(/\s+/).filter(Boolean);
}

/** Text as words are kept that something is found by. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/**
 * How well words hold every term: the first of them as a whole word (0), as a beginning (1), or within (2); null where one
 * isn't there. Each word stands on a line of its own that begins with a line break.
 */
export function rankOf(words: string, terms: readonly string[]): 0 | 1 | 2 | null {
  const [first = ""] = terms;
  if (!terms.every((term) => words.includes(term))) return null;
  if (`${words}\n`.includes(`\n${first}\n`)) return 0;
  return words.includes(`\n${first}`) ? 1 : 2;
}
