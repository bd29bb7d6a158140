import excel from "exceljs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { workbookOf, zipOf } from "../../../testing/workbooks.ts";
import { appointmentSheet, organizationSheet, personSheet } from "./roster-columns.ts";

type Rows = Parameters<typeof workbookOf>[0][string];
type Given = { 组织?: Rows; 人员?: Rows; 任职?: Rows };

let group: AssessedGroup;
/** A party affairs officer of the committee EAST only. */
let office: Client;
let place: string;
beforeAll(async () => {
  group = await assessedGroup();
  place = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  const branch = await group.organization("E1", { parentId: place });
  const team = await group.organization("E1G", { parentId: branch, kind: "GROUP" });
  const west = await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  const far = await group.organization("W1", { parentId: west, name: "西一" });
  const enter = async (organizationId: string, number: string, memberState: "FULL" | "PROBATIONARY", name: string) => {
    const body = { name, memberState, groupId: organizationId === branch ? team : null, validFrom: "2026-01-01" };
    const { personId } = await group.office.ask("admitPerson", {
      params: { organizationId },
      body: { ...body, number, exemptFromAttendance: false } as never,
    });
    return personId;
  };
  const first = await enter(branch, "P1", "FULL", "甲");
  await enter(branch, "P2", "PROBATIONARY", "乙");
  const hidden = await enter(far, "W9", "FULL", "西人");
  const keep = (personId: string, identityNumber: string, phone: string) =>
    group.office.ask("setPrivateFields", { params: { personId }, body: { identityNumber, phone } });
  await keep(first, "11010519491231002X", "13800000001");
  await keep(hidden, "440524188001010014", "13900000009");
  office = await group.caller("east", "party_affairs_officer", place);
});
afterAll(() => group.close());

const headings = {
  组织: organizationSheet.columns.map(({ heading }) => heading),
  人员: personSheet.columns.map(({ heading }) => heading),
  任职: appointmentSheet.columns.map(({ heading }) => heading),
};
const oldOffice = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const bookOf = (given: Given, extra = {}) =>
  workbookOf(
    Object.fromEntries(
      Object.entries(given).map(([name, rows]) => [name, [headings[name as keyof Given], ...(rows ?? [])]]),
    ),
    extra,
  );
const sending = (raw: Buffer) => ({
  params: { organizationId: place },
  raw,
  headers: { "content-type": "application/octet-stream" },
});
const preview = (raw: Buffer) => office.ask("previewRoster", sending(raw));
const faultsOf = async (raw: Buffer) => (await preview(raw)).problems.map(({ path, code }) => `${path} ${code}`);

const branch = (code: string, parent: string, from = "2026-01-01", to: string | null = null) => [
  code,
  `${code}支部`,
  "党支部",
  parent,
  null,
  from,
  to,
];
const person = (over: Record<number, string | number | null> = {}) =>
  Object.assign(
    ["N1", "丙", "男", null, null, null, "正式党员", "E1", null, "2026-02-01", null, null] as (
      | string
      | number
      | null
    )[],
    over,
  );

test("a right roster is counted by sheet, and nothing is written", async () => {
  const before = await tableMarks(group.database.superUrl);
  const raw = bookOf({
    组织: [branch("E2", "EAST"), ["E1", null], ["EAST", "东部片区党委"]],
    人员: [
      person({ 7: "E2" }),
      ["P1", "甲", null, "11010519491231002x", "13800000001", null, null, "E1", "E1G"],
      ["P2", null, "女"],
    ],
    任职: [
      ["N1", "E2", "书记", "2026-03-01"],
      ["P1", "E1G", "党小组组长", "2026-03-01"],
    ],
  });
  const { digest, fingerprint, rows, ...answer } = await preview(raw);
  expect(answer).toEqual({
    effectiveOn: "2026-03-01",
    closedMonth: null,
    sheets: [
      { name: "组织", added: 1, changed: 1, unchanged: 1, wrong: 0 },
      { name: "单位", added: 0, changed: 0, unchanged: 0, wrong: 0 },
      { name: "覆盖", added: 0, changed: 0, unchanged: 0, wrong: 0 },
      { name: "人员", added: 1, changed: 1, unchanged: 1, wrong: 0 },
      { name: "任职", added: 2, changed: 0, unchanged: 0, wrong: 0 },
    ],
    errors: 0,
    problems: [],
  });
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  expect(rows.map(({ sheet, row, outcome }) => `${sheet} ${row} ${outcome}`)).toEqual([
    "组织 2 added",
    "组织 4 changed",
    "人员 2 added",
    "人员 4 changed",
    "任职 2 added",
    "任职 3 added",
  ]);
  expect(await preview(raw)).toMatchObject({ digest, fingerprint });
  expect(await tableMarks(group.database.superUrl)).toEqual(before);
});

