import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { sheetTexts } from "../server/testing/sheet-texts.ts";
import { savedBy } from "./files.ts";
import { waitingMonth } from "./months.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

async function taken(page: Page): Promise<string[][]> {
  const button = page.getByRole("main").getByRole("button", { name: "导出", exact: true });
  const file = await savedBy(page, () => button.click());
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  return sheetTexts(await readFile(await file.path()));
}

test("the leader takes a board away as a workbook, with the columns and figures that he sees", async ({ page }) => {
  await signIn(page, "leader");
  const month = waitingMonth();
  await page.goto(`/board?period=${month}&class=生产类`);
  const table = page.getByRole("table");
  await expect(table.getByRole("row").nth(1)).toBeVisible();
  const totals = await table.locator("tbody tr td:nth-child(3)").allTextContents();
  const names = await table.locator("tbody tr td:nth-child(2) a").allTextContents();
  const [title, , heads, ...rows] = await taken(page);
  expect(title?.[0]).toContain(`${month.slice(0, 4)}年${Number(month.slice(5))}月`);
  expect(title?.[0]).toContain("生产类");
  expect(heads?.slice(0, 3)).toEqual(["位次", "支部", "总分"]);
  expect(rows.slice(0, totals.length).map(([, name, total]) => [name, total])).toEqual(
    totals.map((total, index) => [names[index], total]),
  );
});

test("the matrix, the burden and the figures of a month go away as workbooks of all their rows", async ({ page }) => {
  await signIn(page, "leader");
  await page.goto("/duties/matrix");
  await expect(page.getByRole("table")).toBeVisible();
  const organizations = await page.locator("tbody tr:has(td a)").count();
  const [, , months, heads, ...rows] = await taken(page);
  expect(months).toContain("12月");
  expect(heads?.slice(0, 5)).toEqual(["组织", "应开", "已开", "逾期", "补录"]);
  expect(rows.filter(([name]) => !name?.startsWith("其中"))).toHaveLength(organizations + 1);
  await page.goto("/duties/burden");
  await expect(page.getByRole("table").first()).toBeVisible();
  expect((await taken(page))[2]?.slice(2, 5)).toEqual(["纪实", "手填字段", "系统代填"]);
  await page.goto("/duties/burden?cols=share.typed");
  await expect(page.getByRole("table").first().getByRole("columnheader")).toHaveText(["月份", "代填占比", "手填字段"]);
  expect((await taken(page))[2]).toEqual(["统计", "月份或组织", "代填占比", "手填字段"]);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "应开、已开、逾期、补录" })).toBeVisible();
  expect((await taken(page)).at(-1)?.[0]).toBe("合计");
});

test("the leader shows two months of the matrix, keeps them under a name and takes away just these", async ({
  page,
}) => {
  await signIn(page, "leader");
  await page.goto("/duties/matrix?which=all");
  const heads = page.getByRole("table").getByRole("columnheader");
  await expect(heads).toHaveCount(13);
  const sheet = page.getByRole("dialog");
  await page.getByRole("button", { name: "列 12/13" }).click();
  for (const month of [1, 2, 4, 5, 6, 7, 8, 9, 10, 12])
    await sheet.getByRole("checkbox", { name: `${month}月`, exact: true }).uncheck();
  await page.keyboard.press("Escape");
  await expect(heads).toHaveCount(3);
  const view = `两个月${Date.now() % 100_000}`;
  await page.getByRole("button", { name: "视图", exact: true }).click();
  await sheet.getByLabel("新视图的名称").fill(view);
  await sheet.getByRole("button", { name: "保存视图" }).click();
  await expect(page.getByRole("button", { name: `视图：${view}` })).toBeVisible();

  await page.goto("/duties/matrix");
  await expect(heads).toHaveCount(13);
  await page.getByRole("button", { name: "视图", exact: true }).click();
  await sheet.getByRole("button", { name: `打开 ${view}` }).click();
  await expect(heads).toHaveText(["组织", "3月", "11月"]);
  await expect(page).toHaveURL(/which=all/);
  const [, , months] = await taken(page);
  expect(months?.filter(Boolean)).toEqual(["3月", "11月"]);
});
