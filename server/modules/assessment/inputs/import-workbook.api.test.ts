import { read } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { workbookOf, zipOf } from "../../../testing/workbooks.ts";

let group: AssessedGroup;
let data: Client;
let place: string;
beforeAll(async () => {
  group = await assessedGroup();
  place = await group.organization("EAST", { kind: "COMMITTEE", name: "=东部党委" });
  await group.organization("001", { parentId: place, name: "一支部" });
  await group.organization("002", { parentId: place, name: "-二支部" });
  await group.organization("ZB-09", { name: "别处支部" });
  data = await group.caller("data", "data_officer", place);
});
afterAll(() => group.close());

const heading = ["组织编码", "组织名称", "指标", "日期", "数值", "基数", "严重程度", "备注"];
type Rows = Parameters<typeof workbookOf>[0][string];
const book = (rows: Rows, receipts: Rows = [], extra = {}) =>
  workbookOf({ 数据: [heading, ...rows], 回执: [["组织编码", "组织名称"], ...receipts] }, extra);
const sending = (raw: unknown, over = {}) => ({
  params: { organizationId: place },
  query: { source: "safety", month: "2026-03", ...over },
  raw,
  headers: { "content-type": "application/octet-stream" },
});
const event = ["001", "一支部", "safety_events", "2026-03-05", "1", null, "一般", ""] as const;
const preview = async (raw: unknown) => {
  const before = await tableMarks(group.database.superUrl);
  const got = await data.ask("previewWorkbook", sending(raw));
  expect(await tableMarks(group.database.superUrl)).toEqual(before);
  return got;
};

describe("a file that can't be read is refused as a whole, by the preview and by the import", () => {
  const parts = ["[Content_Types].xml", "xl/workbook.xml"].map((name) => ({ name, bytes: Buffer.from(name) }));
  const zeros = { name: "xl/worksheets/sheet1.xml", bytes: Buffer.alloc(8 * 1024 * 1024) };
  test.each<[string, unknown, string]>([
    ["no file", Buffer.alloc(0), "workbook.empty"],
    ["a text", Buffer.from("组织编码,数值"), "workbook.not_xlsx"],
    ["a bomb", zipOf([...parts, zeros]), "workbook.bomb"],
    [
      "a workbook with a password",
      zipOf([...parts, { ...zeros, bytes: Buffer.from("x"), flags: 1 }]),
      "workbook.password_protected",
    ],
    ["an old .xls", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(99)]), "workbook.old_format"],
    ["eleven megabytes", Buffer.alloc(11 * 1024 * 1024), "workbook.too_large"],
    ["half a file", book([[...event]]).subarray(0, 900), "workbook.damaged"],
    ["parts that hold no workbook", zipOf(parts), "workbook.damaged"],
    ["a workbook of something else", workbookOf({ Sheet1: [heading] }), "workbook.sheet_missing"],
    ["a sheet without its columns", workbookOf({ 数据: [["组织编码", "数值"]] }), "workbook.column_missing"],
    ["a sheet with nothing on it", workbookOf({ 数据: [heading] }), "workbook.nothing_delivered"],
  ])("%s", async (_name, raw, code) => {
    await group.refused(data, "importWorkbook", sending(raw) as never, code);
    await group.refused(data, "previewWorkbook", sending(raw) as never, code);
  });

  test("figures that cross a red line, and a month that has not begun", async () => {
    const crossed = book([["001", null, "login_count", "2026-03-05", "1", null, null, null]]);
    const { values } = await group.refused(data, "importWorkbook", sending(crossed) as never, "measure.red_line");
    expect(values.rule).toMatch(/^[A-Z]+-\d+$/);
    const later = sending(book([[...event]]), { month: "2026-04" });
    await group.refused(data, "importWorkbook", later as never, "measure.month_in_future");
  });
});

