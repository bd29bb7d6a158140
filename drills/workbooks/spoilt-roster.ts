import { organizationSheet, personSheet } from "../../server/modules/imports/roster/roster-columns.ts";
import { workbookOf } from "../../server/testing/workbooks.ts";

type Given = Parameters<typeof workbookOf>[0][string][number][number];
type Row = Record<string, Given>;
/** What is wrong in a row: which columns are named, and how the row comes to be so. */
type Spoiling = {
  readonly columns: readonly string[];
  readonly cells?: (row: Row, before: Row) => Row;
  readonly merged?: readonly [from: string, to: string];
  readonly hidden?: true;
};

const peopleOfABranch = 100;
const filled = [
  "人员编号",
  "姓名",
  "性别",
  "手机",
  "出生日期",
  "党员状态",
  "党支部代码",
  "编入日期",
  "入党日期",
  "转正日期",
];
const cell = (column: string, given: Given): Spoiling => ({ columns: [column], cells: () => ({ [column]: given }) });

/** Twelve kinds, of which one is the sheet that doesn't belong there. */
const spoilings: readonly Spoiling[] = [
  cell("党支部代码", "NOBODY"),
  {
    columns: ["人员编号"],
    cells: (_, before) => ({ 人员编号: before.人员编号 ?? null, 党支部代码: before.党支部代码 ?? null }),
  },
  cell("出生日期", "2026-02-30"),
  cell("手机", "不详"),
  cell("手机", "１３８００００００００"),
  cell("党员状态", "党员"),
  cell("身份证号", 110105194912310020),
  cell("身份证号", "110105194912310021"),
  cell("姓名", "＝1+1"),
  { columns: ["入党日期"], merged: ["入党日期", "转正日期"] },
  { columns: ["党支部代码"], cells: (row) => ({ 党支部代码: { t: "s", v: String(row.党支部代码), f: '"B1"' } }) },
  { columns: filled, hidden: true },
];
export const kindsOfSpoiling = spoilings.length + 1;
const strangeSheet = "其他";

export type SpoiltRoster = { readonly bytes: Buffer; readonly wrongCells: ReadonlySet<string> };

/** A roster of branches and so many people, so many of whose rows are wrong, spread over the sheet. */
export function spoiltRoster(rows: number, wrong: number): SpoiltRoster {
  const branches = Math.ceil(rows / peopleOfABranch);
  const every = wrong === 0 ? 0 : Math.floor(rows / wrong);
  const people = Array.from({ length: rows }, (_, at) => personAt(at, branches));
  const wrongCells = new Set<string>();
  const merges: { s: { r: number; c: number }; e: { r: number; c: number } }[] = [];
  const shown: { hidden?: boolean }[] = [];
  for (let number = 0; number < wrong; number += 1) {
    // Never the first row: a double needs one before it.
    const at = number * every + 1;
    const spoiling = spoilings[number % spoilings.length] as Spoiling;
    const [row, before] = [people[at], people[at - 1]];
    if (!row || !before) throw new Error("There are more wrong rows than rows");
    Object.assign(row, spoiling.cells?.(row, before));
    for (const column of spoiling.columns) wrongCells.add(`${letterOf(column)}${at + 2}`);
    const [from, to] = spoiling.merged ?? [];
    if (from && to) merges.push({ s: { r: at + 1, c: indexOf(from) }, e: { r: at + 1, c: indexOf(to) } });
    if (spoiling.hidden) shown[at + 1] = { hidden: true };
  }
  const table = (columns: readonly { heading: string }[], list: readonly Row[]) => [
    columns.map(({ heading }) => heading),
    ...list.map((row) => columns.map(({ heading }) => row[heading] ?? null)),
  ];
  const organizations = Array.from({ length: branches }, (_, branch) => ({
    组织代码: `B${branch}`,
    组织名称: `第${branch}党支部`,
    组织类型: "党支部",
    上级组织代码: "load",
    设立日期: "2026-01-01",
  }));
  const sheets = {
    组织: table(organizationSheet.columns, organizations),
    // Blank rows at the end are nobody's fault.
    人员: [...table(personSheet.columns, people), [], [" "], []],
    ...(wrong > 0 ? { [strangeSheet]: [["甲"]] } : {}),
  };
  return { bytes: workbookOf(sheets, { 人员: { "!merges": merges, "!rows": shown } }), wrongCells };
}

function personAt(at: number, branches: number): Row {
  return {
    人员编号: `R${at}`,
    // Blanks around a name are left out.
    姓名: at % 97 === 0 ? `党员${at}  ` : `党员${at}`,
    性别: at % 3 === 0 ? "女" : "男",
    手机: `138${String(at).padStart(8, "0")}`,
    出生日期: `19${60 + (at % 40)}-0${1 + (at % 9)}-1${at % 10}`,
    党员状态: "正式党员",
    党支部代码: `B${at % branches}`,
    编入日期: "2026-01-01",
    入党日期: "2005-07-01",
    转正日期: "2006-07-01",
  };
}

const indexOf = (heading: string) => personSheet.columns.findIndex((column) => column.heading === heading);
const letterOf = (heading: string) => String.fromCharCode(65 + indexOf(heading));
