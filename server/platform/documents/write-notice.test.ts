import { expect, test } from "vitest";
import { unzipped } from "../../testing/unzipped.ts";
import { endOf, imprintFollowsText } from "./notice-pages.ts";
import type { OfficialNotice } from "./official-notice.ts";
import { writeNotice } from "./write-notice.ts";

const notice: OfficialNotice = {
  title: "关于2026年10月党建责任落实情况的通报",
  mark: "草稿",
  issuer: "中共某集团有限公司委员会",
  number: "某党建〔2026〕12号",
  recipient: "各党总支、各党支部：",
  blocks: [
    { kind: "paragraph", text: "现通报如下。" },
    { kind: "heading", text: "一、总体情况" },
    { kind: "table", columns: [{ heading: "类型", share: 100 }], rows: [{ cells: ["主题党日"] }] },
    { kind: "signature", text: "2026年11月5日" },
  ],
  imprint: { copies: "抄送：集团领导。", issuer: "中共某集团有限公司委员会", date: "2026年11月5日印发" },
  proof: "审计链第 7 号签名：abcd",
};

async function partsOf(of: OfficialNotice) {
  const parts = await unzipped(await writeNotice(of));
  return { parts, body: parts.get("word/document.xml") ?? "" };
}
/** The paragraph that begins with a text. */
const paragraphWith = (body: string, text: string) => {
  const end = body.indexOf(`>${text}`);
  expect(end, text).toBeGreaterThan(0);
  return body.slice(body.lastIndexOf("<w:p>", end), end);
};

test("text: 3 号仿宋 on lines of exactly 28.95 pt, 28 characters wide, no widow control, no grid", async () => {
  const { body } = await partsOf(notice);
  const text = paragraphWith(body, "现通报如下");
  expect(text).toContain('<w:spacing w:line="579" w:lineRule="exact"/>');
  expect(text).toContain('<w:widowControl w:val="false"/>');
  expect(text).toContain('w:eastAsia="仿宋_GB2312"');
  expect(text).toContain('<w:sz w:val="32"/>');
  expect(text).toContain('<w:spacing w:val="-5"/>');
  expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(body).toContain('<w:pgSz w:w="11906" w:h="16838"');
  expect(body).not.toContain("<w:docGrid w:type");
});

test("above it the issuer in red 35 mm below the margin, the number, a red rule, the title, the recipient", async () => {
  const { body } = await partsOf(notice);
  const issuer = paragraphWith(body, "中共某集团");
  expect(issuer).toContain('w:before="1984"');
  expect(issuer).toContain('<w:color w:val="E00000"/>');
  expect(paragraphWith(body, "某党建〔2026〕12号")).toMatch(
    /<w:bottom w:val="single" w:color="E00000" w:sz="12" w:space="11"/,
  );
  const order = ["中共某集团", "某党建〔", "关于2026年10月", "各党总支、", "现通报", "一、总体", "2026年11月5日"];
  const places = order.map((text) => body.indexOf(`>${text}`));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("every page says that it is a draft, and its number stands outside", async () => {
  const { parts } = await partsOf(notice);
  const texts = (kind: string) => [...parts].filter(([name]) => name.startsWith(`word/${kind}`)).map(([, xml]) => xml);
  // Odd and even pages, and those of the 版记 once more where it stands apart.
  expect(texts("header")).toHaveLength(4);
  for (const header of texts("header")) expect(header).toContain("草稿");
  expect(
    texts("footer")
      .map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])
      .sort(),
  ).toEqual(["left", "left", "right", "right"]);
});

test("版记 stands at the foot of the page between rules of 0.35 and 0.25 mm", async () => {
  const { body } = await partsOf(notice);
  const [copies, printed] = [paragraphWith(body, "抄送："), body.slice(body.lastIndexOf("<w:p>"))];
  for (const paragraph of [copies, printed]) {
    expect(paragraph).toMatch(
      /<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"|<w:framePr [^>]*w:yAlign="bottom"[^>]*w:vAnchor="margin"/,
    );
  }
  expect(copies).toMatch(/<w:top w:val="single" [^>]*w:sz="8"/);
  expect(printed).toMatch(/<w:top w:val="single" [^>]*w:sz="6"/);
  expect(printed).toMatch(/<w:bottom w:val="single" [^>]*w:sz="8"/);
});

test("what is empty leaves no line: number, recipient, copies, proof", async () => {
  const { body } = await partsOf({
    ...notice,
    number: "",
    recipient: "",
    proof: "",
    imprint: { ...notice.imprint, copies: "" },
  });
  for (const text of ["某党建〔", "各党总支、", "抄送", "审计链"]) expect(body).not.toContain(text);
  expect(body).toContain('w:color="E00000" w:sz="12"');
});

const ofLines = (lines: number): OfficialNotice => ({
  ...notice,
  proof: "",
  blocks: [{ kind: "paragraph", text: "责".repeat(28 * lines - 10) }],
});

test("版记 stands on an even page: with the text where that ends on one, else on the next one by itself", async () => {
  const apart = async (of: OfficialNotice) => (await partsOf(of)).body.includes('<w:type w:val="evenPage"/>');
  // The head of the first page takes about half of it.
  expect(await apart(ofLines(3))).toBe(true);
  expect(await apart(ofLines(22))).toBe(false);
  expect(await apart(ofLines(42))).toBe(true);
  expect(await apart(ofLines(66))).toBe(false);
});

test("where another program might break the page elsewhere, the even page is made sure of", async () => {
  const kept = [];
  for (let lines = 1; lines <= 66; lines += 1) if (imprintFollowsText(ofLines(lines))) kept.push(lines);
  for (const lines of kept) {
    const { page, down } = endOf(ofLines(lines), 28);
    expect(page % 2, String(lines)).toBe(0);
    expect(down / 579, String(lines)).toBeGreaterThan(1);
    expect(down / 579, String(lines)).toBeLessThan(20);
  }
  expect(kept.length).toBeGreaterThan(20);
});
