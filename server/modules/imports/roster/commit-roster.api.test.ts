import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { confirming, type RosterRow, rosterOf, sendingRoster } from "../../../testing/roster-files.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { tableTexts } from "../../../testing/table-texts.ts";

let group: AssessedGroup;
let office: Client;
let place: string;
beforeAll(async () => {
  group = await assessedGroup();
  place = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  await group.organization("E1", { parentId: place, name: "东一支部" });
  await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  office = await group.caller("east", "party_affairs_officer", place);
});
afterAll(() => group.close());

const identity = "11010519491231002X";
const phone = "13800000001";
const branch = (code: string, over: RosterRow = {}): RosterRow => ({
  组织代码: code,
  组织名称: `${code}支部`,
  组织类型: "党支部",
  上级组织代码: "EAST",
  设立日期: "2026-02-01",
  ...over,
});
const member = (number: string, branchCode: string, over: RosterRow = {}): RosterRow => ({
  人员编号: number,
  姓名: `人${number}`,
  性别: "男",
  党员状态: "正式党员",
  党支部代码: branchCode,
  编入日期: "2026-02-10",
  ...over,
});
/** Everything that a roster can hold, under codes that begin like this. */
const whole = (mark: string) =>
  rosterOf({
    组织: [branch(`${mark}1`), branch(`${mark}G`, { 组织类型: "党小组", 上级组织代码: `${mark}1` })],
    单位: [
      {
        单位代码: `${mark}U`,
        单位名称: "项目公司",
        单位类型: "公司",
        上级单位代码: "TOPUNIT",
        成立日期: "2026-01-01",
        所在地区: "华东",
      },
      {
        单位代码: `${mark}T`,
        单位名称: "一班",
        单位类型: "班组",
        上级单位代码: `${mark}U`,
        成立日期: "2026-01-01",
        受限: "境外",
      },
    ],
    覆盖: [{ 单位代码: `${mark}U`, 组织代码: `${mark}1`, 覆盖日期: "2026-02-01" }],
    人员: [
      member(`${mark}A`, `${mark}1`, {
        党小组代码: `${mark}G`,
        单位代码: `${mark}T`,
        行政职务: "班长",
        单位负责人: "是",
      }),
      member(`${mark}B`, "E1", { 性别: "女", 出生日期: "1980-05-06", 入党日期: "2005-07-01", 转正日期: "2006-07-01" }),
    ],
    任职: [{ 人员编号: `${mark}A`, 组织代码: `${mark}1`, 职务: "书记", 任职日期: "2026-03-01", 专职: "是" }],
  });
const commit = async (raw: Buffer, effectiveOn?: string) =>
  office.ask("commitRoster", await confirming(office, place, raw, effectiveOn));
const counted = (sheets: readonly { added: number; changed: number; unchanged: number }[]) =>
  sheets.map(({ added, changed, unchanged }) => [added, changed, unchanged].join("/"));

/** The top unit is everybody's superior; it belongs to the committee that covers it. */
beforeAll(async () => {
  const root = rosterOf({
    单位: [{ 单位代码: "TOPUNIT", 单位名称: "集团", 单位类型: "公司", 成立日期: "2020-01-01" }],
    覆盖: [{ 单位代码: "TOPUNIT", 组织代码: "EAST", 覆盖日期: "2026-01-01" }],
  });
  await group.office.ask("commitRoster", await confirming(group.office, group.rootId, root));
});

test("what the preview counted is written, and the same file again changes nothing", async () => {
  const raw = whole("A");
  const before = await group.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry");
  const first = await commit(raw);
  expect(counted(first.sheets)).toEqual(["2/0/0", "2/0/0", "1/0/0", "2/0/0", "1/0/0"]);
  expect(first.undoableUntil).toBe("2026-03-19T06:00:00.000Z");
  const written = await group.query(
    `SELECT o.name, b.name AS branch, g.code AS "group", p.name AS person, p.sex, m.state, m.valid_from, u.name AS unit, u.restriction,
       e.position, e.leads_unit, e.valid_from AS works_from, a.post, a.full_time
     FROM person p JOIN membership m ON m.person_id = p.id JOIN organization b ON b.id = m.organization_id
     JOIN organization g ON g.id = m.group_id JOIN organization o ON o.id = b.parent_id
     JOIN employment e ON e.person_id = p.id JOIN unit u ON u.id = e.unit_id JOIN appointment a ON a.person_id = p.id
     WHERE p.number = 'AA'`,
  );
  expect(written).toEqual([
    {
      name: "东部党委",
      branch: "A1支部",
      group: "AG",
      person: "人AA",
      sex: "M",
      state: "FULL",
      valid_from: "2026-02-10",
      unit: "一班",
      restriction: "OVERSEAS",
      position: "班长",
      leads_unit: true,
      works_from: "2026-02-10",
      post: "SECRETARY",
      full_time: true,
    },
  ]);
  const audited = await group.query<{ object: string }>("SELECT object FROM audit_entry ORDER BY id DESC LIMIT 1");
  expect(audited).toEqual([{ object: `import ${first.importId}` }]);
  const after = await group.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry");
  expect((after[0]?.n ?? 0) - (before[0]?.n ?? 0)).toBe(1);
  expect(await office.ask("searchOrganizations", { query: { q: "a1zb", limit: 5 } })).toMatchObject({
    items: [{ name: "A1支部" }],
  });

  const marks = await tableMarks(group.database.superUrl);
  const again = await commit(raw);
  expect(again).toMatchObject({ importId: null, undoableUntil: null });
  expect(counted(again.sheets)).toEqual(["0/0/2", "0/0/2", "0/0/1", "0/0/2", "0/0/1"]);
  const { audit_entry: _a, audit_unsealed: _u, count_request: _c, ...rest } = await tableMarks(group.database.superUrl);
  expect(marks).toMatchObject(rest);
});

