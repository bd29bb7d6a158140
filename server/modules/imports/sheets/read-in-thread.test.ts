import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { describe, expect, test } from "vitest";
import { mostFaults } from "../../../platform/spreadsheets/fault-list.ts";
import { rosterOf } from "../../../testing/roster-files.ts";
import { workbookOf } from "../../../testing/workbooks.ts";
import { readInThread } from "./read-in-thread.ts";

const people = (count: number) =>
  rosterOf({
    人员: Array.from({ length: count }, (_, row) => ({ 人员编号: `R${row}`, 姓名: `人${row}`, 党员状态: "正式党员" })),
  });
const read = async (bytes: unknown, ...within: [Parameters<typeof readInThread>[1]?]) =>
  readInThread({ bytes, wanted: "roster" }, ...within);
const sheetOf = async (bytes: Buffer, name = "人员") => {
  const told = await read(bytes);
  if (isRefusal(told)) throw new Error(told.code);
  const sheet = told.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error("no such sheet");
  return sheet;
};
const codeOf = async (...given: Parameters<typeof read>) => {
  const told = await read(...given);
  return isRefusal(told) ? told.code : null;
};
const nested = (depth: number) => JSON.parse("[".repeat(depth) + "]".repeat(depth)) as unknown;
const eating = "const rows = []; for (;;) rows.push(new Array(10_000).fill(rows.length));";
const code = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`);

describe("rows come out of the thread as they stood in the file", () => {
  test("with what was written, what it is taken for, and where", async () => {
    const bytes = rosterOf({
      人员: [
        { 人员编号: "Ｒ－1", 姓名: " 甲 ", 性别: "女", 行政职务: "（清空）" },
        { 人员编号: "R2", 姓名: "乙", 手机: "123" },
      ],
    });
    const { rows, spoilt, faults, errors } = await sheetOf(bytes);
    const [row] = rows;
    expect(row?.given).toMatchObject({ number: "R-1", name: "甲", sex: "F", position: "", phone: null });
    const told = ["number", "name", "sex", "position", "phone"].map((key) => [row?.written(key), row?.address(key)]);
    expect(told.map(([written]) => written)).toEqual(["Ｒ－1", " 甲 ", "女", "（清空）", ""]);
    expect(told[0]?.[1]).toBe("人员!A2");
    expect([spoilt.length, spoilt[0]?.number, spoilt[0]?.written("phone"), spoilt[0]?.given.name]).toEqual([
      1,
      3,
      "123",
      "乙",
    ]);
    expect([errors, ...faults.map(({ path }) => path)]).toEqual([1, "人员!E3"]);
  });

  test("however many there are", async () => {
    const { rows } = await sheetOf(people(2500));
    expect(rows.map(({ given }) => given.number)).toEqual(Array.from({ length: 2500 }, (_, row) => `R${row}`));
  });
});

test("of hidden rows with more faults than anybody can mend the first are kept and all are counted", async () => {
  const heading = ["人员编号", "姓名", "性别"];
  const rows = Array.from({ length: mostFaults }, (_, row) => [`R${row}`, "甲", "男"]);
  const hidden = { "!rows": [{}, ...rows.map(() => ({ hidden: true }))] };
  const { faults, errors, spoilt } = await sheetOf(workbookOf({ 人员: [heading, ...rows] }, { 人员: hidden }));
  expect([faults.length, errors, spoilt.length]).toEqual([mostFaults, 3 * mostFaults, mostFaults]);
  expect(faults[3]).toMatchObject({ path: "人员!A3", code: "workbook.cell.hidden" });
});

describe("a thread that comes to nothing ends as a refusal", () => {
  test.each([
    ["what isn't a file", undefined, "workbook.empty"],
    ["what is nested too deep to be handed over", nested(5000), "workbook.empty"],
    ["no workbook", Buffer.from("组织代码,组织名称\n"), "workbook.not_xlsx"],
  ])("%s", async (_name, bytes, wanted) => expect(await codeOf(bytes)).toBe(wanted));

  test("where it takes more memory than any roster", async () =>
    expect(await codeOf(people(1), { megabytes: 16, thread: code(eating) })).toBe("workbook.bomb"));

  test("where it takes more time than any roster", async () =>
    expect(await codeOf(people(1), { milliseconds: 1, thread: code("setInterval(() => {}, 1000)") })).toBe(
      "workbook.bomb",
    ));

  test.each([
    ["where it breaks", "throw new Error('broken')"],
    ["where it ends without a word", "process.exit(0)"],
  ])("%s", async (_name, text) => expect(await codeOf(people(1), { thread: code(text) })).toBe("workbook.damaged"));

  test("and the next file is read all the same", async () => expect((await sheetOf(people(1))).rows).toHaveLength(1));
});

test("the server answers others while a large file is read", async () => {
  let turns = 0;
  const counting = setInterval(() => {
    turns += 1;
  }, 1);
  await sheetOf(people(5000));
  clearInterval(counting);
  expect(turns).toBeGreaterThan(20);
});

test("files wait for each other", async () => {
  const ended: string[] = [];
  const reading = async (name: string, thread: URL) => {
    await read(undefined, { thread, milliseconds: 300 });
    ended.push(name);
  };
  await Promise.all([
    reading("slow", code("setInterval(() => {}, 1000)")),
    reading("quick", code("throw new Error('broken')")),
  ]);
  expect(ended).toEqual(["slow", "quick"]);
});
