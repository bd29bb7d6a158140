import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { confirming, rosterOf, sendingRoster } from "../../../testing/roster-files.ts";
import { unzipped } from "../../../testing/unzipped.ts";
import { mended, workbookOf } from "../../../testing/workbooks.ts";

let group: AssessedGroup;
let office: Client;
let place: string;
const branch = (code: string, parent: string) => ({
  组织代码: code,
  组织名称: `${code}支部`,
  组织类型: "党支部",
  上级组织代码: parent,
  设立日期: "2026-02-01",
});
const member = (number: string, code: string) => ({
  人员编号: number,
  姓名: `人${number}`,
  党员状态: "正式党员",
  党支部代码: code,
  编入日期: "2026-02-10",
});
beforeAll(async () => {
  group = await assessedGroup();
  place = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  const raw = rosterOf({
    组织: [branch("E1", "EAST"), branch("E2", "EAST"), branch("W1", "WEST")],
    单位: [
      { 单位代码: "UE", 单位名称: "东公司", 单位类型: "公司", 成立日期: "2020-01-01" },
      { 单位代码: "UW", 单位名称: "西公司", 单位类型: "公司", 成立日期: "2020-01-01" },
    ],
    覆盖: [
      { 单位代码: "UE", 组织代码: "E1", 覆盖日期: "2026-02-01" },
      { 单位代码: "UW", 组织代码: "W1", 覆盖日期: "2026-02-01" },
    ],
    人员: [
      { ...member("PE", "E1"), 手机: "13800000001", 单位代码: "UE", 行政职务: "经理", 单位负责人: "是" },
      member("PX", "E2"),
      member("PK", "E1"),
      { ...member("PW", "W1"), 姓名: "西人" },
    ],
    任职: [{ 人员编号: "PE", 组织代码: "E1", 职务: "书记", 任职日期: "2026-03-01" }],
  });
  await group.office.ask("commitRoster", await confirming(group.office, group.rootId, raw));
  await group.query("UPDATE organization SET restriction = 'SECRET' WHERE code = 'E2'");
  await group.query("UPDATE person SET name = '=1+1' WHERE number = 'PE'");
  await group.query(
    "UPDATE membership SET state = 'CORRECTING' WHERE person_id = (SELECT id FROM person WHERE number = 'PK')",
  );
  office = await group.caller("east", "party_affairs_officer", place);
});
afterAll(() => group.close());

