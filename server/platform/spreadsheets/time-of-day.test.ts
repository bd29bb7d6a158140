import { isRefusal } from "@dutyloop/domain/kernel/refusal.ts";
import { expect, test } from "vitest";
import { workbookOf } from "../../testing/workbooks.ts";
import { FaultList } from "./fault-list.ts";
import { readWorkbook } from "./read-workbook.ts";
import { readTable, type TableColumn } from "./table.ts";

const columns: readonly TableColumn<"at">[] = [{ key: "at", heading: "时间", required: true, kind: { of: "time" } }];

async function read(given: Parameters<typeof workbookOf>[0][string][number][number]) {
  const sheets = await readWorkbook(workbookOf({ 表: [["时间"], [given]] }));
  if (isRefusal(sheets)) throw new Error(sheets.code);
  const faults = new FaultList();
  const [row] = readTable(sheets[0]!, columns, faults);
  return (row?.spoilt ? null : row?.values.at) ?? faults.kept.map(({ path, code }) => `${path} ${code}`).join();
}

test.each([
  ["14:30", "14:30"],
  ["9:05", "09:05"],
  ["１４：３０", "14:30"],
  ["08:00:00", "08:00"],
  [{ t: "n", v: 0.604166666666667, z: "h:mm" } as const, "14:30"],
  [{ t: "n", v: 0.999, z: "h:mm" } as const, "23:59"],
])("%j is a time of day", async (given, time) => expect(await read(given)).toBe(time));

test.each([
  "24:00",
  "14:60",
  "下午两点",
  1430,
  "14.30",
  { t: "n", v: 46091.6041666667, z: "yyyy-mm-dd hh:mm" } as const,
])("%j is none", async (given) => expect(await read(given)).toBe("表!A2 workbook.cell.not_a_time"));
