import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { usualInstant } from "../../../testing/clock.ts";
import { confirming, type RosterRow, rosterOf } from "../../../testing/roster-files.ts";
import { tableTexts } from "../../../testing/table-texts.ts";

let group: AssessedGroup;
let office: Client;
let place: string;
beforeAll(async () => {
  group = await assessedGroup();
  place = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  await group.organization("E1", { parentId: place, name: "东一支部" });
  office = await group.caller("east", "party_affairs_officer", place);
  const top = rosterOf({
    单位: [{ 单位代码: "U", 单位名称: "集团", 单位类型: "公司", 成立日期: "2020-01-01" }],
    覆盖: [{ 单位代码: "U", 组织代码: "EAST", 覆盖日期: "2026-01-01" }],
  });
  await group.office.ask("commitRoster", await confirming(group.office, group.rootId, top));
  await commit(rosterOf({ 人员: [{ ...member("P1"), 手机: "13800000001", 单位代码: "U" }], 任职: [post("P1")] }));
});
afterAll(() => group.close());

const member = (number: string, branch = "E1"): RosterRow => ({
  人员编号: number,
  姓名: `人${number}`,
  党员状态: "正式党员",
  党支部代码: branch,
  编入日期: "2026-02-10",
});
const post = (number: string, over: RosterRow = {}): RosterRow => ({
  人员编号: number,
  组织代码: "E1",
  职务: "书记",
  任职日期: "2026-03-01",
  ...over,
});
const branch = (code: string): RosterRow => ({
  组织代码: code,
  组织名称: `${code}支部`,
  组织类型: "党支部",
  上级组织代码: "EAST",
  设立日期: "2026-02-01",
});
/** Adds and changes rows of every sheet. */
const everything = (code: string) =>
  rosterOf({
    组织: [branch(code), { 组织代码: "E1", 组织名称: `${code}改名`, 考核类别: "生产类" }],
    单位: [
      { 单位代码: `${code}U`, 单位名称: "部门", 单位类型: "部门", 上级单位代码: "U", 成立日期: "2026-01-01" },
      { 单位代码: "U", 所在地区: code },
    ],
    覆盖: [
      { 单位代码: "U", 组织代码: "EAST", 覆盖日期: "2026-01-01", 截止日期: "2026-12-31" },
      { 单位代码: `${code}U`, 组织代码: code, 覆盖日期: "2026-02-01" },
    ],
    人员: [
      { ...member(`${code}1`, code), 身份证号: "11010519491231002X", 手机: "13900000001", 单位代码: `${code}U` },
      { 人员编号: "P1", 姓名: `${code}名`, 手机: "13700000007", 单位代码: `${code}U`, 行政职务: "主任" },
    ],
    任职: [post("P1", { 免职日期: "2026-12-31", 专职: "是" }), post(`${code}1`, { 组织代码: code })],
  });
async function commit(raw: Buffer): Promise<string> {
  const { importId } = await office.ask("commitRoster", await confirming(office, place, raw));
  return importId as string;
}
const undo = (importId: string) => office.ask("undoImport", { params: { importId } });
/** All tables but those that only grow: what happened, what waits, and the labels that were given out. */
async function tables() {
  const {
    audit_entry: _e,
    audit_unsealed: _u,
    outbox: _o,
    count_request: _c,
    import_batch: _b,
    change_image: _i,
    tenant: _t,
    session: _s,
    ...rest
  } = await tableTexts(group.database.superUrl);
  return rest;
}

test("an import that is taken back leaves every table as it was, to the byte", async () => {
  const before = await tables();
  const importId = await commit(everything("X"));
  expect(await tables()).not.toEqual(before);
  expect(await undo(importId)).toMatchObject({ undoneBy: "party_affairs_officer", undoableUntil: null });
  expect(await tables()).toEqual(before);
  await group.refused(office, "undoImport", { params: { importId } }, "import.undone_before");
  const waiting = await group.query<{ topic: string }>("SELECT DISTINCT topic FROM outbox ORDER BY 1");
  expect(waiting.map(({ topic }) => topic)).toEqual(["score.dirty", "tree.changed"]);
});

test("scores that were made meanwhile don't keep it from being taken back", async () => {
  const importId = await commit(everything("S"));
  await group.fold();
  await undo(importId);
  await group.fold();
  expect(await group.query("SELECT 1 FROM organization WHERE code = 'S'")).toEqual([]);
});

describe("it is refused, and nothing changes", () => {
  const refusedWith = async (importId: string, code: string, client = office) =>
    (await group.refused(client, "undoImport", { params: { importId } }, code)).message;

  test("after a day", async () => {
    const importId = await commit(rosterOf({ 人员: [member("L1")] }));
    group.clock.forward(24 * 60 + 1);
    // His session of yesterday is over.
    await refusedWith(importId, "import.too_late", await group.client("east"));
    group.clock.set(usualInstant);
    await undo(importId);
  });

  test("where a person has changed since, named by the number", async () => {
    const importId = await commit(rosterOf({ 人员: [member("C1")] }));
    await commit(rosterOf({ 人员: [{ 人员编号: "C1", 姓名: "改名" }] }));
    expect(await refusedWith(importId, "import.changed_since.person")).toContain("C1");
  });

  test("where an organisation has changed since, named by its code", async () => {
    const importId = await commit(rosterOf({ 组织: [branch("C2")] }));
    await commit(rosterOf({ 组织: [{ 组织代码: "C2", 组织名称: "改名" }] }));
    expect(await refusedWith(importId, "import.changed_since.organization")).toContain("C2");
  });

  test("where somebody was given rights on an organisation of it", async () => {
    const importId = await commit(rosterOf({ 组织: [branch("C3")] }));
    const [{ id } = { id: "" }] = await group.query<{ id: string }>("SELECT id FROM organization WHERE code = 'C3'");
    await group.caller("granted", "branch_secretary", id);
    await refusedWith(importId, "import.used_since.grants");
  });

  test("where the month in which it changed the tree has been closed", async () => {
    const importId = await commit(rosterOf({ 组织: [branch("C4")] }));
    await group.query(
      `INSERT INTO period (tenant_id, span, period_from, state, version, closing)
       SELECT tenant_id, 'month', '2026-02-01', 'closed', 1, 1 FROM tenant`,
    );
    await refusedWith(importId, "organization.period_closed");
    await group.query("DELETE FROM period");
  });
});

describe("the list of imports", () => {
  test("goes from the latest to the first, page by page, and shows one of them", async () => {
    const list = (after?: string) =>
      office.ask("listImports", {
        params: { organizationId: place },
        query: { limit: 2, ...(after ? { after } : {}) },
      });
    const first = await list();
    const second = await list(first.next ?? "");
    expect([first.items.length, second.items.length]).toEqual([2, 2]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    const [latest] = first.items;
    expect(await office.ask("getImport", { params: { importId: latest?.id ?? "" } })).toEqual(latest);
    expect(latest).toMatchObject({ kind: "roster", fileName: "名册.xlsx", organizationName: "东部党委" });
  });

  test("shows nothing of another place", async () => {
    const west = await group.organization("WEST", { kind: "COMMITTEE" });
    const other = await group.caller("west", "party_affairs_officer", west);
    expect(await other.ask("listImports", { params: { organizationId: west } })).toEqual({ items: [], next: null });
    const [{ id } = { id: "" }] = await group.query<{ id: string }>("SELECT id FROM import_batch LIMIT 1");
    await group.refused(other, "getImport", { params: { importId: id } }, "not_found");
    await group.refused(other, "undoImport", { params: { importId: id } }, "not_found");
  });
});
