import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import type { CellObject } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../testing/workbooks.ts";
import { type Cell, codeOf, dateOf, decimalOf, type Reading, textOf } from "./cells.ts";
import { readWorkbook, type Sheet } from "./read-workbook.ts";

async function sheetsOf(bytes: Buffer): Promise<Sheet[]> {
  const sheets = await readWorkbook(bytes);
  if (isRefusal(sheets)) throw new Error(sheets.code);
  return sheets;
}
const only = async (cell: string | number | CellObject, how: (cell: Cell) => Reading): Promise<string | null> => {
  const [sheet] = await sheetsOf(workbookOf({ 数据: [["数值"], [cell, "x"]] }));
  const read = how(sheet?.rows[0]?.cell(0) as Cell);
  return "value" in read ? read.value : read.code;
};
const text = (cell: Cell) => textOf(cell, 20);
const code = (cell: Cell) => codeOf(cell, 20);
const day: Pick<CellObject, "t" | "z"> = { t: "n", z: "yyyy-mm-dd" };

test("cells are named by sheet and address, and blank rows are left out", async () => {
  const [sheet] = await sheetsOf(
    workbookOf({
      考核表: [
        ["编码", "数值"],
        ["a", 1],
        [null, " "],
        ["b", 2],
      ],
    }),
  );
  expect(sheet?.name).toBe("考核表");
  expect(sheet?.heading.map(({ address }) => address)).toEqual(["考核表!A1", "考核表!B1"]);
  expect(sheet?.rows.map((row) => row.cell(1).address)).toEqual(["考核表!B2", "考核表!B4"]);
  expect(sheet?.rows[0]?.cell(9)).toEqual({ address: "考核表!J2", content: { form: "blank" } });
});

describe("a number", () => {
  test.each([
    [12.5, "12.5"],
    [-0.01, "-0.01"],
    [123456789012.125, "123456789012.125"],
    ["0012.50", "0012.50"],
    [" 7 ", "7"],
  ])("%s is taken as it stands", async (cell, wanted) => {
    expect(await only(cell, decimalOf)).toBe(wanted);
  });

  test.each<[string | number | CellObject, string]>([
    [{ t: "n", v: Number("12345678901234567") }, "workbook.cell.too_precise"],
    [0.1 + 0.2, "workbook.cell.too_precise"],
    [1e21, "workbook.cell.too_precise"],
    [1e-7, "workbook.cell.too_precise"],
    ["１２", "workbook.cell.full_width"],
    ["12．5", "workbook.cell.full_width"],
    ["1,200", "workbook.cell.not_a_number"],
    ["12起", "workbook.cell.not_a_number"],
    ["1e5", "workbook.cell.not_a_number"],
    ["0x10", "workbook.cell.not_a_number"],
    ["1234567890123", "workbook.cell.not_a_number"],
    [{ t: "b", v: true }, "workbook.cell.true_or_false"],
    [{ t: "e", v: 0x2a }, "workbook.cell.error"],
    [{ t: "n", v: 5, f: "2+3" }, "workbook.cell.formula"],
    [{ ...day, v: 46086 }, "workbook.cell.not_a_number"],
  ])("%j is refused", async (cell, wanted) => {
    expect(await only(cell, decimalOf)).toBe(wanted);
  });
});

