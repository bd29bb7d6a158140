import { read } from "@e965/xlsx";
import fc from "fast-check";
import { expect, test } from "vitest";
import { neutralText, plainText } from "./neutral-text.ts";
import { writeWorkbook } from "./write-workbook.ts";

const columns = [
  { heading: "组织编码", width: 16 },
  { heading: "组织名称", width: 32 },
];

test("every cell is a text in text format, also the rows that are still blank", () => {
  const bytes = writeWorkbook([{ name: "数据", columns, rows: [["007", "一支部"]], blankRows: 2 }]);
  const sheet = read(bytes, { dense: true, cellNF: true }).Sheets.数据;
  const cells = sheet?.["!data"]?.flat() ?? [];
  expect(cells).toHaveLength(8);
  expect(cells.map((cell) => [cell?.t, cell?.z])).toEqual(Array(8).fill(["s", "@"]));
  expect(cells[2]?.v).toBe("007");
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1", "－1"])("%j is no formula", (name) => {
  const bytes = writeWorkbook([{ name: "数据", columns, rows: [["a", name]] }]);
  const cell = read(bytes, { dense: true }).Sheets.数据?.["!data"]?.[1]?.[1];
  expect(cell).toMatchObject({ t: "s", v: `'${name}` });
  expect(cell?.f).toBeUndefined();
});

test("whatever was neutralised comes back as it was", () => {
  fc.assert(fc.property(fc.string(), (text) => plainText(neutralText(text)) === text || text.startsWith("'")));
  expect(plainText(neutralText("=a"))).toBe("=a");
});
