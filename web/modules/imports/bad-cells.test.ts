import { expect, test } from "vitest";
import { shownCells } from "./bad-cells.ts";

const problem = (path: string) => ({ path, code: "import.twice", values: {} });
const cell = (address: string, heading: string, text: string) => ({ address, heading, text });
const row = (...cells: ReturnType<typeof cell>[]) => ({ sheet: "组织", row: 2, outcome: "wrong" as const, cells });

test("cells that say something are shown, and blank ones only where they are wrong", () => {
  const given = row(cell("组织!A2", "组织代码", "A"), cell("组织!B2", "组织名称", ""), cell("组织!C2", "组织类型", ""));
  expect(shownCells(given, [problem("组织!B2"), problem("组织!C3")])).toEqual([
    { address: "组织!A2", heading: "组织代码", text: "A", wrong: false },
    { address: "组织!B2", heading: "组织名称", text: "", wrong: true },
  ]);
});

test("a column that isn't in the file isn't taken for the first one, whose address it bears", () => {
  const given = row(cell("组织!A2", "组织代码", "A"), cell("组织!A2", "考核类别", ""));
  expect(shownCells(given, [problem("组织!A2")])).toEqual([
    { address: "组织!A2", heading: "组织代码", text: "A", wrong: true },
  ]);
});