describe("a wrong cell is named, and nothing of the file is taken in", () => {
  const row = (over: Record<number, Rows[number][number]>): Rows[number] =>
    [...event].map((value, at) => (at in over ? (over[at] ?? null) : value));
  test.each<[string, Rows[number], string, string]>([
    ["an unknown code", row({ 0: "099", 1: null }), "A3", "measure.organization_unknown"],
    ["an organisation elsewhere", row({ 0: "ZB-09", 1: null }), "A3", "measure.organization_unknown"],
    ["a code that lost its zeros", row({ 0: 2, 1: null }), "A3", "measure.organization_unknown"],
    ["no code", row({ 0: null }), "A3", "request.field.missing"],
    ["the name of another", row({ 0: "002", 1: "三支部" }), "B3", "measure.organization_name_differs"],
    ["a metric nobody reads", row({ 2: "safety" }), "C3", "measure.metric_unknown"],
    ["2026-02-30", row({ 3: "2026-02-30" }), "D3", "workbook.cell.date_not_in_calendar"],
    ["another month", row({ 3: "2026-02-28" }), "D3", "measure.outside_month"],
    ["a bare number for a day", row({ 3: 46086 }), "D3", "workbook.cell.not_a_date"],
    ["no day", row({ 3: null }), "D3", "request.field.missing"],
    ["sixteen digits", row({ 4: { t: "n", v: Number("12345678901234567") } }), "E3", "workbook.cell.too_precise"],
    ["full-width digits", row({ 4: "１" }), "E3", "workbook.cell.full_width"],
    ["a formula", row({ 4: { t: "n", v: 2, f: "1+1" } }), "E3", "workbook.cell.formula"],
    ["an error", row({ 4: { t: "e", v: 0x2a } }), "E3", "workbook.cell.error"],
    ["a unit in the number", row({ 4: "1起" }), "E3", "workbook.cell.not_a_number"],
    ["no number", row({ 4: null }), "E3", "request.field.missing"],
    ["a base of zero", row({ 5: "0" }), "F3", "measure.base_not_positive"],
    ["a finding without severity", row({ 2: "finding.overdue", 6: null }), "G3", "measure.severity_missing"],
    ["the same row twice", row({}), "E3", "measure.figure_twice"],
  ])("%s", async (_name, wrong, cell, code) => {
    const raw = book([[...event], wrong]);
    const { problems } = await group.refused(data, "importWorkbook", sending(raw) as never, "measure.wrong_entries");
    expect(problems?.map((problem) => [problem.path, problem.code])).toEqual([[`数据!${cell}`, code]]);
    const { errors, problems: previewed } = await preview(raw);
    expect([errors, previewed[0]?.path, previewed[0]?.code]).toEqual([1, `数据!${cell}`, code]);
  });

  test("merged cells, hidden rows and a column nobody knows", async () => {
    const merge = { s: { r: 2, c: 6 }, e: { r: 2, c: 7 } };
    const raw = book([[...event], ["002", null, "safety_events", "2026-03-06", "1"]], [], {
      数据: { "!merges": [merge], "!rows": [{}, { hidden: true }] },
    });
    const { problems } = await preview(raw);
    expect(problems.filter(({ path }) => /[AG]/.test(path)).map(({ path, code }) => `${path} ${code}`)).toEqual([
      "数据!A2 workbook.cell.hidden",
      "数据!G2 workbook.cell.hidden",
      "数据!G3 workbook.cell.merged",
    ]);
    const more = workbookOf({ 数据: [[...heading, "点赞数"], [...event]] });
    expect((await preview(more)).problems).toMatchObject([{ path: "数据!I1", code: "workbook.column_unknown" }]);
  });

  test("an unknown code on the sheet of receipts", async () => {
    const raw = book([[...event]], [["099"]]);
    const { problems } = await group.refused(data, "importWorkbook", sending(raw) as never, "measure.wrong_entries");
    expect(problems).toMatchObject([{ path: "回执!A2", code: "measure.organization_unknown" }]);
  });
});