/** What the sheets of a workbook say: names of cells, which look like codes, left out. */
const textOf = async (bytes: Buffer) =>
  [...(await unzipped(bytes))]
    .filter(([name]) => /^(xl\/worksheets\/sheet|xl\/sharedStrings|docProps)/.test(name))
    .map(([, xml]) => xml.replace(/ (?:r|ref|spans)="[^"]*"/g, ""))
    .join("\n");
const live = /<f[ >]|<[vt](?: [^>]*)?>\s*[=+@＝＋＠－-]/;

test("an export holds the caller's subtree without restricted and private data, and sent back it changes nothing", async () => {
  const { bytes } = await office.call("exportRoster", { params: { organizationId: place } });
  const text = await textOf(bytes);
  for (const mine of ["东部党委", "E1支部", "东公司", "PE", "经理", "&apos;=1+1"]) expect(text).toContain(mine);
  for (const hidden of ["西", "PW", "W1", "E2", "PX", "13800000001"]) expect(text).not.toContain(hidden);
  expect(text).not.toMatch(live);
  const { sheets, errors } = await office.ask("previewRoster", sendingRoster(place, bytes));
  expect([errors, ...sheets.map(({ added, changed, wrong }) => added + changed + wrong)]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(sheets.map(({ unchanged }) => unchanged)).toEqual([2, 1, 1, 2, 1]);
});

test("who is to correct something is exported as a full member, and stays as he is when that is sent back", async () => {
  const { bytes } = await office.call("exportRoster", { params: { organizationId: place } });
  expect(await textOf(bytes)).not.toContain("限期改正");
  const said = (state: string) => rosterOf({ 人员: [{ 人员编号: "PK", 手机: "13800000002", 党员状态: state }] });
  await office.ask("commitRoster", await confirming(office, place, said("正式党员")));
  expect(
    await group.query("SELECT m.state FROM membership m JOIN person p ON p.id = m.person_id WHERE p.number = 'PK'"),
  ).toEqual([{ state: "CORRECTING" }]);
  const faults = async (number: string) => {
    const raw = rosterOf({ 人员: [{ 人员编号: number, 党员状态: "限期改正" }] });
    return (await office.ask("previewRoster", sendingRoster(place, raw))).problems;
  };
  expect(await faults("PK")).toMatchObject([{ path: "人员!G2", code: "import.stays" }]);
  expect(await faults("PK")).toEqual(await faults("PE"));
});

test("why somebody is gone isn't told either", async () => {
  const becomes = (state: string) =>
    group.query("UPDATE membership SET state = $1 WHERE person_id = (SELECT id FROM person WHERE number = 'PK')", [
      state,
    ]);
  const raw = rosterOf({ 任职: [{ 人员编号: "PK", 组织代码: "E1", 职务: "书记", 任职日期: "2026-03-02" }] });
  const told = async (state: string) => {
    await becomes(state);
    return (await office.ask("previewRoster", sendingRoster(place, raw))).problems;
  };
  expect(await told("EXPELLED")).toMatchObject([{ path: "任职!A2", code: "appointment.full_member_only" }]);
  expect(await told("EXPELLED")).toEqual(await told("TRANSFERRED_OUT"));
  await becomes("CORRECTING");
});

test("a person whose number no roster can name isn't exported", async () => {
  const name = (number: string, was: string) =>
    group.query("UPDATE person SET number = $1 WHERE number = $2", [number, was]);
  await name("P K", "PK");
  const { bytes } = await office.call("exportRoster", { params: { organizationId: place } });
  expect(await textOf(bytes)).not.toContain("P K");
  expect(await office.ask("previewRoster", sendingRoster(place, bytes))).toMatchObject({ errors: 0 });
  await name("PK", "P K");
});

test("the workbook of wrong rows says why, holds nothing live, and can be mended and sent again", async () => {
  const bad = { ...member("N1", "NOBODY"), 姓名: "@cmd", 手机: "123" };
  const raw = rosterOf({ 人员: [member("N2", "E1"), bad], 其他: [] });
  const { bytes } = await office.call("rosterErrors", sendingRoster(place, raw));
  const text = await textOf(bytes);
  expect(text).toContain("错误原因");
  expect(text).toContain("N1");
  expect(text).toContain("&apos;@cmd");
  expect(text).not.toContain("N2");
  expect(text).not.toMatch(live);
  const { problems } = await office.ask("previewRoster", sendingRoster(place, bytes));
  expect(problems.map(({ path }) => path)).toEqual(["人员!F2"]);
  const long = rosterOf({ 人员: [{ ...member("N3", "E1"), 姓名: `=${"长".repeat(32_766)}` }] });
  expect((await office.call("rosterErrors", sendingRoster(place, long))).status).toBe(200);
  const right = rosterOf({ 人员: [member("N2", "E1")] });
  await group.refused(office, "rosterErrors", sendingRoster(place, right), "import.no_errors");
});

test("the mended workbook of wrong rows can be taken in alone: what its rows refer to and is new comes along", async () => {
  const people = (number: string, code: string, over = {}) => ({ ...member(number, code), ...over });
  const file = (phone: string) =>
    rosterOf({
      组织: [{ ...branch("E9", "EAST"), 组织类型: "党总支" }, branch("E91", "E9"), branch("E92", "EAST")],
      单位: [
        { 单位代码: "U9", 单位名称: "九公司", 单位类型: "公司", 成立日期: "2020-01-01" },
        { 单位代码: "U91", 单位名称: "九部门", 单位类型: "部门", 上级单位代码: "U9", 成立日期: "2020-01-01" },
      ],
      覆盖: [{ 单位代码: "U91", 组织代码: "E91", 覆盖日期: "2026-02-01" }],
      人员: [people("Q1", "E91"), people("Q2", "E91", { 手机: phone }), people("Q3", "E92")],
      任职: [{ 人员编号: "Q2", 组织代码: "E91", 职务: "书记", 任职日期: "2026-03-01" }],
    });
  const { bytes } = await group.office.call("rosterErrors", sendingRoster(group.rootId, file("123")));
  const text = await textOf(bytes);
  // The branch of the wrong row and what that stands below, but nothing that no wrong row needs.
  for (const there of ["Q2", "E91支部", "E9支部", "这一行没有错"]) expect(text).toContain(there);
  for (const absent of ["Q1", "Q3", "E92", "U91"]) expect(text).not.toContain(absent);
  const right = mended(bytes, "人员", { F2: "13800000009" });
  const alone = await group.office.ask("commitRoster", await confirming(group.office, group.rootId, right));
  expect(alone.sheets.map(({ name, added }) => `${name} ${added}`)).toEqual([
    "组织 2",
    "单位 0",
    "覆盖 0",
    "人员 1",
    "任职 0",
  ]);
  // The rest comes with the mended file itself, in which these rows no longer change anything.
  const rest = await group.office.ask(
    "commitRoster",
    await confirming(group.office, group.rootId, file("13800000009")),
  );
  expect(rest.sheets.map(({ added, unchanged }) => `${added} ${unchanged}`)).toEqual([
    "1 2",
    "2 0",
    "1 0",
    "2 1",
    "1 0",
  ]);
});

test("where the code itself is wrong, every new organisation comes along, whichever was meant", async () => {
  const raw = rosterOf({
    组织: [branch("E95", "EAST"), branch("E96", "EAST")],
    人员: [member("Q5", "E-95"), member("Q6", "E96")],
  });
  const { bytes } = await office.call("rosterErrors", sendingRoster(place, raw));
  const right = mended(bytes, "人员", { I2: "E95" });
  expect(await office.ask("previewRoster", sendingRoster(place, right))).toMatchObject({
    errors: 0,
    sheets: [{ added: 2 }, {}, {}, { added: 1 }, {}],
  });
});

test("of more faults than are kept the first are listed, and the workbook says that there are more", async () => {
  const hidden = { 人员: { "!rows": [{}, ...Array.from({ length: 5000 }, () => ({ hidden: true }))] } };
  const row = (number: number) => [`R${number}`, "甲", "正式党员"];
  const rows = Array.from({ length: 5000 }, (_, number) => row(number));
  const raw = workbookOf({ 人员: [["人员编号", "姓名", "党员状态"], ...rows] }, hidden);
  const { errors, problems, sheets } = await office.ask("previewRoster", sendingRoster(place, raw));
  expect([errors, problems.length, sheets[3]?.wrong]).toEqual([15_000, 100, 5000]);
  const { bytes } = await office.call("rosterErrors", sendingRoster(place, raw));
  const text = await textOf(bytes);
  expect(text).toContain("这张表共有 15000 处错误，这里列出前 10000 处。");
  expect(text).toContain("R3333<");
  expect(text).not.toContain("R3334<");
});
