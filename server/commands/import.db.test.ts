import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type AssessedGroup, assessedGroup } from "../testing/assessed-group.ts";
import { rosterOf } from "../testing/roster-files.ts";
import { tableMarks } from "../testing/table-marks.ts";
import { importCommand, importWith, readImportOptions } from "./import.ts";

let group: AssessedGroup;
let folder: string;
let said: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dutyloop-import-"));
  group = await assessedGroup();
  const place = await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  await group.organization("WEST", { kind: "COMMITTEE", name: "西部党委" });
  await group.caller("east", "party_affairs_officer", place);
  await writeFile(join(folder, "right.xlsx"), rosterOf({ 组织: [branch("N1", "EAST")] }));
  await writeFile(join(folder, "wrong.xlsx"), rosterOf({ 组织: [branch("N2", "EAST"), branch("N3", "NOBODY")] }));
});
afterAll(async () => {
  await group.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  said = [];
  for (const method of ["log", "error"] as const) {
    vi.spyOn(console, method).mockImplementation((text: string) => void said.push(...text.split("\n")));
  }
});
afterEach(() => vi.restoreAllMocks());

const branch = (code: string, parent: string) => ({
  组织代码: code,
  组织名称: `${code}支部`,
  组织类型: "党支部",
  上级组织代码: parent,
  设立日期: "2026-02-01",
});
const imported = (file: string, ...args: string[]) =>
  importWith(group.application, readImportOptions([join(folder, file), "--as", "east", "--org", "EAST", ...args])!);

test("--dry-run counts and names every bad cell, writes nothing, and ends with 1 where there is one", async () => {
  const before = await tableMarks(group.database.superUrl);
  expect(await imported("wrong.xlsx", "--dry-run")).toBe(1);
  expect(said[0]).toBe("组织  新增 1  更新 0  不变 0  错误 1");
  expect(said.at(-1)).toMatch(/^组织!D3 {2}没有代码为“NOBODY”的组织/);
  said = [];
  expect(await imported("right.xlsx", "--dry-run", "--json")).toBe(0);
  const { errors, sheets } = JSON.parse(said.join("\n")) as { errors: number; sheets: { added: number }[] };
  expect([errors, ...sheets.map(({ added }) => added)]).toEqual([0, 1, 0, 0, 0, 0]);
  expect(await tableMarks(group.database.superUrl)).toEqual(before);
});

test("--commit takes in all or nothing, in the name of the account, and the same file twice only once", async () => {
  const before = await tableMarks(group.database.superUrl);
  expect(await imported("wrong.xlsx", "--commit")).toBe(1);
  expect(await tableMarks(group.database.superUrl)).toEqual(before);
  said = [];
  expect(await imported("right.xlsx", "--commit")).toBe(0);
  expect(said.at(-1)).toMatch(/^已导入（[0-9a-f-]{36}），/);
  expect(await group.query("SELECT file_name FROM import_batch")).toEqual([{ file_name: "right.xlsx" }]);
  const entries = await group.query(
    "SELECT account_name AS name FROM audit_entry WHERE action = 'imports.commit_roster'",
  );
  expect(entries).toEqual([{ name: "east" }]);
  expect(await imported("right.xlsx", "--commit", "--language", "en")).toBe(0);
  expect(said.at(-1)).toBe("Nothing to change; nothing was written.");
});

test("a place that isn't his, an account and a file that aren't there are said, and the end is 1", async () => {
  expect(await imported("right.xlsx", "--commit", "--org", "WEST")).toBe(1);
  expect(await imported("right.xlsx", "--commit", "--as", "ghost")).toBe(1);
  expect(await imported("none.xlsx", "--commit")).toBe(1);
  expect(said.slice(1)).toEqual([
    "没有这个账号 / no such account: ghost",
    expect.stringMatching(/^没有这个文件 \/ no such file: .*none\.xlsx$/),
  ]);
});

test("words that are off are answered with the usage and 2", async () => {
  expect(await importCommand([])).toBe(2);
  expect(await importCommand(["a.xlsx", "--as", "east"])).toBe(2);
  expect(await importCommand(["a.xlsx", "--as", "east", "--dry-run", "--commit"])).toBe(2);
  expect(await importCommand(["a.xlsx", "--as", "east", "--commit", "--effective-on", "2026-02-30"])).toBe(2);
  expect(said[0]).toMatch(/^dutyloop import/);
});
