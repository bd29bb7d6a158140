/** A word, a mark or a string of a source file; comments and the inside of templates are left out. */
export type Token = { readonly kind: "word" | "mark" | "string"; readonly text: string; readonly line: number };

const word = /[\p{L}\p{N}_$#@]/u;
/** After one of these a slash begins a regular expression, otherwise it divides. */
const beforeExpression = /^(?:[(,=:[!&|?{};+\-*%<>~^]|return|case|typeof|in|of|=>)$/;

/**
 * Splits TypeScript or JavaScript into tokens. It knows comments, strings, templates and regular expressions, which is
 * enough to find imports and names without being misled by text that only looks like code.
 */
export function tokensOf(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let line = 1;
  const push = (kind: Token["kind"], text: string) => tokens.push({ kind, text, line });
  const skipTo = (end: number) => {
    line += source.slice(at, end).split("\n").length - 1;
    at = end;
  };
  while (at < source.length) {
    const character = source[at] as string;
    const two = source.slice(at, at + 2);
    if (two === "//") skipTo(endOf(source, "\n", at));
    else if (two === "/*") skipTo(Math.min(source.length, endOf(source, "*/", at + 2) + 2));
    else if (character === '"' || character === "'") {
      const end = endOfString(source, at);
      if (end === null) skipTo(at + 1);
      else {
        push("string", source.slice(at + 1, end));
        skipTo(end + 1);
      }
    } else if (character === "`") {
      const end = endOfTemplate(source, at);
      const text = source.slice(at + 1, end);
      if (!text.includes("${")) push("string", text);
      else
        for (const inner of templateParts(text)) tokens.push(...tokensOf(inner).map((token) => ({ ...token, line })));
      skipTo(end + 1);
    } else if (character === "/" && beforeExpression.test(tokens.at(-1)?.text ?? "(")) {
      skipTo(endOfExpression(source, at) + 1);
    } else if (word.test(character)) {
      let end = at + 1;
      while (end < source.length && word.test(source[end] as string)) end += 1;
      push("word", source.slice(at, end));
      skipTo(end);
    } else {
      if (!/\s/.test(character)) push("mark", character);
      skipTo(at + 1);
    }
  }
  return tokens;
}

function endOf(source: string, what: string, from: number): number {
  const found = source.indexOf(what, from);
  return found < 0 ? source.length : found;
}

/** Place of the closing quote; null where the line ends first: then it was an apostrophe in a text. */
function endOfString(source: string, from: number): number | null {
  for (let at = from + 1; at < source.length && source[at] !== "\n"; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === source[from]) return at;
  }
  return null;
}

function endOfTemplate(source: string, from: number): number {
  for (let at = from + 1; at < source.length; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "`") return at;
    else if (source.startsWith("${", at)) at = endOfPart(source, at + 2);
  }
  return source.length;
}

/** Place of the brace that closes a part of a template, over nested braces and templates. */
function endOfPart(source: string, from: number): number {
  let open = 1;
  for (let at = from; at < source.length; at += 1) {
    const character = source[at];
    if (character === "`") at = endOfTemplate(source, at);
    else if (character === '"' || character === "'") at = endOfString(source, at) ?? at;
    else if (character === "{") open += 1;
    else if (character === "}") open -= 1;
    if (open === 0) return at;
  }
  return source.length;
}

function templateParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at)) {
    const end = endOfPart(text, at + 2);
    parts.push(text.slice(at + 2, end));
    at = end;
  }
  return parts;
}

function endOfExpression(source: string, from: number): number {
  let inClass = false;
  for (let at = from + 1; at < source.length && source[at] !== "\n"; at += 1) {
    if (source[at] === "\\") at += 1;
    else if (source[at] === "[") inClass = true;
    else if (source[at] === "]") inClass = false;
    else if (source[at] === "/" && !inClass) return at;
  }
  return from;
}
