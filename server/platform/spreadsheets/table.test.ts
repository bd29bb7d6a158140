import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { readIdentityNumber } from "@dutyloop/domain/organization/identity-number.ts";
import type { CellObject } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { workbookOf } from "../../testing/workbooks.ts";
import { FaultList } from "./fault-list.ts";
import { readWorkbook, rosterLimits } from "./read-workbook.ts";
import { cleared, readTable, type TableColumn } from "./table.ts";

type Key = "number" | "name" | "sex" | "identity" | "phone" | "bornOn";
const columns: readonly TableColumn<Key>[] = [
  { key: "number", heading: "人员编号", required: true, kind: { of: "code" } },
  { key: "name", heading: "姓名", required: true, kind: { of: "text", most: 40 } },
  {
    key: "sex",
    heading: "性别",
    required: false,
    kind: {
      of: "choice",
      choices: new Map([
        ["男", "M"],
        ["女", "F"],
      ]),
    },
  },
  {
    key: "identity",
    heading: "身份证号",
    required: false,
    kind: { of: "identity", isIdentityNumber: (text) => readIdentityNumber(text) !== null },
  },
  { key: "phone", heading: "手机", required: false, kind: { of: "telephone" } },
  { key: "bornOn", heading: "出生日期", required: false, kind: { of: "date" } },
];
const headings = columns.map(({ heading }) => heading);
type Given = Parameters<typeof workbookOf>[0][string][number][number];

async function tableOf(bytes: Buffer) {
  const sheets = await readWorkbook(bytes, rosterLimits);
  if (isRefusal(sheets) || sheets[0] === undefined) throw new Error("The workbook wasn't read");
  const faults = new FaultList();
  const rows = [...readTable(sheets[0], columns, faults)];
  return { rows: rows.filter(({ spoilt }) => !spoilt), faults: faults.kept };
}
const rowsOf = (rows: readonly (readonly Given[])[], extra = {}, heads: readonly string[] = headings) =>
  tableOf(workbookOf({ 人员: [heads, ...rows] }, { 人员: extra }));
const right = ["R1", "甲", "男", "11010519491231002X", "13800000001", "1949-12-31"];

test("a row is taken by its headings, in whatever order they stand, and blank rows are passed over", async () => {
  const { rows, faults } = await rowsOf(
    [
      ["甲", "R1"],
      [" ", null],
      ["乙", "R2"],
    ],
    {},
    ["姓名", "人员编号"],
  );
  expect(faults).toEqual([]);
  expect(rows.map(({ values, address }) => [values.number, values.name, values.phone, address("name")])).toEqual([
    ["R1", "甲", null, "人员!A2"],
    ["R2", "乙", null, "人员!A4"],
  ]);
});

test("full-width digits of codes and days are narrowed; a name keeps what begins like a formula", async () => {
  const { rows, faults } = await rowsOf([["Ｒ１－２", "=甲", null, null, null, "２０２６-03－05"]]);
  expect(faults).toEqual([]);
  expect(rows[0]?.values).toMatchObject({ number: "R1-2", name: "=甲", bornOn: "2026-03-05" });
});

test("（清空） clears what may be blank and nothing else", async () => {
  const { rows } = await rowsOf([["R1", "甲", "（清空）", "（清空）"]]);
  expect(rows[0]?.values).toMatchObject({ sex: cleared, identity: cleared, phone: null });
  const { faults } = await rowsOf([["（清空）", "甲"]]);
  expect(faults.map(({ path, code }) => [path, code])).toEqual([["人员!A2", "workbook.cell.not_a_code"]]);
});

describe("a bad cell is named by its address, and its row isn't taken", () => {
  test.each<[string, number, Given, string]>([
    ["no number", 0, null, "request.field.missing"],
    ["a code with a blank", 0, "R 1", "workbook.cell.not_a_code"],
    ["a code that begins like a formula", 0, "＝R1", "workbook.cell.not_a_code"],
    ["a formula", 1, { t: "s", v: "甲", f: 'A1&"甲"' }, "workbook.cell.formula"],
    ["a name too long", 1, "长".repeat(41), "workbook.cell.too_long"],
    ["another word", 2, "男性", "workbook.cell.not_a_choice"],
    ["an identity number kept as a figure", 3, Number("110105194912310020"), "workbook.cell.too_precise"],
    ["fifteen digits kept as a figure", 3, 110105491231002, "workbook.cell.not_text"],
    ["full-width digits of an identity number", 3, "１１0105194912310029", "workbook.cell.full_width"],
    ["a wrong check digit", 3, "110105194912310021", "workbook.cell.not_an_identity_number"],
    ["ten digits", 4, "1380000000", "workbook.cell.not_a_telephone_number"],
    ["30 February", 5, "2026-02-30", "workbook.cell.date_not_in_calendar"],
    ["words for a day", 5, "去年", "workbook.cell.not_a_date"],
  ])("%s", async (_name, place, given, code) => {
    const row: Given[] = [...right];
    row[place] = given;
    const { rows, faults } = await rowsOf([right, row]);
    expect(rows).toHaveLength(1);
    expect(faults.map((fault) => [fault.path, fault.code])).toEqual([[`人员!${"ABCDEF"[place]}3`, code]]);
  });

  test("merged cells and hidden rows", async () => {
    const merge = { s: { r: 1, c: 1 }, e: { r: 2, c: 1 } };
    const merged = await rowsOf([right, right], { "!merges": [merge] });
    expect(merged.faults.map(({ path, code }) => `${path} ${code}`)).toEqual(["人员!B2 workbook.cell.merged"]);
    const hidden = await rowsOf([["R1", "甲"]], { "!rows": [{}, { hidden: true }] });
    expect(hidden.faults.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "人员!A2 workbook.cell.hidden",
      "人员!B2 workbook.cell.hidden",
    ]);
  });

  test("headings that nobody knows or that stand twice, and a needed one that isn't there", async () => {
    const { faults } = await rowsOf([["R1", "甲", "x", "y"]], {}, ["人员编号", "姓名", "工号", "姓名"]);
    const missingHere = "性别、身份证号、手机、出生日期";
    expect(faults.map(({ path, code, values }) => [path, code, values.missing])).toEqual([
      ["人员!C1", "workbook.column_misnamed", missingHere],
      ["人员!D1", "workbook.column_misnamed", missingHere],
    ]);
    const more = await rowsOf([[...right, "x"]], {}, [...headings, "工号"]);
    expect(more.faults.map(({ path, code }) => [path, code])).toEqual([["人员!G1", "workbook.column_unknown"]]);
    const { rows, faults: missing } = await rowsOf([["甲"]], {}, ["姓名"]);
    expect([rows, missing.map(({ values }) => values)]).toEqual([[], [{ sheet: "人员", column: "人员编号" }]]);
  });
});

test("all wrong cells of a long sheet are found", async () => {
  const day: CellObject = { t: "n", v: 46086, z: "yyyy-mm-dd" };
  const rows = Array.from({ length: 5000 }, (_, at): Given[] =>
    at % 50 === 7 ? [`R${at}`, "甲", "无", null, "1", "2026-02-30"] : [`R${at}`, "甲", "女", null, null, day],
  );
  const table = await rowsOf(rows);
  expect([table.rows.length, table.faults.length]).toEqual([4900, 300]);
});
