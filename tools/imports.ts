import { posix } from "node:path";
import { type Token, tokensOf } from "./source-tokens.ts";

/** A file of the clone with its path from the root. */
export type SourceFile = { readonly path: string; readonly text: string };

/** One import; `target` is a path from the root, or the name of a package ("node:fs", "@fastify/cookie"). */
export type Import = {
  readonly from: string;
  readonly target: string;
  readonly inside: boolean;
  /** Erased when the program runs. */
  readonly typeOnly: boolean;
  readonly line: number;
};

/** Every static import, re-export and import() of a file. An import() of a computed name has the target "computed". */
export function importsOf(file: SourceFile): Import[] {
  const tokens = tokensOf(file.text);
  return tokens.flatMap((token, index): Import[] => {
    if (token.kind !== "word" || tokens[index - 1]?.text === ".") return [];
    if (token.text === "import") return imported(file.path, tokens, index);
    return token.text === "export" ? reExported(file.path, tokens, index) : [];
  });
}

function imported(path: string, tokens: Token[], index: number): Import[] {
  const next = tokens[index + 1];
  if (next === undefined || next.text === "." || next.text === ":") return [];
  const { line } = tokens[index] as Token;
  if (next.kind === "string") return [made(path, next.text, false, line)];
  if (next.text === "(") {
    const name = tokens[index + 2];
    return [made(path, name?.kind === "string" ? name.text : "computed", false, line)];
  }
  const source = sourceAfter(tokens, index + 1);
  if (source === null) return [];
  const names = tokens.slice(index + 1, source - 1);
  return [made(path, (tokens[source] as Token).text, isTypeOnly(names), line)];
}

function reExported(path: string, tokens: Token[], index: number): Import[] {
  const next = tokens[index + 1];
  const typeOnly = next?.text === "type";
  const opening = tokens[typeOnly ? index + 2 : index + 1];
  if (opening?.text !== "{" && opening?.text !== "*") return [];
  const source = sourceAfter(tokens, index + 1);
  if (source === null) return [];
  const { line } = tokens[index] as Token;
  return [made(path, (tokens[source] as Token).text, isTypeOnly(tokens.slice(index + 1, source - 1)), line)];
}

/** Index of the string behind `from`; null where the statement ends before one comes. */
function sourceAfter(tokens: Token[], start: number): number | null {
  for (let at = start; at < tokens.length; at += 1) {
    const { text, kind } = tokens[at] as Token;
    if (text === "from" && tokens[at + 1]?.kind === "string") return at + 1;
    const belongs = kind === "word" || ["{", "}", ",", "*"].includes(text);
    if (!belongs || (at > start && (text === "import" || text === "export"))) return null;
  }
  return null;
}

/** `import type …`, or braces in which every name is marked with `type`. */
function isTypeOnly(names: Token[]): boolean {
  if (names[0]?.text === "type" && names[1]?.text !== ",") return true;
  if (names[0]?.text !== "{") return false;
  const parts = names
    .slice(1, -1)
    .map((token) => token.text)
    .join(" ")
    .split(",")
    .map((part) => part.trim());
  const given = parts.filter((part) => part !== "");
  return given.length > 0 && given.every((part) => part.startsWith("type "));
}

function made(from: string, specifier: string, typeOnly: boolean, line: number): Import {
  if (specifier.startsWith(".")) {
    return { from, target: posix.join(posix.dirname(from), specifier), inside: true, typeOnly, line };
  }
  const own = /^@dutyloop\/([a-z]+)\/(.+)$/.exec(specifier);
  if (own) return { from, target: `${own[1]}/${own[2]}`, inside: true, typeOnly, line };
  const parts = specifier.split("/");
  const name = specifier.startsWith("node:") ? specifier : parts.slice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  return { from, target: name, inside: false, typeOnly, line };
}