describe("the template", () => {
  const template = async () => {
    const got = await data.call("downloadTemplate", {
      params: { organizationId: place },
      query: { source: "safety", month: "2026-03" },
    });
    expect(got.headers["content-type"]).toContain("spreadsheetml");
    expect(got.headers["content-disposition"]).toContain("safety-2026-03.xlsx");
    return read(got.bytes, { dense: true, cellNF: true });
  };
  const textsOf = (sheet: object | undefined) =>
    ((sheet as { "!data"?: { v?: unknown }[][] })?.["!data"] ?? []).map((row) => row.map(({ v }) => v));

  test("lists the group's metrics and the organisations in reach, no name of which is a formula", async () => {
    const { Sheets } = await template();
    expect(textsOf(Sheets.组织).slice(1)).toEqual([
      ["EAST", "'=东部党委"],
      ["001", "一支部"],
      ["002", "'-二支部"],
    ]);
    expect(textsOf(Sheets.指标).map(([code]) => code)).toEqual(
      expect.arrayContaining(["safety_events", "outage_hours"]),
    );
    expect(textsOf(Sheets.数据)[0]).toEqual(heading);
    expect(Sheets.数据?.["!data"]?.[5]?.[0]).toMatchObject({ t: "s", v: "", z: "@" });
  });

  test("sent back as it is reports nothing for anybody", async () => {
    const got = await data.call("downloadTemplate", {
      params: { organizationId: place },
      query: { source: "safety", month: "2026-03" },
    });
    await group.refused(data, "importWorkbook", sending(got.bytes) as never, "workbook.nothing_delivered");
  });
});

describe("a right workbook", () => {
  const raw = () =>
    book(
      [
        [...event],
        ["001", null, "safety_events", { t: "n", v: 46087, z: "yyyy/m/d" }, 2, null, "严重", "第二起"],
        ["EAST", "'=东部党委", "outage_hours", "2026/3/1", 0.25, "4", null, null],
      ],
      [
        ["002", "'-二支部"],
        ["001", "一支部"],
      ],
    );

  test("is previewed with what it would add, and nothing is written", async () => {
    expect(await preview(raw())).toEqual({
      deliveries: { added: 3, unchanged: 0 },
      figures: { added: 3, unchanged: 0 },
      afterClose: false,
      errors: 0,
      problems: [],
    });
  });

  test("is booked as a program's delivery would be, and the same file again changes nothing", async () => {
    const got = await data.ask("importWorkbook", sending(raw()));
    expect([got.deliveries, got.figures]).toEqual([
      { added: 3, unchanged: 0 },
      { added: 3, unchanged: 0 },
    ]);
    const facts = await group.query(
      "SELECT occurred_on::text AS day, quantity, base, attributes, details FROM fact ORDER BY quantity",
    );
    expect(facts).toEqual([
      {
        day: "2026-03-01",
        quantity: "0.25",
        base: "4",
        attributes: { metric: "outage_hours" },
        details: { source: "safety" },
      },
      {
        day: "2026-03-05",
        quantity: "1",
        base: null,
        attributes: { metric: "safety_events", severity: "general" },
        details: { source: "safety" },
      },
      {
        day: "2026-03-06",
        quantity: "2",
        base: null,
        attributes: { metric: "safety_events", severity: "serious" },
        details: { source: "safety", note: "第二起" },
      },
    ]);
    const again = await data.ask("importWorkbook", sending(raw()));
    expect([again.deliveries.added, again.figures]).toEqual([0, { added: 0, unchanged: 3 }]);
    const byProgram = {
      metric: "safety_events",
      occurredOn: "2026-03-05",
      quantity: "1.0",
      attributes: { severity: "general" },
    };
    const same = await data.ask("importMeasures", {
      params: { organizationId: place },
      body: { source: "safety", month: "2026-03", deliveries: [{ organizationCode: "001", figures: [byProgram] }] },
    });
    expect(same.figures).toEqual({ added: 0, unchanged: 1 });
    expect(await group.query("SELECT 1 FROM fact")).toHaveLength(3);
  });
});
