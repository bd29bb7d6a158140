import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { zhCN } from "@dutyloop/contract/messages/zh-CN.ts";
import type { Language } from "../http/language.ts";
import { contents, type Shelf } from "./contents.ts";
import { errorListPage, errorPage } from "./error-pages.ts";
import { type Chapter, type Heading, type Part, renderChapter } from "./markdown.ts";
import { explainedWords } from "./words.ts";
import { indexPage, wordsPage } from "./written-pages.ts";

export type Page = {
  readonly address: string;
  readonly language: Language;
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly parts: readonly Part[];
  /** The chapters before and after this one on its shelf. */
  readonly previous?: Neighbour;
  readonly next?: Neighbour;
};

export type Neighbour = { readonly address: string; readonly title: string };

const languages: readonly Language[] = ["zh", "en"];

/** Every page of the guide by its address, from the documents of the clone and the catalogue of refusals. */
export function buildPages(cloneFolder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  const add = (page: Page) => pages.set(page.address, page);
  for (const language of languages) {
    const shelves = (Object.keys(contents) as Shelf[]).map((shelf) => chaptersOf(cloneFolder, shelf, language));
    const chapters = shelves.flat();
    add(indexPage(language, shelves));
    for (const shelf of shelves)
      for (const [index, chapter] of shelf.entries()) add(between(chapter, shelf[index - 1], shelf[index + 1]));
    const words = explainedWords(readFileSync(join(cloneFolder, "docs/glossary.md"), "utf8"));
    add(wordsPage(language, words));
    const codes = Object.keys(zhCN);
    add(errorListPage(language, codes));
    for (const code of codes) add(errorPage(language, code, chapters));
  }
  return pages;
}

function between(page: Page, previous: Page | undefined, next: Page | undefined): Page {
  return {
    ...page,
    ...(previous && { previous: { address: previous.address, title: previous.title } }),
    ...(next && { next: { address: next.address, title: next.title } }),
  };
}

/** The chapters of a shelf. A chapter that says everything in both languages at once has one file. */
function chaptersOf(cloneFolder: string, shelf: Shelf, language: Language): Page[] {
  return contents[shelf].map((name) => {
    const own = `docs/${shelf}/en/${name}.md`;
    const file = language === "en" && existsSync(join(cloneFolder, own)) ? own : `docs/${shelf}/${name}.md`;
    const original = file === own ? readChapter(cloneFolder, `docs/${shelf}/${name}.md`, "zh").headings : [];
    return {
      address: `/help/${language}/${shelf}/${name}`,
      language,
      ...readChapter(cloneFolder, file, language, original),
    };
  });
}

function readChapter(
  cloneFolder: string,
  file: string,
  language: Language,
  original: readonly Heading[] = [],
): Chapter {
  const text = readFileSync(join(cloneFolder, file), "utf8");
  return renderChapter(text, (href) => addressOf(href, file, language), original);
}

/** Where a link of a document leads in the served guide; null for files of the clone that aren't served. */
export function addressOf(href: string, file: string, language: Language): string | null {
  if (/^https?:\/\//.test(href) || href.startsWith("#") || href.startsWith("/")) return href;
  const [path = "", anchor] = href.split("#");
  const target = posix.normalize(posix.join(posix.dirname(file), decodeURI(path)));
  const hash = anchor === undefined ? "" : `#${anchor}`;
  const picture = /^docs\/guide\/pictures\/([\w-]+\.webp)$/.exec(target);
  if (picture) return `/help/pictures/${picture[1]}`;
  const chapter = /^docs\/(guide|operate)\/(?:en\/)?([a-z-]+)\.md$/.exec(target);
  if (chapter) return `/help/${language}/${chapter[1]}/${chapter[2]}${hash}`;
  return target === "docs/glossary.md" ? `/help/${language}/words` : null;
}
