import { escapeHtml } from "../http/escape-html.ts";
import type { Language } from "../http/language.ts";
import { helpTexts } from "./help-texts.ts";
import { anchorOf } from "./markdown.ts";
import type { Page } from "./pages.ts";
import type { Word } from "./words.ts";

/** The first page: who reads what. */
export function indexPage(language: Language, shelves: readonly (readonly Page[])[]): Page {
  const t = helpTexts[language];
  const lists = shelves.map((pages, index) => {
    const title = index === 0 ? t.guide : t.operate;
    const items = pages.map(
      ({ address, title: name, parts }) =>
        `<li><a href="${address}"><strong>${escapeHtml(name)}</strong></a><p>${escapeHtml(firstSentence(parts[0]?.text ?? ""))}</p></li>`,
    );
    return `<h2 id="${anchorOf(title)}">${title}</h2><ul class="shelf">${items.join("")}</ul>`;
  });
  const more = [
    { address: `/help/${language}/words`, title: t.words, about: t.wordsAbout },
    { address: `/help/${language}/errors`, title: t.errors, about: t.errorsAbout },
    { address: "/api/docs", title: t.api, about: t.apiAbout },
  ].map(({ address, title, about }) => `<li><a href="${address}"><strong>${title}</strong></a><p>${about}</p></li>`);
  return {
    address: `/help/${language}`,
    language,
    title: t.title,
    html: `<h1>${t.title}</h1><p>${t.lead}</p>${lists.join("")}<h2 id="${anchorOf(t.more)}">${t.more}</h2><ul class="shelf">${more.join("")}</ul>`,
    headings: [],
    parts: [],
  };
}

/** The words that pages explain, each with an anchor of its own. */
export function wordsPage(language: Language, words: readonly Word[]): Page {
  const t = helpTexts[language];
  const parts = words.map(({ zh, en, zhMeaning, enMeaning }) => ({
    anchor: anchorOf(zh),
    title: language === "zh" ? zh : `${en} (${zh})`,
    text: language === "zh" ? zhMeaning : enMeaning,
  }));
  const rows = parts.map(
    ({ anchor, title, text }) => `<dt id="${anchor}">${escapeHtml(title)}</dt><dd>${escapeHtml(text)}</dd>`,
  );
  return {
    address: `/help/${language}/words`,
    language,
    title: t.words,
    html: `<h1>${t.words}</h1><p>${t.wordsAbout}</p><dl>${rows.join("")}</dl>`,
    headings: [],
    parts,
  };
}

function firstSentence(text: string): string {
  const end = text.search(/[。：]|\.\s|:\s/);
  return end < 0 ? text.slice(0, 120) : text.slice(0, end + 1).replace(/[：:]$/, "");
}
