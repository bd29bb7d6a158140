import { Marked, type Tokens } from "marked";
import { escapeHtml } from "../http/escape-html.ts";

export type Heading = { readonly depth: number; readonly text: string; readonly anchor: string };

/** A part of a chapter that can be found and linked to: what stands under one heading. */
export type Part = { readonly anchor: string; readonly title: string; readonly text: string };

export type Chapter = {
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly parts: readonly Part[];
};

/** Where a link or picture of a chapter leads in the browser; null for what isn't served and stands there as words. */
export type Address = (href: string) => string | null;

/** The anchor of a heading, as code hosts make it: letters and figures stay, blanks become hyphens. */
export function anchorOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

/**
 * A chapter in Markdown as HTML. What is HTML in it is shown as text, and a link leads only where `address` lets it: so
 * nothing of a chapter can run in a browser. The headings of a translation also answer to the anchors of its original.
 */
export function renderChapter(text: string, address: Address, original: readonly Heading[] = []): Chapter {
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true });
  marked.use({
    renderer: {
      html: ({ text: raw }) => escapeHtml(raw),
      // Chinese lines that the source breaks read on without a blank.
      text(token) {
        if ("tokens" in token && token.tokens) return this.parser.parseInline(token.tokens);
        const raw = token.text.replace(/(?<=[\p{Script=Han}，。；：、）”])\n(?=[\p{Script=Han}（“])/gu, "");
        return "escaped" in token && token.escaped ? raw : escapeHtml(raw);
      },
      heading({ tokens, depth }) {
        const words = plain(this.parser.parseInline(tokens));
        const anchor = unused(anchorOf(words), headings);
        const also = original[headings.length]?.anchor ?? anchor;
        headings.push({ depth, text: words, anchor });
        const alias = also === anchor ? "" : `<span id="${also}"></span>`;
        return `<h${depth} id="${anchor}">${alias}${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const words = this.parser.parseInline(tokens);
        const target = address(href);
        return target === null ? words : `<a href="${escapeHtml(target)}">${words}</a>`;
      },
      image({ href, text: words, title }) {
        const source = address(href);
        if (source === null) return escapeHtml(words);
        const size = /^(\d+)x(\d+)$/.exec(title ?? "");
        // One of a phone stands upright and isn't stretched to the width of the page.
        const kind = size && Number(size[2]) > Number(size[1]) ? "picture tall" : "picture";
        const place = size ? ` width="${size[1]}" height="${size[2]}"` : "";
        return `<a class="${kind}" href="${escapeHtml(source)}"><img src="${escapeHtml(source)}" alt="${escapeHtml(words)}"${place}></a>`;
      },
      // A table or listing that is wider than a phone scrolls by itself, with the keyboard too.
      table(token: Tokens.Table) {
        const row = (cells: Tokens.TableCell[], tag: "th" | "td") =>
          `<tr>${cells.map((cell) => `<${tag}>${this.parser.parseInline(cell.tokens)}</${tag}>`).join("")}</tr>`;
        return `<div class="wide" tabindex="0"><table><thead>${row(token.header, "th")}</thead><tbody>${token.rows
          .map((cells) => row(cells, "td"))
          .join("")}</tbody></table></div>\n`;
      },
      code: ({ text: raw }) => `<pre tabindex="0"><code>${escapeHtml(raw)}</code></pre>\n`,
    },
  });
  const html = marked.parse(text, { async: false });
  const title = headings.find(({ depth }) => depth === 1)?.text ?? "";
  return { title, html, headings, parts: partsOf(html) };
}

function unused(anchor: string, headings: readonly Heading[]): string {
  const times = headings.filter((one) => one.anchor === anchor || one.anchor.replace(/-\d+$/, "") === anchor).length;
  return times === 0 ? anchor : `${anchor}-${times}`;
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };

/** The words of a piece of HTML, without its tags. */
function plain(html: string): string {
  return html
    .replace(/<\/?(?:strong|em|code|a|span)\b[^>]*>/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|amp|#39);/g, (_entity, name: string) => entities[name] ?? "")
    .replace(/&#(\d+);/g, (_entity, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, " ")
    .trim();
}

function partsOf(html: string): Part[] {
  const pieces = html.split(/(?=<h[1-6] id=")/);
  return pieces.flatMap((piece) => {
    const found = /^<h[1-6] id="([^"]*)">(.*?)<\/h[1-6]>([\s\S]*)$/.exec(piece);
    return found ? [{ anchor: found[1] ?? "", title: plain(found[2] ?? ""), text: plain(found[3] ?? "") }] : [];
  });
}