describe("every bad cell is named by its address", () => {
  test.each<[string, Given, string[]]>([
    ["an unknown superior", { 组织: [branch("N", "NOBODY")] }, ["组织!D2 import.organization_unknown"]],
    ["an organisation twice", { 组织: [branch("N", "EAST"), branch("N", "EAST")] }, ["组织!A3 import.twice"]],
    ["two superiors", { 组织: [branch("N", "EAST"), branch("N", "E1")] }, ["组织!D3 import.two_parents"]],
    [
      "a circle",
      { 组织: [branch("X", "Y"), branch("Y", "X")] },
      ["组织!D2 import.below_itself", "组织!D3 import.below_itself"],
    ],
    ["no such day", { 组织: [branch("N", "EAST", "2026-02-30")] }, ["组织!F2 workbook.cell.date_not_in_calendar"]],
    [
      "older than its superior",
      { 组织: [branch("N", "EAST", "2025-12-31")] },
      ["组织!F2 organization.older_than_parent"],
    ],
    [
      "longer than its superior",
      {
        组织: [
          ["K", "K", "党委", "EAST", null, "2026-01-01", "2026-06-30"],
          branch("N", "K", "2026-02-01", "2026-07-01"),
        ],
      },
      ["组织!G3 import.outlives_parent"],
    ],
    [
      "a live formula in a name",
      { 组织: [["N", "=1+1", "党支部", "EAST", null, "2026-01-01"]] },
      ["组织!B2 import.begins_like_formula"],
    ],
    [
      "one in a row with another bad cell",
      { 人员: [person({ 1: "=1+1", 4: "123" })] },
      ["人员!B2 import.begins_like_formula", "人员!E2 workbook.cell.not_a_telephone_number"],
    ],
    ["a full-width one", { 人员: [person({ 1: "＝1+1" })] }, ["人员!B2 import.begins_like_formula"]],
    [
      "an identity number kept as a figure",
      { 人员: [person({ 3: 110105194912310020 })] },
      ["人员!D2 workbook.cell.too_precise"],
    ],
    [
      "a wrong check digit",
      { 人员: [person({ 3: "110105194912310021" })] },
      ["人员!D2 workbook.cell.not_an_identity_number"],
    ],
    [
      "a kind nobody knows",
      { 组织: [["N", "N", "支部", "EAST", null, "2026-01-01"]] },
      ["组织!C2 workbook.cell.not_a_choice"],
    ],
    [
      "a person in two branches",
      {
        组织: [branch("E2", "EAST")],
        人员: [person(), person({ 7: "E2" })],
      },
      ["人员!H3 import.person_in_two_branches"],
    ],
    [
      "a member put into another branch",
      { 组织: [branch("E2", "EAST")], 人员: [["P1", null, null, null, null, null, null, "E2"]] },
      ["人员!H2 import.person_in_two_branches"],
    ],
    [
      "a 预备党员 as leader of a 党小组",
      { 任职: [["P2", "E1G", "党小组组长", "2026-03-01"]] },
      ["任职!A2 appointment.full_member_only"],
    ],
  ])("%s", async (_, given, expected) => {
    expect(await faultsOf(bookOf(given))).toEqual(expected);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "＋1", "－1", "＠1", " =1"])(
    "a name that begins like a formula: %j",
    async (name) => {
      expect(await faultsOf(bookOf({ 人员: [person({ 1: name })] }))).toEqual(["人员!B2 import.begins_like_formula"]);
    },
  );

  test("formulas, merged cells and hidden rows", async () => {
    const formula = { t: "s", v: "E1", f: 'A1&""' } as const;
    const computed = person().map((value, at) => (at === 7 ? formula : value));
    const raw = workbookOf(
      { 人员: [headings.人员, computed, person({ 0: "N2" }), person({ 0: "N3" })] },
      { 人员: { "!merges": [{ s: { r: 2, c: 1 }, e: { r: 2, c: 2 } }], "!rows": [{}, {}, {}, { hidden: true }] } },
    );
    expect(await faultsOf(raw)).toEqual([
      "人员!H2 workbook.cell.formula",
      "人员!B3 workbook.cell.merged",
      ...["A", "B", "C", "G", "H", "J"].map((column) => `人员!${column}4 workbook.cell.hidden`),
    ]);
  });

  test("a sheet, a column and a heading that don't belong there or are missing", async () => {
    const raw = workbookOf({ 组织: [["组织代码", "人数"]], 任职: [["人员编号"]], 其他: [["甲"]] });
    expect(
      (await preview(raw)).problems.map(({ path, code, values }) => [path, code, Object.values(values).at(-1)]),
    ).toEqual([
      [
        "组织!B1",
        "workbook.column_misnamed",
        "组织名称、组织类型、上级组织代码、考核类别、设立日期、终止日期、依托项目或任务、预计结束日期、批准文号",
      ],
      ["任职!A1", "workbook.column_missing", "组织代码"],
      ["任职!A1", "workbook.column_missing", "职务"],
      ["任职!A1", "workbook.column_missing", "任职日期"],
      ["其他!A1", "import.sheet_unknown", "其他"],
    ]);
  });

  test("a heading written another way: what wasn't found is named, and each row says which column it needs", async () => {
    const misnamed = headings.人员.map((heading) => (heading === "党支部代码" ? "支部编码" : heading));
    const { problems } = await preview(workbookOf({ 人员: [misnamed, person()] }));
    expect(problems.map(({ path, code, values }) => [path, code, values.missing ?? values.column])).toEqual([
      ["人员!H1", "workbook.column_misnamed", "党支部代码"],
      ["人员!A2", "workbook.column_missing", "党支部代码"],
    ]);
  });

  test("what refers to a bad row isn't wrong for that", async () => {
    const raw = bookOf({ 组织: [branch("E2", "EAST", "2026-02-30")], 人员: [person({ 7: "E2" })] });
    const { errors, sheets } = await preview(raw);
    expect([errors, sheets[0]?.wrong, sheets[3]?.added]).toEqual([1, 1, 1]);
  });

  test("only the first hundred are listed, all are counted", async () => {
    const { errors, problems } = await preview(
      bookOf({ 人员: Array.from({ length: 150 }, (_, at) => person({ 0: `M${at}`, 7: "NOBODY" })) }),
    );
    expect([errors, problems.length, problems[99]?.path]).toEqual([150, 100, "人员!H101"]);
  });
});

