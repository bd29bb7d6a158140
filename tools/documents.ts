import { posix } from "node:path";
import { explainedWords } from "../server/platform/help/words.ts";
import type { SourceFile } from "./imports.ts";

/** Relative links of a Markdown file that lead to no file or folder of the repository. */
export function deadLinks({ path, text }: SourceFile, known: ReadonlySet<string>): string[] {
  const links = [...withoutCode(text).matchAll(/!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  return links.flatMap(([, link = ""]) => {
    if (/^[a-z]+:|^#/i.test(link)) return [];
    const target = posix.normalize(posix.join(posix.dirname(path), decodeURI(link.split("#")[0] as string)));
    return known.has(target.replace(/\/$/, "")) ? [] : [`${path}: ${link}`];
  });
}

/** Files that a document names between backticks or in a link, as paths from the root. */
export function namedFiles(text: string): string[] {
  const quoted = [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)+\.[a-z]{2,4}|[a-z]+\/[\w@.-]+(?:\/[\w@.-]+)*\/)`/g)];
  return quoted.map(([, name = ""]) => name.replace(/\/$/, ""));
}

/** A file is known by its path, and so is every folder above it. */
export function withFolders(paths: readonly string[]): Set<string> {
  const known = new Set(paths);
  for (const path of paths) {
    for (let folder = posix.dirname(path); folder !== "."; folder = posix.dirname(folder)) known.add(folder);
  }
  return known;
}

export type Term = { readonly term: string; readonly identifiers: readonly string[]; readonly line: number };

/** Rows of the glossary's tables: Chinese term, identifiers between backticks, meaning. */
export function glossaryTerms(text: string): Term[] {
  return text.split("\n").flatMap((line, index) => {
    const cells = line.split("|").map((cell) => cell.trim());
    if (cells.length !== 5 || /^:?-+:?$/.test(cells[1] ?? "")) return [];
    const identifiers = [...(cells[2] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
    return identifiers.length > 0 ? [{ term: cells[1] ?? "", identifiers, line: index + 1 }] : [];
  });
}

/** Identifiers that stand in none of the texts as a whole word. */
export function missingIdentifiers(terms: readonly Term[], texts: readonly string[]): string[] {
  const all = texts.join("\n");
  const isThere = (name: string) =>
    new RegExp(`(?<![\\w-])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`).test(all);
  return terms.flatMap(({ term, identifiers }) =>
    identifiers.filter((name) => !isThere(name)).map((name) => `${term}: ${name}`),
  );
}

function withoutCode(text: string): string {
  return text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");
}

/** The text of web/app/help/explained-words.ts: the words of the glossary that pages explain. */
export function wordsText(glossary: string): string {
  const rows = explainedWords(glossary).map(({ zh, en, zhMeaning, enMeaning }) => {
    const line = (name: string, value: string) => `    ${name}: ${JSON.stringify(value)},\n`;
    const meaning = (name: string, value: string) => {
      const short = line(name, value);
      return short.length <= 121 ? short : `    ${name}:\n      ${JSON.stringify(value)},\n`;
    };
    return `  {\n${line("zh", zh)}${line("en", en)}${meaning("zhMeaning", zhMeaning)}${meaning("enMeaning", enMeaning)}  },\n`;
  });
  const type = ["zh", "en", "zhMeaning", "enMeaning"].map((name) => `  readonly ${name}: string;\n`).join("");
  return `/** A word that pages explain. Written from docs/glossary.md by \`node bin/run.mjs tools/write-words.ts\`. */
export type ExplainedWord = {
${type}};

export const explainedWords: readonly ExplainedWord[] = [\n${rows.join("")}];\n`;
}
