import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { importWith, readImportOptions } from "../../../commands/import.ts";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { readWorkbook } from "../../../platform/spreadsheets/read-workbook.ts";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { confirmingLedger, type LedgerRow, ledgerOf, sendingLedger } from "../../../testing/ledger-files.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableTexts } from "../../../testing/table-texts.ts";
import { workbookOf } from "../../../testing/workbooks.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
});
afterAll(() => example.close());

const minutes = "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。";
const committee = (over: LedgerRow = {}): LedgerRow => ({
  组织代码: "first",
  类型: "支委会",
  主题: "支委会",
  日期: "2026-03-10",
  实到人数: 3,
  议题: "研究党建与业务融合工作",
  会议内容: minutes,
  ...over,
});
const preview = (raw: Buffer) => office.ask("previewLedger", { ...sendingLedger(example.rootId, raw), query: {} });
const confirming = (raw: Buffer) => confirmingLedger(office, example.rootId, raw);
const commit = async (raw: Buffer) => office.ask("commitLedger", await confirming(raw));
const refusedWith = (sending: Awaited<ReturnType<typeof confirming>>) =>
  example.refused(office, "commitLedger", sending);
const problemsOf = async (...rows: LedgerRow[]) =>
  (await preview(ledgerOf(rows))).problems.map(({ path, code }) => `${path} ${code}`);

describe("every bad cell is named with its reason", () => {
  test.each<[string, LedgerRow, string]>([
    ["no code", { 组织代码: "" }, "A2 request.field.missing"],
    ["a code that nobody has", { 组织代码: "none" }, "A2 import.organization_unknown"],
    ["no type", { 类型: "团建" }, "B2 workbook.cell.not_a_choice"],
    ["no title", { 主题: "" }, "C2 request.field.missing"],
    ["no day of the calendar", { 日期: "2026-02-30" }, "D2 workbook.cell.date_not_in_calendar"],
    ["a day to come", { 日期: "2026-03-19" }, "D2 record.date.in_future"],
    ["a day before the organisation", { 日期: "2025-12-01" }, "D2 import.before_organization"],
    ["another number present", { 实到人数: 2 }, "E2 import.present_differs"],
    ["an unknown topic", { 议题: "唱歌" }, "F2 import.topic_unknown"],
    ["a formula", { 会议内容: "=1+1" }, "G2 import.begins_like_formula"],
    ["an unreadable time", { 开始时间: "下午" }, "H2 workbook.cell.not_a_time"],
    ["an end before the start", { 结束时间: "08:00", 开始时间: "09:00" }, "H2 record.time.end_before_start"],
    ["somebody from elsewhere", { 主持人: "second0" }, "H2 import.member_unknown"],
    ["a member who isn't expected", { 请假人员及事由: "first7：出差" }, "H2 record.attendee.not_expected"],
    ["more ballots than voters", { 决议及表决: "通过（赞成9，反对0，弃权0）" }, "H2 vote.more_ballots_than_voters"],
    ["what the type doesn't ask for", { 讲课人: "某人" }, "H2 import.not_asked"],
    ["another name", { 组织名称: "second" }, "H2 import.name_differs"],
    ["a group meeting of a branch", { 类型: "党小组会", 议题: "", 实到人数: 9 }, "A2 record.group.missing"],
  ])("%s", async (_name, over, problem) => expect(await problemsOf(committee(over))).toEqual([`三会一课!${problem}`]));

  test("what nobody owes is taken as what it is", async () => {
    expect(await problemsOf(committee({ 日期: "2026-03-01", 类型: "主题党日", 实到人数: 9, 议题: "" }))).toEqual([]);
  });

  test("the same meeting twice, an unknown column and a strange sheet", async () => {
    expect(await problemsOf(committee(), committee())).toEqual(["三会一课!C3 import.twice"]);
    expect(await problemsOf(committee({ 天气: "晴" }))).toEqual(["三会一课!H1 workbook.column_misnamed"]);
    const sheets = workbookOf({ 三会一课: [["组织代码", "类型", "主题", "日期"]], 天气: [["晴"]] });
    expect((await preview(sheets)).problems.map(({ path }) => path)).toEqual(["天气!A1"]);
    const other = sendingLedger(example.rootId, workbookOf({ 组织: [["组织代码"]] }));
    expect(await example.refused(office, "previewLedger", { ...other, query: {} })).toBe("workbook.sheet_missing");
  });

  test("what was written stands beside it, as the user sees it", async () => {
    const { rows, sheets, errors } = await preview(ledgerOf([committee(), committee({ 日期: "昨天" })]));
    expect(sheets).toEqual([{ name: "三会一课", added: 1, changed: 0, unchanged: 0, wrong: 1 }]);
    expect(errors).toBe(1);
    expect(rows.map(({ row, outcome }) => `${row} ${outcome}`)).toEqual(["3 wrong", "2 added"]);
    expect(rows[0]?.cells).toContainEqual({ address: "三会一课!D3", heading: "日期", text: "昨天" });
  });
});

