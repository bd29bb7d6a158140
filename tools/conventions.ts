import type { SourceFile } from "./imports.ts";
import { tokensOf } from "./source-tokens.ts";

export const mostLines = 400;
export const medianLines = 80;

/** Written by a program, or data. */
function isGenerated(path: string): boolean {
  return /(?:^|\/)(?:database-types\.ts|schema\.sql|package-lock\.json|openapi\.json|rules\.json)$/.test(path);
}

export function isCode(path: string): boolean {
  return /\.(?:ts|tsx|mts|mjs|js|css|sql)$/.test(path) && !isGenerated(path);
}

export function lineCount({ text }: SourceFile): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Names that say nothing about what is inside. */
export function hasEmptyName(path: string): boolean {
  return path.split("/").some((part) => /^(?:utils?|helpers?|common|misc|shared)(?:\.[a-z.]+)?$/i.test(part));
}

/** Joined here so that this file doesn't contain what it looks for. */
const words = (...pieces: [string, string][]) => pieces.map(([a, b]) => a + b).join("|");

const unfinished = new RegExp(`\\b(?:${words(["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["HA", "CK"])})\\b`);
const silenced = new RegExp(
  `${words(["@ts-", "ignore"], ["@ts-", "nocheck"], ["@ts-", "expect-error"], ["biome-", "ignore"], ["eslint-", "disable"])}`,
);

/** Marks of work that isn't done, checks that were silenced, tests that were switched off, and types given up. */
export function forbiddenMarks(file: SourceFile): string[] {
  const inText = [unfinished, silenced].flatMap((pattern) => pattern.exec(file.text)?.[0] ?? []);
  if (!/\.(?:ts|tsx|mts)$/.test(file.path)) return inText;
  const tokens = tokensOf(file.text);
  const inCode = tokens.flatMap((token, index) => {
    const before = tokens[index - 1]?.text ?? "";
    if (token.kind !== "word") return [];
    if (token.text === "any" && [":", "<", "as", "|", "&", "=", ","].includes(before)) {
      const after = tokens[index + 1]?.text ?? "";
      return after === ":" || (before === "," && after !== ">" && after !== ",") ? [] : ["any"];
    }
    const isSwitchedOff = ["skip", "only", "todo", "skipIf", "fails"].includes(token.text) && before === ".";
    return isSwitchedOff && /^(?:test|it|describe|suite|each)$/.test(tokens[index - 2]?.text ?? "")
      ? [`.${token.text}`]
      : [];
  });
  return [...inText, ...inCode];
}

/** Places and hosts of one machine or one network. */
const places = new RegExp(
  `(?<![\\w.@])/(?:${words(["wo", "rk"], ["ho", "me"], ["Us", "ers"], ["ro", "ot"])})/[\\w.-]+|` +
    `${words(["registry\\.", "npmjs"], ["npm", "mirror\\."], ["artif", "actory"], ["nexus\\.", "[a-z]"])}|"resolved"\\s*:\\s*"http`,
  "i",
);

export function machinePlaces(file: SourceFile): string[] {
  return file.text.split("\n").flatMap((line, index) => (places.test(line) ? [`${file.path}:${index + 1}`] : []));
}

/** The product speaks of itself, never of how it was written. */
const making = [
  new RegExp(
    `\\b(?:${words(
      ["clau", "de"],
      ["anth", "ropic"],
      ["open", "ai"],
      ["chat", "gpt"],
      ["cop", "ilot"],
      ["ll", "m"],
      ["vibe", "[- ]cod\\w+"],
      ["AI[- ]", "(?:generated|written|assisted|tools?)"],
      ["co-authored", "-by"],
      ["iss", "ue #?\\d"],
      ["bri", "ef\\.md"],
    )})\\b`,
    "i",
  ),
  // In lower case and by itself: a browser's header and a class of connections are other things.
  new RegExp(`(?<!user-)\\b(?:${words(["sub", "-?ag"], ["a", "g"])})ents?\\b`),
];

export function wordsOfMaking(file: SourceFile): string[] {
  return file.text.split("\n").flatMap((line, index) =>
    making.flatMap((pattern) => {
      const found = pattern.exec(line)?.[0];
      return found === undefined ? [] : [`${file.path}:${index + 1} ${found}`];
    }),
  );
}

type PackageFile = {
  dependencies?: object;
  devDependencies?: object;
  optionalDependencies?: object;
  overrides?: object;
};

/** Dependencies whose version isn't one exact version. */
export function loosePins(text: string): string[] {
  const file = JSON.parse(text) as PackageFile;
  const lists = [file.dependencies, file.devDependencies, file.optionalDependencies, file.overrides];
  return lists.flatMap((list) =>
    Object.entries(list ?? {}).flatMap(([name, version]) =>
      /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(String(version)) ? [] : [`${name}: ${version}`],
    ),
  );
}

/** The abandoned spreadsheet package on npm's registry, by any way in; its successor has another name. */
export function usesAbandonedSpreadsheet(file: SourceFile): boolean {
  return /(?:from |import\(|require\()["']xlsx["'/]|["']xlsx["']: ["'][\^~]?\d|["']node_modules\/xlsx["']|npm:xlsx@/.test(
    file.text,
  );
}
