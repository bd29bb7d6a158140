import { escapeHtml } from "../http/escape-html.ts";
import type { Language } from "../http/language.ts";
import { errorWords } from "./error-words.ts";
import { helpTexts } from "./help-texts.ts";
import type { Page } from "./pages.ts";

/** Every refusal with its sentence, by the first word of its code. */
export function errorListPage(language: Language, codes: readonly string[]): Page {
  const t = helpTexts[language];
  const beginnings = [...new Set(codes.map((code) => code.split(".")[0] ?? ""))].sort();
  const lists = beginnings.map((beginning) => {
    const own = codes.filter((code) => code === beginning || code.startsWith(`${beginning}.`)).sort();
    const items = own.map(
      (code) =>
        `<li><a href="/help/${language}/errors/${code}">${escapeHtml(errorWords(code, language).sentence)}</a> <code>${code}</code></li>`,
    );
    return `<h2 id="${beginning}"><code>${beginning}</code></h2><ul>${items.join("")}</ul>`;
  });
  return {
    address: `/help/${language}/errors`,
    language,
    title: t.errors,
    html: `<h1>${t.errors}</h1><p>${t.errorsAbout}</p>${lists.join("")}`,
    headings: beginnings.map((beginning) => ({ depth: 2, text: beginning, anchor: beginning })),
    parts: [],
  };
}

/** What happened, what to do, who can help; and what the chapter of common refusals adds under the code's heading. */
export function errorPage(language: Language, code: string, chapters: readonly Page[]): Page {
  const t = helpTexts[language];
  const { sentence, happened, todo, help, chapter, doing } = errorWords(code, language);
  const chapterAddress = `/help/${language}/${chapter}`;
  const chapterTitle = chapters.find(({ address }) => address === chapterAddress)?.title ?? t.title;
  const common = chapters.find(({ address }) => address.endsWith("/guide/refusals"));
  const more = common?.parts.find(({ title }) => title === code);
  const pieces = [
    `<h1>${escapeHtml(sentence)}</h1>`,
    `<p>${t.code} <code>${code}</code></p>`,
    `<h2>${t.happened}</h2><p>${escapeHtml(happened)}</p>`,
    `<h2>${t.todo}</h2><p>${escapeHtml(todo)}</p>`,
    ...(more ? [`<p>${escapeHtml(more.text)}</p>`] : []),
    `<h2>${t.help}</h2><p>${escapeHtml(help)}</p>`,
    ...(doing.length > 0
      ? [`<h2>${t.doing}</h2><ul>${doing.map((summary) => `<li>${escapeHtml(summary)}</li>`).join("")}</ul>`]
      : []),
    `<p>${t.chapter}: <a href="${chapterAddress}">${escapeHtml(chapterTitle)}</a> · <a href="/help/${language}/errors">${t.errors}</a></p>`,
  ];
  return {
    address: `/help/${language}/errors/${code}`,
    language,
    title: sentence,
    html: pieces.join("\n"),
    headings: [],
    parts: [{ anchor: "", title: sentence, text: `${code} ${happened} ${todo} ${more?.text ?? ""}` }],
  };
}
