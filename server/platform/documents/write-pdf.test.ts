import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { OfficialDocument } from "./write-document.ts";
import { writePdf } from "./write-pdf.ts";

const rowOf = (n: number) => ({ cells: [`第${n}次主题党日`, "10"] });
const document = (rows: { cells: string[] }[], text = "三会一课按时开展。"): OfficialDocument => ({
  title: "党支部工作手册",
  blocks: [
    { kind: "heading", text: "一、基本情况" },
    { kind: "paragraph", text },
    {
      kind: "table",
      columns: [
        { heading: "活动", share: 70 },
        { heading: "实到", share: 30, align: "right" },
      ],
      rows,
    },
    { kind: "signature", text: "2026年3月31日" },
  ],
});

/** Each page as the texts shown on it, in the order they were drawn, with their height above the foot of the page. */
async function pagesOf(of: OfficialDocument): Promise<{ text: string; y: number }[][]> {
  const bytes = await writePdf(of);
  const file = bytes.toString("latin1");
  const objects = new Map<number, { head: string; data: string }>();
  for (const [, id, rest] of file.matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [head = "", stream] = (rest as string).split("\nstream\n");
    const raw = Buffer.from((stream ?? "").replace(/\nendstream$/, ""), "latin1");
    objects.set(Number(id), {
      head,
      data: head.includes("FlateDecode") ? inflateSync(raw).toString("latin1") : raw.toString("latin1"),
    });
  }
  const letters = new Map<string, Map<string, string>>();
  for (const [name, id] of [...objects.values()].flatMap(({ head }) =>
    [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, n, i]) => [n, i]),
  )) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(id))?.head ?? "")?.[1];
    letters.set(name as string, lettersOf(objects.get(Number(unicode))?.data ?? ""));
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(head));
  return pages.map(({ head }) => shownIn(objects.get(Number(/\/Contents (\d+)/.exec(head)?.[1]))?.data ?? "", letters));
}

function lettersOf(map: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from, , list] of map.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    [...(list as string).matchAll(/<([0-9a-f]*)>/g)].forEach(([, units], offset) => {
      const code = (Number.parseInt(from as string, 16) + offset).toString(16).padStart(4, "0");
      found.set(
        code,
        Buffer.from(units as string, "hex")
          .swap16()
          .toString("utf16le"),
      );
    });
  }
  return found;
}

function shownIn(content: string, letters: Map<string, Map<string, string>>): { text: string; y: number }[] {
  const shown: { text: string; y: number }[] = [];
  for (const [, matrix, font, codes] of content.matchAll(
    /1 0 0 1 ([-\d. ]+) Tm\n\/(F\d+) [\d.]+ Tf\n(?:[-\d.]+ Tc\n)?\[(.*?)\] TJ/gs,
  )) {
    const glyphs = [...(codes as string).matchAll(/<([0-9a-f]+)>/g)].flatMap(
      ([, hex]) => (hex as string).match(/.{4}/g) ?? [],
    );
    const text = glyphs.map((code) => letters.get(font as string)?.get(code) ?? "?").join("");
    shown.push({ text, y: Number((matrix as string).split(" ")[1]) });
  }
  return shown;
}

test("every word of the document can be found and copied in the PDF", async () => {
  const [page = []] = await pagesOf(document([rowOf(1)]));
  expect(page.map(({ text }) => text.trim()).filter((text) => text !== "")).toEqual([
    "党支部工作手册",
    "一、基本情况",
    "三会一课按时开展。",
    "活动",
    "实到",
    "第1次主题党日",
    "10",
    "2026年3月31日",
    "— 1 —",
  ]);
});

test("a table goes on with its head on every page, and no row is lost or cut", async () => {
  const pages = await pagesOf(document(Array.from({ length: 90 }, (_, n) => rowOf(n + 1))));
  expect(pages.length).toBeGreaterThan(2);
  const rows = pages.flatMap((page) => page.map(({ text }) => text).filter((text) => text.startsWith("第")));
  expect(rows).toEqual(Array.from({ length: 90 }, (_, n) => `第${n + 1}次主题党日`));
  for (const page of pages) expect(page.filter(({ text }) => text === "活动")).toHaveLength(1);
  for (const page of pages) for (const { text, y } of page) if (text.startsWith("第")) expect(y).toBeGreaterThan(99);
});

test("a row that is longer than a page goes on on the next one, with all of its text", async () => {
  const minutes = Array.from({ length: 900 }, (_, n) => `第${n}点意见。`).join("");
  const pages = await pagesOf(document([{ cells: [minutes, "10"] }]));
  const texts = pages.flatMap((page) => page.map(({ text }) => text.trim()));
  const shown = texts.filter((text) => !/^(活动|实到|10|— \d+ —)$/.test(text)).join("");
  expect(shown.match(/第\d+点意见。/g)).toHaveLength(900);
});

test("28 characters fill a line", async () => {
  const [page = []] = await pagesOf(document([], "党".repeat(26 + 28 + 3)));
  expect(page.filter(({ text }) => /^党+$/.test(text.trim())).map(({ text }) => text.trim().length)).toEqual([
    26, 28, 3,
  ]);
});

test("control characters have no shape and are left out", async () => {
  const [page = []] = await pagesOf(document([], "甲\u0000乙\u0007丙"));
  expect(page.map(({ text }) => text)).toContain("甲乙丙");
});
