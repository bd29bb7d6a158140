/** Where the sentence about an expression says that it breaks: the part before, the part that is wrong, the rest. */
export function faultIn(expression: string, sentence: string): readonly [string, string, string] | null {
  const said = /(?:第 |at character |from character )(\d+)/.exec(sentence);
  if (!said) return null;
  const at = Math.min(Number(said[1]) - 1, Math.max(expression.length - 1, 0));
  const word = /^(?:[A-Za-z0-9_.]+|"[^"]*"?|.)?/.exec(expression.slice(at))?.[0] ?? "";
  return [expression.slice(0, at), word, expression.slice(at + word.length)];
}
