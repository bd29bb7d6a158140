import { expect, test } from "vitest";
import { paperBlocks } from "./paper-blocks.ts";

const file = (mediaType: string, size: number) => ({ fileId: "a".repeat(64), mediaType, size });
const paper = (zh: string, kept: { fileId: string | null; mediaType: string | null; size: number | null }) => ({
  code: zh,
  name: { zh, en: `${zh} en` },
  ...kept,
});
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

test("papers are listed by name with what they are kept as, photographs by their number", () => {
  const materials = [
    paper("会议通知", file("application/pdf", 40_000)),
    paper("审查意见", file(word, 3_000_000)),
    paper("议题单", { fileId: null, mediaType: null, size: null }),
  ];
  const files = [{ id: "b".repeat(64), mediaType: "image/jpeg", size: 1 }];
  const record = { materials, files } as unknown as Parameters<typeof paperBlocks>[0];
  expect(paperBlocks(record, "zh")).toEqual([
    {
      kind: "table",
      columns: [
        { heading: "材料", share: 56 },
        { heading: "形式", share: 26 },
        { heading: "大小", share: 18 },
      ],
      rows: [
        { cells: ["会议通知", "PDF", "40 KB"] },
        { cells: ["审查意见", "Word 文档", "2.9 MB"] },
        { cells: ["议题单", "纸质留存", "—"] },
      ],
    },
    { kind: "paragraph", text: "另有照片 1 张。" },
  ]);
  expect(paperBlocks({ ...record, materials: [], files: [] }, "en")).toEqual([]);
});