describe("nothing is written", () => {
  test("where a single cell is wrong", async () =>
    expect(await refusedWith(await confirming(ledgerOf([committee(), committee({ 日期: "昨天" })])))).toBe(
      "import.has_errors",
    ));

  test("where the file isn't the one that was looked at", async () => {
    const sending = await confirming(ledgerOf([committee()]));
    expect(await refusedWith({ ...sending, raw: ledgerOf([committee({ 地点: "别处" })]) })).toBe("import.another_file");
  });

  test("where the secretary entered a meeting meanwhile that takes its duty", async () => {
    const sending = await confirming(ledgerOf([committee({ 日期: "2026-01-10" })]));
    await example.enter(secretary, example.branch, {
      template: "committee_meeting",
      on: "2026-01-12",
      lateReason: null,
    });
    expect(await refusedWith(sending)).toBe("import.state_changed");
  });

  test("where the database fails in the middle of it", async () => {
    const sending = await confirming(ledgerOf([committee()]));
    const superuser = (text: string) => withClient(example.database.superUrl, (client) => client.query(text));
    await superuser(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
      CREATE TRIGGER fail BEFORE UPDATE ON obligation EXECUTE FUNCTION fail()`);
    const { session: _before, ...before } = await tableTexts(example.database.superUrl);
    expect((await office.call("commitLedger", sending)).status).toBe(500);
    const { session: _after, ...after } = await tableTexts(example.database.superUrl);
    expect(after).toEqual(before);
    await superuser("DROP FUNCTION fail() CASCADE");
  });
});

test("meetings are decided in the order in which they were held, each on the duties that are left", async () => {
  const [late, early] = [committee({ 日期: "2026-03-12" }), committee({ 日期: "2026-03-11" })];
  expect(await preview(ledgerOf([late, early]))).toMatchObject({ satisfied: 1, sheets: [{ added: 2 }] });
  await commit(ledgerOf([late, early]));
  const discharging = await example.query(
    "SELECT r.occurred_on FROM record r JOIN discharge d ON d.record_id = r.id WHERE r.import_id IS NOT NULL",
  );
  expect(discharging).toEqual([{ occurred_on: "2026-03-11" }]);
});

test("one meeting can serve as two types, and a 党小组 meets under its own code", async () => {
  const { satisfied, problems } = await preview(
    ledgerOf([
      committee({ 组织代码: "second", 类型: "党员大会", 兼作类型: "党课", 讲课人: "某人", 实到人数: 9, 议题: "" }),
      committee({ 组织代码: "second-1", 类型: "党小组会", 实到人数: 5, 应到人数: 5, 议题: "集中学习" }),
    ]),
  );
  expect(problems).toEqual([]);
  expect(satisfied).toBe(3);
});

test("in a month whose books are closed it needs its reason and becomes an adjustment", async () => {
  await example.settle();
  await office.ask("closePeriod", { params: { period: "2026-01" } });
  const meeting = committee({ 组织代码: "second", 日期: "2026-01-20", 逾期补录原因: "" });
  expect(await problemsOf(meeting)).toEqual(["三会一课!H2 record.late_reason_missing"]);
  const raw = ledgerOf([{ ...meeting, 逾期补录原因: "移交时补录" }]);
  expect(await preview(raw)).toMatchObject({ afterClose: 1, problems: [] });
  const { importId } = await commit(raw);
  const posted = await example.query(
    `SELECT DISTINCT f.posted_in, f.details->>'reason' AS reason FROM fact f JOIN record r ON r.id = f.record_id
     WHERE r.import_id = $1`,
    [importId],
  );
  expect(posted).toEqual([{ posted_in: "2026-02-01", reason: "移交时补录" }]);
});

describe("workbooks", () => {
  const headings = async () => {
    const { bytes } = await office.call("ledgerTemplate", { params: { organizationId: example.rootId } });
    const sheets = await readWorkbook(bytes);
    if (!Array.isArray(sheets)) throw new Error(sheets.code);
    return sheets.map(({ name, heading }) => [
      name,
      ...heading.map(({ content }) => (content.form === "text" ? content.text : "")),
    ]);
  };

  test("the template has the columns that the live templates ask for, and follows when they change", async () => {
    expect((await headings())[0]?.slice(0, 7)).toEqual([
      "三会一课",
      "组织代码",
      "组织名称",
      "类型",
      "兼作类型",
      "主题",
      "日期",
    ]);
    expect((await headings())[0]).toContain("讲课人");
    await example.query(
      `INSERT INTO template_version SELECT tenant_id, code, 9, jsonb_set(body, '{fields}', (body->'fields') - 'lecturer'), checksum || '9', state
       FROM template_version WHERE code = 'party_lecture'`,
    );
    expect((await headings())[0]).not.toContain("讲课人");
    expect(await problemsOf(committee({ 类型: "党课", 议题: "", 实到人数: 9, 讲课人: "某人" }))).toEqual([
      "三会一课!H1 workbook.column_misnamed",
    ]);
    await example.query("DELETE FROM template_version WHERE version = 9");
  });

  test("the wrong rows come back with their reasons first; mended, they are taken as they are", async () => {
    const raw = ledgerOf([committee({ 组织代码: "second" }), committee({ 组织代码: "second", 日期: "2026-02-30" })]);
    const { bytes } = await office.call("ledgerErrors", sendingLedger(example.rootId, raw));
    const sheets = await readWorkbook(bytes);
    if (!Array.isArray(sheets)) throw new Error(sheets.code);
    const [sheet] = sheets;
    const texts = (cells: number, row = sheet?.rows[0]) =>
      Array.from({ length: cells }, (_, column) => row?.cell(column).content).map((content) =>
        content?.form === "text" ? content.text : "",
      );
    const [reason, code] = texts(2);
    expect([sheet?.rows.length, reason, code]).toEqual([1, "日期（D3）：日历上没有这一天，请修改。", "second"]);
    expect(
      await example.refused(
        office,
        "ledgerErrors",
        sendingLedger(example.rootId, ledgerOf([committee({ 组织代码: "second" })])),
      ),
    ).toBe("import.no_errors");
  });
});

test("the command line takes a ledger in as well", async () => {
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-ledger-"));
  const file = join(folder, "台账.xlsx");
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(...text.split("\n")));
  const run = (...args: string[]) => {
    const options = readImportOptions([file, "--as", "office2", "--kind", "ledger", ...args]);
    return options === null ? null : importWith(example.application, options);
  };
  await writeFile(file, ledgerOf([committee({ 组织代码: "second", 日期: "2026-02-05", 实到人数: 2 })]));
  expect(await run("--commit")).toBe(1);
  expect(said.at(-1)).toMatch(/^三会一课!E2 {2}按名单实到 3 人/);
  await writeFile(file, ledgerOf([committee({ 组织代码: "second", 日期: "2026-02-05" })]));
  expect(await run("--dry-run")).toBe(0);
  expect(await run("--commit")).toBe(0);
  expect(said.at(-1)).toMatch(/^已导入（/);
  expect(run("--commit", "--effective-on", "2026-03-01")).toBeNull();
  expect(readImportOptions([file, "--as", "office2", "--kind", "other", "--commit"])).toBeNull();
  log.mockRestore();
  await rm(folder, { recursive: true });
});
