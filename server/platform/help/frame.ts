import { fillIn } from "@dutyloop/contract/messages/fill-in.ts";
import { escapeHtml } from "../http/escape-html.ts";
import type { Language } from "../http/language.ts";
import { contents, type Shelf } from "./contents.ts";
import { helpTexts } from "./help-texts.ts";
import type { Heading, Part } from "./markdown.ts";
import type { Neighbour, Page } from "./pages.ts";
import { type Found, searchPages } from "./search.ts";

export type Framed = { readonly language: Language; readonly title: string; readonly body: string };
type Pages = ReadonlyMap<string, Page>;

/** A page of the guide with what stands around it: search, contents, what is on it, the chapters beside it. */
export function framePage(pages: Pages, page: Page): Framed {
  const { language, title } = page;
  const other = page.address.replace(`/help/${language}`, `/help/${otherOf(language)}`);
  return { language, title, body: body(pages, page, pages.has(other) ? other : `/help/${otherOf(language)}`, "") };
}

/** What a search in the guide found. */
export function frameSearch(pages: Pages, language: Language, query: string): Framed {
  const t = helpTexts[language];
  const own = [...pages.values()].filter((page) => page.language === language);
  const found = searchPages(own, query);
  const title =
    query.trim() === ""
      ? t.searchEmpty
      : fillIn(found.length === 0 ? t.searchNone : t.searchFound, { query, count: found.length });
  const html = `<h1>${escapeHtml(title)}</h1><ol class="found">${found.map(foundItem).join("")}</ol>`;
  const page = { ...bare(language, `/help/${language}/search`, t.search), html };
  const other = `/help/${otherOf(language)}/search?q=${encodeURIComponent(query)}`;
  return { language, title: t.search, body: body(pages, page, other, query) };
}

export function frameMissing(pages: Pages, language: Language): Framed {
  const t = helpTexts[language];
  const html = `<h1>${t.notFound}</h1><p>${t.notFoundText}</p>`;
  const page = { ...bare(language, `/help/${language}`, t.notFound), html };
  return { language, title: t.notFound, body: body(pages, page, `/help/${otherOf(language)}`, "") };
}

function bare(language: Language, address: string, title: string): Page {
  const none: { headings: Heading[]; parts: Part[] } = { headings: [], parts: [] };
  return { address, language, title, html: "", ...none };
}

function otherOf(language: Language): Language {
  return language === "zh" ? "en" : "zh";
}

function foundItem({ address, page, part, excerpt }: Found): string {
  const words = excerpt.map((piece, index) =>
    index % 2 === 1 ? `<mark>${escapeHtml(piece)}</mark>` : escapeHtml(piece),
  );
  const name = page === part ? page : `${page} › ${part}`;
  return `<li><a href="${escapeHtml(address)}">${escapeHtml(name)}</a><p>${words.join("")}</p></li>`;
}

function body(pages: Pages, page: Page, other: string, query: string): string {
  const { language } = page;
  const t = helpTexts[language];
  const home = `/help/${language}`;
  return `<a class="skip" href="#content">${t.skip}</a>
<header class="top">
<a class="brand" href="${home}"><img src="/ring.svg" alt="" width="24" height="24"><span>${t.product} ${t.title}</span></a>
<form role="search" action="${home}/search"><input type="search" name="q" value="${escapeHtml(query)}" aria-label="${t.searchLabel}" placeholder="${t.searchLabel}" required maxlength="100"><button type="submit">${t.search}</button></form>
<nav class="ways" aria-label="${t.product}"><a class="to-contents" href="#contents">${t.contents}</a><a href="${escapeHtml(other)}" hreflang="${otherOf(language)}" lang="${otherOf(language)}">${t.other}</a><a href="/">${t.open}</a></nav>
</header>
<div class="columns">
<nav class="contents" id="contents" aria-label="${t.contents}">${contentsOf(pages, page)}</nav>
<main id="content" tabindex="-1"><article>${page.html}</article>${besides(page)}</main>
${onThisPage(page)}
</div>`;
}

function contentsOf(pages: Pages, { address: current, language }: Page): string {
  const t = helpTexts[language];
  const item = (address: string, title: string) =>
    `<li><a href="${address}"${address === current ? ' aria-current="page"' : ""}>${escapeHtml(title)}</a></li>`;
  const shelves = (Object.keys(contents) as Shelf[]).map((shelf) => {
    const items = contents[shelf].map((name) => {
      const address = `/help/${language}/${shelf}/${name}`;
      return item(address, shortTitle(pages.get(address)?.title ?? name));
    });
    return `<p>${t[shelf]}</p><ul>${items.join("")}</ul>`;
  });
  const more = [item(`/help/${language}/words`, t.words), item(`/help/${language}/errors`, t.errors)];
  return `${shelves.join("")}<p>${t.more}</p><ul>${more.join("")}</ul>`;
}

/** Before the colon stands for whom a chapter is, behind it what it holds. */
function shortTitle(title: string): string {
  return title.split(/[：:]/)[0] ?? title;
}

function onThisPage({ headings, language }: Page): string {
  const t = helpTexts[language];
  const shown = headings.filter(({ depth }) => depth === 2 || depth === 3);
  if (shown.length < 2)
    return `<aside class="here"><button type="button" data-print hidden>${t.print}</button></aside>`;
  const items = shown.map(
    ({ depth, text, anchor }) => `<li class="depth-${depth}"><a href="#${anchor}">${escapeHtml(text)}</a></li>`,
  );
  return `<aside class="here"><nav aria-label="${t.onThisPage}"><p>${t.onThisPage}</p><ul>${items.join("")}</ul></nav><button type="button" data-print hidden>${t.print}</button></aside>`;
}

function besides({ previous, next, language }: Page): string {
  if (!previous && !next) return "";
  const t = helpTexts[language];
  const way = (neighbour: Neighbour | undefined, words: string, rel: string) =>
    neighbour
      ? `<a rel="${rel}" href="${neighbour.address}"><span>${words}</span>${escapeHtml(neighbour.title)}</a>`
      : "<span></span>";
  return `<nav class="besides" aria-label="${t.previous} · ${t.next}">${way(previous, t.previous, "prev")}${way(next, t.next, "next")}</nav>`;
}