describe("nothing is written", () => {
  test("where the file isn't the one that was looked at", async () => {
    const sending = await confirming(office, place, whole("B"));
    await group.refused(office, "commitRoster", { ...sending, raw: whole("C") }, "import.another_file");
  });

  test("where something that matters has changed since", async () => {
    const raw = rosterOf({ 人员: [{ 人员编号: "AB", 手机: "13900000002" }] });
    const sending = await confirming(office, place, raw);
    await commit(rosterOf({ 人员: [{ 人员编号: "AB", 手机: "13900000002" }] }));
    await group.refused(office, "commitRoster", sending, "import.state_changed");
  });

  test("where a single cell is wrong", async () => {
    const raw = rosterOf({ 组织: [branch("D1"), branch("D2", { 上级组织代码: "NOBODY" })] });
    const refusal = await group.refused(
      office,
      "commitRoster",
      await confirming(office, place, raw),
      "import.has_errors",
    );
    expect(refusal.values).toEqual({ errors: 1 });
  });

  test("where the database fails in the middle of it", async () => {
    const sending = await confirming(office, place, whole("F"));
    const superuser = (text: string) => withClient(group.database.superUrl, (client) => client.query(text));
    await superuser(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON appointment EXECUTE FUNCTION fail()`);
    const before = await tableTexts(group.database.superUrl);
    expect((await office.call("commitRoster", sending)).status).toBe(500);
    expect(await tableTexts(group.database.superUrl)).toEqual(before);
    await superuser("DROP FUNCTION fail() CASCADE");
  });

  test("where no file is sent", async () => {
    const empty = { ...(await confirming(office, place, whole("G"))), raw: Buffer.alloc(0) };
    await group.refused(office, "commitRoster", empty, "import.another_file");
  });

  test("at a place that isn't the caller's", async () => {
    const sending = sendingRoster(group.rootId, whole("H"));
    const query = { digest: "0".repeat(64), fingerprint: "0".repeat(64), fileName: "a.xlsx" };
    await group.refused(office, "commitRoster", { ...sending, query }, "not_found");
  });

  test("where an organisation would begin, or be renamed, in a month that is closed", async () => {
    await group.query(
      `INSERT INTO period (tenant_id, span, period_from, state, version, closing)
       SELECT tenant_id, 'month', '2026-01-01', 'closed', 1, 1 FROM tenant`,
    );
    const { problems } = await office.ask(
      "previewRoster",
      sendingRoster(place, rosterOf({ 组织: [branch("OLD", { 设立日期: "2026-01-15" })] })),
    );
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toContain("组织!F2 organization.period_closed");
    const renaming = rosterOf({ 组织: [{ 组织代码: "E1", 组织名称: "改名" }] });
    const early = { ...sendingRoster(place, renaming), query: { effectiveOn: "2026-01-20" } };
    expect(await office.ask("previewRoster", early)).toMatchObject({ closedMonth: "2026-01" });
    const sending = await confirming(office, place, renaming, "2026-01-20");
    await group.refused(office, "commitRoster", sending, "organization.period_closed");
    await group.query("DELETE FROM period");
  });
});

test("a unit below a restricted one is restricted too, and the same file again changes nothing", async () => {
  const raw = rosterOf({
    单位: [{ 单位代码: "ATX", 单位名称: "二组", 单位类型: "班组", 上级单位代码: "AT", 成立日期: "2026-02-01" }],
  });
  await commit(raw);
  expect(await group.query("SELECT restriction FROM unit WHERE code = 'ATX'")).toEqual([{ restriction: "OVERSEAS" }]);
  expect(counted((await commit(raw)).sheets)[1]).toBe("0/0/1");
});

describe("names and classes", () => {
  const stretches = () =>
    group.query(
      `SELECT p.name, p.class, p.valid_from AS "from", p.valid_to AS "to" FROM organization_place p
       JOIN organization o ON o.id = p.organization_id WHERE o.code = 'E1' ORDER BY p.valid_from`,
    );

  test("change from the day that is given with the file, else from the first of the month", async () => {
    await commit(rosterOf({ 组织: [{ 组织代码: "E1", 组织名称: "东一党支部", 考核类别: "生产类" }] }), "2026-02-15");
    await commit(rosterOf({ 组织: [{ 组织代码: "E1", 考核类别: "（清空）" }] }));
    expect(await stretches()).toEqual([
      { name: "东一支部", class: null, from: "2026-01-01", to: "2026-02-14" },
      { name: "东一党支部", class: "生产类", from: "2026-02-15", to: "2026-02-28" },
      { name: "东一党支部", class: null, from: "2026-03-01", to: null },
    ]);
    await commit(rosterOf({ 组织: [{ 组织代码: "E1", 组织名称: "东一" }] }));
    expect((await stretches()).at(-1)).toEqual({ name: "东一", class: null, from: "2026-03-01", to: null });
    expect(await office.ask("searchOrganizations", { query: { q: "东一支部", limit: 5 } })).toMatchObject({
      items: [{ name: "东一" }],
    });
  });

  test("can't change before a later change", async () => {
    const raw = rosterOf({ 组织: [{ 组织代码: "E1", 组织名称: "再改" }] });
    const early = { ...sendingRoster(place, raw), query: { effectiveOn: "2026-02-20" } };
    expect((await office.ask("previewRoster", early)).problems).toMatchObject([
      { path: "组织!B2", code: "import.changed_later", values: { from: "2026-03-01" } },
    ]);
  });
});

test("identity numbers and telephones are found nowhere in the clear, and not in the preview either", async () => {
  const raw = rosterOf({ 人员: [member("PRIV", "E1", { 性别: "女", 身份证号: identity, 手机: phone })] });
  const shown = await office.call("previewRoster", sendingRoster(place, raw));
  expect(shown.text).not.toMatch(new RegExp(`${identity}|${phone}`));
  expect(shown.answer.rows[0]?.cells.find(({ heading }) => heading === "身份证号")?.text).toBe("••••••");
  await commit(raw);
  const all = JSON.stringify(await tableTexts(group.database.superUrl));
  expect(all).toContain("PRIV");
  for (const secret of [identity, phone, identity.slice(6, 14)]) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString("hex"));
  }
  const [person] = await group.query<{ id: string }>("SELECT id FROM person WHERE number = 'PRIV'");
  const read = { params: { personId: person?.id ?? "" }, body: { purpose: "CONTACT" as const } };
  expect(await office.ask("readPrivateFields", read)).toEqual({ identityNumber: identity, phone });
  const known = rosterOf({ 人员: [{ 人员编号: "PRIV", 身份证号: identity.toLowerCase(), 手机: phone }] });
  expect(counted((await commit(known)).sheets)[3]).toBe("0/0/1");
  await commit(rosterOf({ 人员: [{ 人员编号: "PRIV", 手机: "（清空）" }] }));
  expect(await office.ask("readPrivateFields", read)).toEqual({ identityNumber: identity, phone: null });
});

test("where somebody works changes from the day on and keeps what was before", async () => {
  const employments = () =>
    group.query(
      `SELECT u.code, e.position, e.leads_unit AS leads, e.valid_from AS "from", e.valid_to AS "to" FROM employment e
       JOIN person p ON p.id = e.person_id JOIN unit u ON u.id = e.unit_id WHERE p.number = 'AA' ORDER BY e.valid_from`,
    );
  await commit(rosterOf({ 人员: [{ 人员编号: "AA", 单位代码: "AU", 单位负责人: "否" }] }));
  const was = { code: "AT", position: "班长", leads: true, from: "2026-02-10", to: "2026-02-28" };
  const is = { code: "AU", position: "班长", leads: false, from: "2026-03-01", to: null };
  expect(await employments()).toEqual([was, is]);
  await commit(rosterOf({ 人员: [{ 人员编号: "AA", 行政职务: "经理" }] }));
  expect(await employments()).toEqual([was, { ...is, position: "经理" }]);
  await commit(rosterOf({ 人员: [{ 人员编号: "AA", 单位代码: "（清空）" }] }), "2026-03-10");
  expect((await employments()).at(-1)).toEqual({ ...is, position: "经理", to: "2026-03-09" });
});

test("the caller follows his own work, and nobody else's", async () => {
  const progress = randomUUID();
  expect(await office.ask("getImportProgress", { params: { progress } })).toMatchObject({ step: "waiting" });
  await office.ask("previewRoster", { ...sendingRoster(place, whole("P")), query: { progress } });
  expect(await office.ask("getImportProgress", { params: { progress } })).toMatchObject({ step: "done" });
  expect(await group.office.ask("getImportProgress", { params: { progress } })).toMatchObject({ step: "waiting" });
});
