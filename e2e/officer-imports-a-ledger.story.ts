import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { readWorkbook } from "../server/platform/spreadsheets/read-workbook.ts";
import { type LedgerRow, ledgerOf } from "../server/testing/ledger-files.ts";
import { mended } from "../server/testing/workbooks.ts";
import { expectAccessible } from "./accessible.ts";
import { drop, savedBy } from "./files.ts";
import { dayBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

const title = "研究台账移交";
/** A committee meeting of 变电运维中心党支部, on a day whose month is open. */
const meeting = (over: LedgerRow = {}): LedgerRow => ({
  组织代码: "15",
  类型: "支委会",
  主题: title,
  日期: dayBack(1),
  开始时间: "14:30",
  实到人数: "1",
  议题: "研究党建与业务融合工作",
  会议内容: "学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，责任到人。",
  ...over,
});
const wrongLedger = () => ({
  name: "台账.xlsx",
  mimeType: "application/octet-stream",
  buffer: ledgerOf([meeting(), meeting({ 组织代码: "NO-SUCH" }), meeting({ 日期: "2026-02-30" })]),
});

async function openLedger(page: Page) {
  await signIn(page, "officer");
  await page.goto("/imports");
  await page.getByRole("button", { name: "三会一课台账" }).click();
  await expect(page.getByRole("heading", { name: "准备台账" })).toBeVisible();
  return {
    chosen: page.locator("input[type=file]"),
    counts: page.getByRole("table", { name: "各表核对结果" }),
    cells: page.getByRole("table", { name: "有误的单元格" }),
    confirm: page.getByRole("button", { name: "确认导入" }),
  };
}

test("a past ledger with errors is told cell by cell, the mended one is entered once, and taken back it leaves nothing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize(desk);
  const { chosen, counts, cells, confirm } = await openLedger(page);
  const template = await savedBy(page, () => page.getByRole("link", { name: "下载空白模板" }).click());
  expect(template.suggestedFilename()).toBe("ledger.xlsx");
  const sheets = await readWorkbook(await readFile(await template.path()));
  expect(Array.isArray(sheets) && sheets.map(({ name }) => name)).toEqual(["三会一课"]);
  await chosen.setInputFiles(await template.path());
  await expect(page.getByText("文件里没有填写任何一行。请填写后再选一次。")).toBeVisible();

  await chosen.setInputFiles(wrongLedger());
  await expect(counts.getByRole("row", { name: "三会一课 0 0 0 3" })).toBeVisible();
  await expect(cells.getByRole("row", { name: /三会一课!A3 没有代码为“NO-SUCH”的组织/ })).toBeVisible();
  await expect(cells.getByRole("row", { name: /三会一课!D4 日历上没有这一天/ })).toBeVisible();
  const present = await cells.getByRole("row", { name: /三会一课!F2 按名单实到 \d+ 人/ }).textContent();
  const expected = /实到 (\d+) 人/.exec(present ?? "")?.[1] ?? "";
  await expect(confirm).toHaveCount(0);
  const wrongRows = await savedBy(page, () => page.getByRole("button", { name: "下载错误行" }).click());
  expect(wrongRows.suggestedFilename()).toBe("错误行-台账.xlsx");

  // The reasons stand in its first column; mended, the same workbook is dropped again.
  const right = mended(await readFile(await wrongRows.path()), "三会一课", {
    ...{ O2: expected, B3: "15", F3: `${title}（二）`, O3: expected },
    ...{ G4: dayBack(1), F4: `${title}（三）`, O4: expected },
  });
  await drop(page, "错误行-台账.xlsx", right);
  await expect(counts.getByRole("row", { name: "三会一课 3 0 0 0" })).toBeVisible();
  await expect(page.getByText(/新增的会议将完成 \d+ 项责任事项。/)).toBeVisible();
  await expect(page.getByRole("region", { name: "三会一课的行" }).getByRole("cell", { name: title })).toHaveCount(3);
  const written: string[] = [];
  await page.route(/\/ledger\?/, async (route) => {
    written.push(route.request().url());
    await expect(page.getByText("正在发送文件")).toBeVisible();
    await expect(page.getByText(/请不要关闭本页/)).toBeVisible();
    await route.continue();
  });
  await confirm.dblclick();
  await expect(page.getByText("已导入：新增 3 行，更新 0 行。")).toBeVisible();
  expect(written).toHaveLength(1);

  await page.getByRole("button", { name: "再导入一个文件" }).click();
  await drop(page, "台账.xlsx", right);
  await expect(counts.getByRole("row", { name: "三会一课 0 0 3 0" })).toBeVisible();
  await expect(page.getByText("文件里的会议都已登记过，没有要写入的。")).toBeVisible();
  await expect(confirm).toHaveCount(0);
  const entered = page.getByRole("link", { name: new RegExp(title) });
  await page.goto("/records");
  await expect(entered).toHaveCount(3);

  await page.goto("/imports");
  const batch = page.getByRole("table", { name: "导入记录" }).getByRole("row").nth(1);
  await expect(batch).toContainText("台账");
  await batch.getByRole("button", { name: /^撤销导入/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销", exact: true }).click();
  await expect(batch).toContainText("已撤销");
  await page.goto("/records");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
  await expect(entered).toHaveCount(0);
});

for (const [viewport, colorScheme] of [
  [desk, "light"],
  [phone, "light"],
  [phone, "dark"],
] as const) {
  test(`the import of a ledger holds to WCAG 2.2 AA at ${viewport.width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const { chosen, cells } = await openLedger(page);
    await expectAccessible(page);
    await chosen.setInputFiles(wrongLedger());
    await expect(cells).toBeVisible();
    await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
    await expectAccessible(page);
  });
}