describe("organisations outside the caller's places", () => {
  test("are as unknown as what isn't there", async () => {
    const faults = async (code: string) =>
      (
        await preview(
          bookOf({
            组织: [branch("N", code), ["E1", null, null, code]],
            人员: [person({ 7: code })],
            任职: [["P1", code, "书记", "2026-03-01"]],
          }),
        )
      ).problems.map((problem) => JSON.stringify(problem).replaceAll(code, "?"));
    expect(await faults("W1")).toHaveLength(4);
    expect(await faults("W1")).toEqual(await faults("NOBODY"));
    expect(await faults("WEST")).toEqual(await faults("NOBODY"));
  });

  test("and their people can be neither changed nor appointed, and nothing of them is told", async () => {
    const got = await office.call(
      "previewRoster",
      sending(
        bookOf({
          组织: [["W1", "改名"], branch("WEST", "EAST")],
          人员: [["W9", "改名", null, null, "13900000001"], person({ 0: "N7", 2: null, 3: "440524188001010014" })],
          任职: [["W9", "E1", "书记", "2026-03-01"]],
        }),
      ),
    );
    const { sheets, problems, rows } = got.answer;
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual(
      expect.arrayContaining([
        "组织!A2 organization.code_taken",
        "组织!A3 organization.code_taken",
        "人员!A2 person.number_taken",
        "人员!D3 person.identity_number_taken",
      ]),
    );
    expect(sheets.map(({ added, changed, unchanged }) => added + changed + unchanged)).toEqual([0, 0, 0, 0, 1]);
    expect(JSON.stringify({ sheets, problems, rows })).not.toMatch(/西|139|44052/);
  });

  test("at another place the caller gets the answer for what isn't there", async () => {
    const params = { organizationId: group.rootId };
    await group.refused(office, "previewRoster", { ...sending(bookOf({ 组织: [] })), params }, "not_found");
    await group.refused(office, "rosterTemplate", { params }, "not_found");
  });

  test("with a grant on two places, a roster of one doesn't reach the other", async () => {
    const { problems } = await group.office.ask("previewRoster", sending(bookOf({ 组织: [branch("N", "WEST")] })));
    expect(problems).toMatchObject([{ path: "组织!D2", code: "import.organization_unknown" }]);
  });
});

