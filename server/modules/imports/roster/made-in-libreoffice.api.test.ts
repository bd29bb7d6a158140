import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import { confirming, sendingRoster } from "../../../testing/roster-files.ts";

/**
 * The product's own blank template, opened with LibreOffice Calc 7.4, filled in and saved again as .xlsx (soffice
 * --headless --convert-to). So it holds what only Calc writes: dates as styled serial numbers, in two formats, one typed
 * as text; a member's number and a telephone number typed as figures; a name half in bold; all its rows and styles.
 */
const file = join(import.meta.dirname, "made-in-libreoffice.xlsx");

let group: AssessedGroup;
let raw: Buffer;
beforeAll(async () => {
  group = await assessedGroup();
  await group.organization("EAST", { kind: "COMMITTEE", name: "东部党委" });
  raw = await readFile(file);
});
afterAll(() => group.close());

test("a workbook made in LibreOffice is read as it was filled in", async () => {
  const { sheets, problems, rows } = await group.office.ask("previewRoster", sendingRoster(group.rootId, raw));
  expect(problems).toEqual([]);
  expect(sheets.map(({ name, added, wrong }) => [name, added, wrong])).toEqual([
    ["组织", 3, 0],
    ["单位", 1, 0],
    ["覆盖", 1, 0],
    ["人员", 2, 0],
    ["任职", 1, 0],
  ]);
  expect(rows.map(({ sheet, row, cells }) => [sheet, row, ...cells.map(({ text }) => text).filter(Boolean)])).toEqual([
    ["组织", 2, "LO-1", "采制样党支部", "党支部", "EAST", "生产类", "2026-01-01"],
    ["组织", 3, "LO-1G", "第一党小组", "党小组", "LO-1", "2026-02-01"],
    ["组织", 4, "LO-2", "化验党支部", "党支部", "EAST", "2026-01-15"],
    ["单位", 2, "DW-LO", "采制样中心", "部门", "华东", "2026-01-01"],
    ["覆盖", 2, "DW-LO", "LO-1", "2026-01-01"],
    [
      ...["人员", 2, "70001", "欧阳采", "女", "••••••", "••••••", "1949-12-31", "正式党员", "LO-1", "LO-1G"],
      ...["2026-02-01", "1975-07-01", "1976-07-01", "DW-LO", "主任 & 高级工程师", "是"],
    ],
    ["人员", 3, "R70002", "化验员<乙>", "女", "••••••", "预备党员", "LO-2", "2026-02-03"],
    ["任职", 2, "70001", "LO-1", "书记", "2026-02-10", "否"],
  ]);
});

test("it is taken in, and the same file then says what stands already", async () => {
  await group.office.ask("commitRoster", await confirming(group.office, group.rootId, raw));
  const stands = await group.query<{ person: string }>(
    `SELECT concat_ws(' ', p.number, p.name, o.name, m.state, m.valid_from) AS person
     FROM person p JOIN membership m ON m.person_id = p.id JOIN organization o ON o.id = m.organization_id
     WHERE p.number IN ('70001', 'R70002') ORDER BY p.number`,
  );
  expect(stands.map(({ person }) => person)).toEqual([
    "70001 欧阳采 采制样党支部 FULL 2026-02-01",
    "R70002 化验员<乙> 化验党支部 PROBATIONARY 2026-02-03",
  ]);
  const { sheets } = await group.office.ask("previewRoster", sendingRoster(group.rootId, raw));
  expect(sheets.flatMap(({ added, changed, wrong }) => [added, changed, wrong])).toEqual(Array(15).fill(0));
});
