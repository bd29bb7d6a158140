import { organizationSheet, personSheet } from "../../server/modules/imports/roster/roster-columns.ts";
import { writeWorkbook } from "../../server/platform/spreadsheets/write-workbook.ts";

const peopleOfABranch = 100;
/** Each breaks one cell of a right row in a way of its own. */
const spoilings: readonly Readonly<Record<string, string>>[] = [
  { 出生日期: "1980-02-30" },
  { 党支部代码: "NOBODY" },
  { 手机: "１３８００００００００" },
  // Behind a blank it isn't neutralised when it is written; the blank is left out when it is read.
  { 姓名: " =1+1" },
  { 党员状态: "党员" },
  { 身份证号: "110105194912310021" },
  { 编入日期: "2019-12-31" },
];

const usual = { founded: "2020-01-01", joined: "2026-01-01" } as const;

/**
 * A roster of branches and so many people, `errors` of whose rows have one wrong cell each, spread over the sheet; with the
 * days on which its branches were founded and its people joined them.
 */
export function rosterFile(rows: number, errors: number, days: Record<keyof typeof usual, string> = usual): Buffer {
  const branches = Math.ceil(rows / peopleOfABranch);
  const every = errors === 0 ? Number.POSITIVE_INFINITY : Math.floor(rows / errors);
  const spoiltAt = (row: number) => row % every === 0 && row / every < errors;
  const people = Array.from({ length: rows }, (_, row) => ({
    人员编号: `R${row}`,
    姓名: `党员${row}`,
    性别: row % 3 === 0 ? "女" : "男",
    手机: `138${String(row).padStart(8, "0")}`,
    出生日期: `19${60 + (row % 40)}-0${1 + (row % 9)}-1${row % 10}`,
    党员状态: "正式党员",
    党支部代码: `B${row % branches}`,
    编入日期: days.joined,
    入党日期: "2005-07-01",
    转正日期: "2006-07-01",
    ...(spoiltAt(row) ? spoilings[(row / every) % spoilings.length] : {}),
  }));
  const organizations = Array.from({ length: branches }, (_, branch) => ({
    组织代码: `B${branch}`,
    组织名称: `第${branch}党支部`,
    组织类型: "党支部",
    上级组织代码: "load",
    设立日期: days.founded,
  }));
  return writeWorkbook([sheetOf(organizationSheet, organizations), sheetOf(personSheet, people)]);
}

type Named = { readonly name: string; readonly columns: readonly { readonly heading: string }[] };

function sheetOf({ name, columns }: Named, rows: readonly Readonly<Record<string, string>>[]) {
  return {
    name,
    columns: columns.map(({ heading }) => ({ heading, width: 18 })),
    rows: rows.map((row) => columns.map(({ heading }) => row[heading] ?? "")),
  };
}