test("a file that is no roster is refused", async () => {
  const other = workbookOf({ 数据: [["组织编码"]] });
  await group.refused(office, "previewRoster", sending(other), "workbook.sheet_missing");
  await group.refused(office, "previewRoster", sending(Buffer.from("组织,人员\n")), "workbook.not_xlsx");
});

test.each<[string, Buffer, string]>([
  ["nothing", Buffer.alloc(0), "workbook.empty"],
  ["an .xls", oldOffice, "workbook.old_format"],
  [
    "one with a password",
    Buffer.concat([oldOffice, Buffer.from("EncryptedPackage", "utf16le")]),
    "workbook.password_protected",
  ],
  ["half a file", bookOf({ 组织: [] }).subarray(0, 200), "workbook.damaged"],
  [
    "one that swells",
    zipOf(
      ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"].map((name) => ({
        name,
        bytes: Buffer.alloc(4 * 1024 * 1024),
      })),
    ),
    "workbook.bomb",
  ],
])("a file that can't be read is refused: %s", async (_, raw, code) => {
  await group.refused(office, "previewRoster", sending(raw), code);
});

describe("the template", () => {
  const got = () => office.call("rosterTemplate", { params: { organizationId: place } });
  const opened = async () => {
    const workbook = new excel.Workbook();
    await workbook.xlsx.load((await got()).bytes as never);
    return workbook;
  };

  test("has yellow heads that stay, examples, texts and lists to choose from", async () => {
    const workbook = await opened();
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["组织", "单位", "覆盖", "人员", "任职"]);
    const people = workbook.getWorksheet("人员");
    expect(people?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(people?.getCell("A1").fill).toMatchObject({ fgColor: { argb: "FFFFE699" } });
    expect(people?.getCell("D1").fill).not.toMatchObject({ fgColor: { argb: "FFFFE699" } });
    expect(JSON.stringify(people?.getCell("D1").note)).toContain("11010519491231002X");
    expect(people?.getColumn(4).numFmt).toBe("@");
    expect(people?.getCell("G2").dataValidation).toMatchObject({ type: "list" });
    expect(people?.getCell("G2").dataValidation.formulae[0]).toContain("预备党员");
  });

  test("sent back as it is changes nothing and has nothing wrong", async () => {
    const { sheets, errors } = await preview((await got()).bytes);
    const none = { added: 0, changed: 0, unchanged: 0, wrong: 0 };
    expect([errors, sheets]).toEqual([0, ["组织", "单位", "覆盖", "人员", "任职"].map((name) => ({ name, ...none }))]);
  });

  test("filled in with its own examples it is read", async () => {
    const workbook = await opened();
    const notHere: readonly string[] = ["identity", "unit", "position", "leads"];
    const values = personSheet.columns.map(({ key, example }) =>
      key === "branch" ? "E1" : key === "group" ? "E1G" : notHere.includes(key) ? "" : example,
    );
    workbook.getWorksheet("人员")?.addRow(values);
    const raw = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await preview(raw)).toMatchObject({ errors: 0, sheets: [{}, {}, {}, { added: 1 }, {}] });
  });
});
