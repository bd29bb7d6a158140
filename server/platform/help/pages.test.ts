import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { en } from "@dutyloop/contract/messages/en.ts";
import { zhCN } from "@dutyloop/contract/messages/zh-CN.ts";
import { describe, expect, test } from "vitest";
import { contents } from "./contents.ts";
import { frameMissing, framePage, frameSearch } from "./frame.ts";
import { addressOf, buildPages } from "./pages.ts";

const clone = join(import.meta.dirname, "../../..");
const pages = buildPages(clone);
const all = [...pages.values()];
const codes = Object.keys(zhCN);

/** Links of a page that lead to no page, no part of one, and no picture. */
function deadWays(html: string, at: string): string[] {
  return [...html.matchAll(/(?:href|src)="([^"]*)"/g)].flatMap(([, raw = ""]) => {
    const way = decodeURI(raw.replace(/&#38;|&amp;/g, "&"));
    if (/^https?:|^\/(?:$|api\/docs|ring\.svg)/.test(way)) return [];
    const [path = "", anchor] = way.split("#");
    if (path.startsWith("/help/pictures/"))
      return existsSync(join(clone, "docs/guide/pictures", path.slice(15))) ? [] : [way];
    if (/^\/help\/(?:zh|en)\/search$/.test(path.split("?")[0] ?? "")) return [];
    const target = pages.get(path === "" ? at : path);
    if (!target) return [way];
    const found =
      anchor === undefined || ["content", "contents"].includes(anchor) || target.html.includes(`id="${anchor}"`);
    return found ? [] : [way];
  });
}

test("every link of every page leads to a page and, where it names one, to a part of it", () => {
  expect(all.length).toBeGreaterThan(2 * codes.length);
  expect(
    all.flatMap((page) => deadWays(framePage(pages, page).body, page.address).map((way) => `${page.address}: ${way}`)),
  ).toEqual([]);
  expect(deadWays('<a href="/help/zh/guide/gone">', "")).toEqual(["/help/zh/guide/gone"]);
  expect(deadWays('<a href="/help/zh/guide/secretary#gone">', "")).toHaveLength(1);
});

test("every chapter of the two shelves is in the contents, and all the contents are there", () => {
  for (const shelf of ["guide", "operate"] as const) {
    const files = readdirSync(join(clone, "docs", shelf)).filter((file) => file.endsWith(".md"));
    expect(files.sort()).toEqual(contents[shelf].map((name) => `${name}.md`).sort());
  }
});

test("every chapter has a title, and each page exists in both languages", () => {
  expect(all.filter(({ title }) => title === "")).toEqual([]);
  const inChinese = all.filter(({ language }) => language === "zh").map(({ address }) => address);
  const inEnglish = all.filter(({ language }) => language === "en").map(({ address }) => address.replace("/en", "/zh"));
  expect(inEnglish.sort()).toEqual(inChinese.sort());
});

test("a translation has the headings of its original, and answers to their anchors", () => {
  const chapters = all.filter(({ address }) => /^\/help\/en\/(?:guide|operate)\//.test(address));
  expect(chapters.length).toBeGreaterThan(12);
  for (const { address, headings, html } of chapters) {
    const original = pages.get(address.replace("/en/", "/zh/"))?.headings ?? [];
    expect(
      headings.map(({ depth }) => depth),
      address,
    ).toEqual(original.map(({ depth }) => depth));
    expect(
      original.filter(({ anchor }) => !html.includes(`id="${anchor}"`)),
      address,
    ).toEqual([]);
  }
});

describe("the page of a refusal", () => {
  test("is there for each code, in both languages, with what happened, what to do and who can help", () => {
    expect(codes.length).toBeGreaterThan(600);
    for (const code of codes) {
      for (const language of ["zh", "en"] as const) {
        const page = pages.get(`/help/${language}/errors/${code}`);
        expect(
          page?.html.match(/<h2>[^<]+<\/h2><p>[^<]{2,}<\/p>/g)?.length,
          `${language} ${code}`,
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });
  test("shows places for values as dots, never as braces", () => {
    const braces = all.filter(({ html, address }) => address.includes("/errors/") && /\{\w+\}/.test(html));
    expect(braces.map(({ address }) => address)).toEqual([]);
    expect(en["password.too_short"]).toContain("{minimum}");
  });
});

test("a search finds every word in headings before text, and says what it found", () => {
  const { body } = frameSearch(pages, "zh", "零报告");
  expect(body).toMatch(/<mark>零报告<\/mark>/);
  expect(body).toContain('value="零报告"');
  expect(frameSearch(pages, "zh", "没有这样的词儿").body).toContain("没有找到");
  expect(frameSearch(pages, "en", " ").body).toContain("Type a word");
});

test("what a reader types or a chapter holds never becomes part of the page", () => {
  const { body } = frameSearch(pages, "zh", '"><script>alert(1)</script>');
  expect(body).not.toContain("<script");
  expect(all.filter(({ html }) => /<script|<iframe|\son\w+=|javascript:/i.test(html))).toEqual([]);
});

test("a page that isn't there says so, with the contents beside it", () => {
  expect(frameMissing(pages, "zh").body).toContain("没有这一页");
});

test("each page stays small enough for a weak line on a phone", () => {
  const sizes = all.map((page) => ({
    page: page.address,
    kilobytes: Buffer.byteLength(framePage(pages, page).body) / 1024,
  }));
  expect(sizes.filter(({ kilobytes }) => kilobytes > 250)).toEqual([]);
});

test("documents that aren't served are no links in the guide", () => {
  expect(addressOf("../../server/schema.sql", "docs/operate/database.md", "zh")).toBeNull();
  expect(addressOf("../operate/audit.md#verify", "docs/guide/administrators.md", "en")).toBe(
    "/help/en/operate/audit#verify",
  );
  expect(addressOf("../../operate/en/audit.md", "docs/guide/en/administrators.md", "en")).toBe(
    "/help/en/operate/audit",
  );
  expect(addressOf("pictures/board.webp", "docs/guide/leader.md", "zh")).toBe("/help/pictures/board.webp");
});
