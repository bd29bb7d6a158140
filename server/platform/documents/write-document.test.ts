import { expect, test } from "vitest";
import { unzipped } from "../../testing/unzipped.ts";
import { type OfficialDocument, writeDocument } from "./write-document.ts";

const document: OfficialDocument = {
  title: "得分说明书 <一>",
  blocks: [
    { kind: "heading", text: "一、得分情况" },
    { kind: "paragraph", text: "组织：第一\u0000党支部 & 其他" },
    {
      kind: "table",
      columns: [
        { heading: "指标", share: 60 },
        { heading: "得分", share: 40, align: "right" },
      ],
      rows: [
        { cells: ["合计", "92.42"], strong: true },
        { cells: ["出勤率", "28.42"], depth: 1 },
      ],
    },
    { kind: "signature", text: "2026-04-01 生成" },
  ],
};

async function partsOf(of: OfficialDocument) {
  const parts = await unzipped(await writeDocument(of));
  return { parts, body: parts.get("word/document.xml") ?? "" };
}

test("the page is that of an official document: A4, its margins, 22 lines, page numbers outside on both sides", async () => {
  const { parts, body } = await partsOf(document);
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(body).toMatch(
    /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="\d+" w:footer="1304"/,
  );
  // A grid would stretch the lines of tables; the exact height of each line gives 22 of them.
  expect(body).not.toContain("<w:docGrid w:type");
  expect(parts.get("word/settings.xml")).toContain("<w:evenAndOddHeaders");
  const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, xml]) => xml);
  expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1]).sort()).toEqual(["left", "right"]);
  for (const xml of footers) expect(xml).toMatch(/— .*PAGE.* —/s);
});

test("the title is 小标宋, headings 黑体 and the text 仿宋, 28 characters a line", async () => {
  const { body } = await partsOf(document);
  const faceOf = (text: string) =>
    [...body.slice(0, body.indexOf(`>${text}`)).matchAll(/w:eastAsia="([^"]+)"/g)].at(-1)?.[1];
  expect(faceOf("得分说明书 &lt;一&gt;")).toBe("方正小标宋简体");
  expect(faceOf("一、得分情况")).toBe("黑体");
  expect(faceOf("组织：")).toBe("仿宋_GB2312");
  expect(faceOf("28.42")).toBe("仿宋_GB2312");
  expect(body).toContain('<w:spacing w:val="-5"/>');
  expect(body).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
});

test("a table's head is repeated, no row is cut, and deeper lines stand further in", async () => {
  const { body } = await partsOf(document);
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(body).toContain('<w:ind w:left="200"/>');
  expect(body.match(/<w:gridCol w:w="(\d+)"\/>/g)).toHaveLength(2);
});

test("text is text: marks are escaped, and what XML can't hold is left out", async () => {
  const { body } = await partsOf(document);
  expect(body).toContain("得分说明书 &lt;一&gt;");
  expect(body).toContain("组织：第一党支部 &amp; 其他");
  expect(body).not.toContain("\u0000");
});
