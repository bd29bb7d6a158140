import type { EdgeProblem } from "./edge-rules.ts";
import type { SourceFile } from "./imports.ts";
import { type Token, tokensOf } from "./source-tokens.ts";

/** Names that would let a rule of domain/ see the clock, chance, the network, the page or the machine. */
const outside = new Set([
  "process",
  "fetch",
  "document",
  "window",
  "globalThis",
  "navigator",
  "localStorage",
  "performance",
  "crypto",
  "console",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "Buffer",
  "require",
]);

/** Where a rule file reaches outside its arguments. The same arguments must always give the same answer. */
export function impureUses(file: SourceFile): EdgeProblem[] {
  const tokens = tokensOf(file.text);
  return tokens.flatMap((token, index) => {
    const used = token.kind === "word" ? impureName(tokens, index) : null;
    return used === null ? [] : [{ at: `${file.path}:${token.line}`, problem: `uses ${used}` }];
  });
}

function impureName(tokens: Token[], index: number): string | null {
  const text = (offset: number) => tokens[index + offset]?.text;
  const name = text(0) as string;
  if (text(-1) === ".") return null;
  if (name === "Date" && text(1) === "." && text(2) === "now") return "Date.now";
  if (name === "Date" && text(-1) === "new" && (text(1) !== "(" || text(2) === ")")) return "new Date()";
  if (name === "Date" && text(-1) !== "new" && text(1) === "(") return "Date()";
  if (name === "Math" && text(1) === "." && text(2) === "random") return "Math.random";
  return outside.has(name) && text(1) !== ":" && !isDeclared(tokens, name) ? name : null;
}

/** A rule may name a stretch of days `window`: a constant or a parameter of an arrow function is its own. */
function isDeclared(tokens: Token[], name: string): boolean {
  return tokens.some((token, index) => {
    if (token.kind !== "word" || token.text !== name) return false;
    const next = tokens[index + 1]?.text === ")" ? 2 : 1;
    const isArrow = tokens[index + next]?.text === "=" && tokens[index + next + 1]?.text === ">";
    return isArrow || ["const", "let"].includes(tokens[index - 1]?.text ?? "");
  });
}
