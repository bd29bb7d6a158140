import { expect, test } from "vitest";
import { matrixMonths } from "./duty-matrix.ts";
import { choicesOf, columnsOf, type UnknownList } from "./list.ts";
import { lists, workbooks } from "./lists.ts";
import { workbookNames } from "./names.ts";

const all = Object.entries(workbooks) as [string, UnknownList][];

test("every named list has columns, at least two of them shown at first", () => {
  expect(Object.keys(workbooks).toSorted()).toEqual([...workbookNames].toSorted());
  for (const [name, list] of all) expect(columnsOf(list, null).length, name).toBeGreaterThan(1);
});

test("no two columns of a list have the same key, and keys are what addresses and kept views take", () => {
  for (const [name, { columns }] of all) {
    expect(new Set(columns.map(({ key }) => key)).size, name).toBe(columns.length);
    const choices = choicesOf(columns);
    for (const { key } of choices) expect(key, name).toMatch(/^[a-z][A-Za-z]{0,29}$/);
    // As many as an address holds.
    expect(choices.map(({ key }) => key).join(".").length, name).toBeLessThan(600);
  }
});

test("lists and columns are worded in both languages, and a sheet of a workbook can be called as its list", () => {
  for (const [, { name, columns }] of all) {
    for (const { zh, en } of [name, ...columns.map((column) => column.name)]) {
      expect(zh.trim(), en).not.toBe("");
      expect(en, zh).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const word of [name.zh, name.en]) expect(word).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  }
});

test("chosen columns come in the chosen order, each once; what a list doesn't have is left out", () => {
  const keys = (chosen: readonly string[] | null) => columnsOf(lists.listPeople, chosen).map(({ key }) => key);
  expect(keys(["post", "name", "post", "nothing"])).toEqual(["post", "name"]);
  expect(keys(["nothing"])).toEqual(keys(null));
  expect(keys(null)).not.toContain("double");
});

test("columns of a group are chosen as one, and a fixed column stands first whatever is chosen", () => {
  const { getDutyMatrix } = lists;
  expect(choicesOf(getDutyMatrix.columns).map(({ key }) => key)).toEqual(["kind", ...matrixMonths]);
  const heads = columnsOf(getDutyMatrix, ["mar", "kind", "organization"]).map(({ name, group }) => [
    group?.name.zh,
    name.zh,
  ]);
  expect(heads).toEqual([
    [undefined, "组织"],
    ...["应开", "已开", "逾期", "补录"].map((name) => ["3月", name]),
    [undefined, "类型"],
  ]);
  expect(columnsOf(getDutyMatrix, null).map(({ key }) => key)).not.toContain("kind");
});
