import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { confirming, rosterOf } from "../../../testing/roster-files.ts";

let group: AssessedGroup;
let officer: Client;
let secretary: Client;
let east: string;
let west: string;
let branchId: string;
beforeAll(async () => {
  group = await assessedGroup();
  east = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  west = await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  branchId = await group.organization("E1", { parentId: east, name: "东一支部" });
  officer = await group.caller("officer", "party_affairs_officer");
  secretary = await group.caller("secretary", "branch_secretary", branchId);
});
afterAll(() => group.close());

/** How often a count of the whole tree was asked for meanwhile. */
async function asked(act: () => Promise<unknown>): Promise<number> {
  const count = async () => {
    const [row] = await group.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM count_request WHERE topic = 'tree'",
    );
    return row?.count ?? 0;
  };
  const before = await count();
  await act();
  return (await count()) - before;
}
const number = (table: "unit" | "person", by: string) =>
  group.query<{ id: string }>(`SELECT id FROM ${table} WHERE name = $1`, [by]).then(([row]) => row?.id ?? "");

const units = [{ 单位代码: "U1", 单位名称: "项目公司", 单位类型: "公司", 成立日期: "2026-01-01", 所在地区: "华东" }];
const people = [
  { 人员编号: "P1", 姓名: "赵伯安", 性别: "男", 党员状态: "正式党员", 党支部代码: "E1", 编入日期: "2026-02-10" },
];
const posts = [{ 人员编号: "P1", 组织代码: "E1", 职务: "书记", 任职日期: "2026-03-01" }];
const commit = async (raw: Buffer) => officer.ask("commitRoster", await confirming(officer, group.rootId, raw));

test("a roster asks for a count of the tree where it brings members or units, and for none where it changes nothing of them", async () => {
  const roster = rosterOf({ 单位: units, 人员: people });
  expect(await asked(() => commit(roster))).toBe(1);
  expect(await asked(() => commit(roster))).toBe(0);
  expect(await asked(() => commit(rosterOf({ 任职: posts })))).toBe(0);
});

test("a new name asks for none, a new place does", async () => {
  const params = { organizationId: branchId };
  const name = { name: "东部第一党支部", class: null, on: "2026-03-01" };
  expect(await asked(() => officer.ask("renameOrganization", { params, body: name }))).toBe(0);
  const move = { parentId: west, on: "2026-03-10" };
  expect(await asked(() => officer.ask("moveOrganization", { params, body: move }))).toBe(1);
});

test("a unit asks for one with its region, its mark and what covers it, not with its name", async () => {
  const params = { unitId: await number("unit", "项目公司") };
  const act = (body: { name: string; region: string }) => asked(() => officer.ask("renameUnit", { params, body }));
  expect(await act({ name: "项目总公司", region: "华东" })).toBe(0);
  expect(await act({ name: "项目总公司", region: "西北" })).toBe(1);
  const mark = () => asked(() => officer.ask("restrictUnit", { params, body: { restriction: "OVERSEAS" } }));
  expect([await mark(), await mark()]).toEqual([1, 0]);
  const cover = { organizationId: branchId, validFrom: "2026-03-12", validTo: null };
  expect(await asked(() => officer.ask("coverUnit", { params, body: cover }))).toBe(1);
  expect(await asked(() => officer.ask("endCoverage", { params, body: { lastDay: "2026-03-15" } }))).toBe(1);
});

test("whoever becomes a member asks for one, his post and his tags don't", async () => {
  const params = { organizationId: branchId };
  const admit = { name: "钱仲明", memberState: "FULL" as const, groupId: null, validFrom: "2026-03-01" };
  expect(await asked(() => secretary.ask("admitPerson", { params, body: admit }))).toBe(1);
  const personId = await number("person", "钱仲明");
  const post = { personId, post: "COMMITTEE_MEMBER" as const, validFrom: "2026-03-01", validTo: null };
  expect(await asked(() => secretary.ask("appoint", { params, body: post }))).toBe(0);
});

test("a committee's term asks for none", async () => {
  const params = { organizationId: west };
  expect(await asked(() => officer.ask("beginTerm", { params, body: { beganOn: "2026-03-01" } }))).toBe(0);
});