describe("a day", () => {
  test.each<[string | CellObject, string]>([
    ["2026-03-05", "2026-03-05"],
    ["2026/3/5", "2026-03-05"],
    [{ ...day, v: 46086 }, "2026-03-05"],
    [{ ...day, v: 46081 }, "2026-02-28"],
    [{ ...day, v: 61 }, "1900-03-01"],
  ])("%j is taken", async (cell, wanted) => {
    expect(await only(cell, dateOf)).toBe(wanted);
  });

  test.each<[string | number | CellObject, string]>([
    ["2026-02-30", "workbook.cell.date_not_in_calendar"],
    ["2025-02-29", "workbook.cell.date_not_in_calendar"],
    ["2026-13-01", "workbook.cell.date_not_in_calendar"],
    ["2026-3/5", "workbook.cell.not_a_date"],
    ["3月5日", "workbook.cell.not_a_date"],
    ["05.03.2026", "workbook.cell.not_a_date"],
    ["２０２６-03-05", "workbook.cell.full_width"],
    [46086, "workbook.cell.not_a_date"],
    [{ ...day, v: 46086.5 }, "workbook.cell.has_time"],
    [{ ...day, v: 59 }, "workbook.cell.date_not_in_calendar"],
  ])("%j is refused", async (cell, wanted) => {
    expect(await only(cell, dateOf)).toBe(wanted);
  });

  test("of a workbook that counts from 1904 is the same day", async () => {
    const cell: CellObject = { ...day, v: 46086 - 1462 };
    const bytes = workbookOf({ 数据: [["日期"], [cell]] }, {}, { Workbook: { WBProps: { date1904: true } } });
    const [sheet] = await sheetsOf(bytes);
    expect(dateOf(sheet?.rows[0]?.cell(0) as Cell)).toEqual({ value: "2026-03-05" });
  });
});

describe("a text", () => {
  test("keeps its lines, its full-width letters and what begins like a formula", async () => {
    expect(await only("第一行\n第二行", text)).toBe("第一行\n第二行");
    expect(await only("ＡＢＣ１", text)).toBe("ＡＢＣ１");
    expect(await only("'=第一支部", text)).toBe("=第一支部");
    expect(await only("'引号", text)).toBe("'引号");
  });

  test("is refused with invisible characters, or too long; a code with full-width digits too", async () => {
    expect(await only("a\u200bb", text)).toBe("workbook.cell.control_characters");
    expect(await only("a\u202eb", text)).toBe("workbook.cell.control_characters");
    expect(await only("长".repeat(21), text)).toBe("workbook.cell.too_long");
    expect(await only("ZB-０1", code)).toBe("workbook.cell.full_width");
    expect(await only("ZB-01", code)).toBe("ZB-01");
  });
});

describe("what a reader of the sheet doesn't see is not taken", () => {
  const rows = [
    ["编码", "数值"],
    ["a", 1],
    ["b", 2],
  ];
  const problemsOf = async (extra: Parameters<typeof workbookOf>[1], book = {}) =>
    (await sheetsOf(workbookOf({ 数据: rows }, extra, book))).flatMap((sheet) =>
      sheet.rows.flatMap((row) =>
        [row.cell(0), row.cell(1)].flatMap(({ address, content }) =>
          content.form === "bad" ? [`${address} ${content.code}`] : [],
        ),
      ),
    );

  test("hidden rows, columns and sheets", async () => {
    expect(await problemsOf({ 数据: { "!rows": [{}, {}, { hidden: true }] } })).toEqual([
      "数据!A3 workbook.cell.hidden",
      "数据!B3 workbook.cell.hidden",
    ]);
    expect(await problemsOf({ 数据: { "!cols": [{}, { hidden: true }] } })).toEqual([
      "数据!B2 workbook.cell.hidden",
      "数据!B3 workbook.cell.hidden",
    ]);
    expect(await problemsOf({}, { Workbook: { Sheets: [{ Hidden: 1 }] } })).toHaveLength(4);
  });

  test("merged cells, at their first one", async () => {
    const merge = { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } };
    expect(await problemsOf({ 数据: { "!merges": [merge] } })).toEqual(["数据!B2 workbook.cell.merged"]);
  });
});

test("too many rows are refused as a whole", async () => {
  const rows = Array.from({ length: 20_001 }, (_, at) => [String(at)]);
  expect(await readWorkbook(workbookOf({ 数据: [["编码"], ...rows] }))).toMatchObject({
    code: "workbook.too_many_rows",
  });
  expect(isRefusal(await readWorkbook(workbookOf({ 数据: rows })))).toBe(false);
});
