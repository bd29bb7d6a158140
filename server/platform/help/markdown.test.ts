import { expect, test } from "vitest";
import { renderChapter } from "./markdown.ts";

const asIs = (href: string) => href;

test("headings have anchors, twice the same heading has two", () => {
  const { html, headings, title } = renderChapter("# 书记：记一次 `纪实`\n\n## 提交\n\n一\n\n## 提交\n\n二", asIs);
  expect(title).toBe("书记：记一次 纪实");
  expect(headings.map(({ anchor }) => anchor)).toEqual(["书记记一次-纪实", "提交", "提交-1"]);
  expect(html).toContain('<h2 id="提交-1">');
});

test("HTML in a chapter is shown as text", () => {
  const { html } = renderChapter("# a\n\n<script>alert(1)</script>\n\nx <b onclick=y>z</b>", asIs);
  expect(html).not.toMatch(/<script|<b /);
  expect(html).toContain("&#60;script&#62;");
});

test("a link without an address stays as its words", () => {
  expect(renderChapter("[schema](schema.sql)", () => null).html).toBe("<p>schema</p>\n");
  expect(renderChapter("[a](b.md)", () => "/help/zh/b?x=1&y").html).toContain('href="/help/zh/b?x=1&#38;y"');
});

test("Chinese lines that the source breaks read on without a blank; English ones keep it", () => {
  expect(renderChapter("得分随之重算，\n旧版本保留", asIs).html).toBe("<p>得分随之重算，旧版本保留</p>\n");
  expect(renderChapter("one\ntwo", asIs).html).toBe("<p>one\ntwo</p>\n");
});

test("wide tables and listings scroll by themselves and can be reached by the keyboard", () => {
  const { html } = renderChapter("| a | b |\n|---|---|\n| 1 | `<x>` |\n\n```\nnpm start\n```", asIs);
  expect(html).toContain('<div class="wide" tabindex="0"><table>');
  expect(html).toContain("<td><code>&lt;x&gt;</code></td>");
  expect(html).toContain('<pre tabindex="0"><code>npm start');
});

test("a picture has its words, its size and leads to itself", () => {
  const { html } = renderChapter('![得分说明书](pictures/score.webp "1440x900")', (href) => `/help/${href}`);
  expect(html).toContain('<img src="/help/pictures/score.webp" alt="得分说明书" width="1440" height="900">');
  expect(html).toContain('<a class="picture" href="/help/pictures/score.webp">');
});

test("a chapter is cut into parts that can be found, with their words", () => {
  const { parts } = renderChapter("# 书记\n\n前言\n\n## 提交\n\n**一** & 二", asIs);
  expect(parts).toEqual([
    { anchor: "书记", title: "书记", text: "前言" },
    { anchor: "提交", title: "提交", text: "一 & 二" },
  ]);
});
