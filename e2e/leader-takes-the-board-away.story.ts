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
  expect(heads?.slice(2, 6)).toEqual(["应开", "已开", "逾期", "补录"]);
  expect(rows.filter(([name]) => !name?.startsWith("其中"))).toHaveLength(organizations + 1);
  await page.goto("/duties/burden");
  await expect(page.getByRole("table").first()).toBeVisible();
  expect((await taken(page))[2]?.slice(2, 5)).toEqual(["纪实", "手填字段", "系统代填"]);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "应开、已开、逾期、补录" })).toBeVisible();
  expect((await taken(page)).at(-1)?.[0]).toBe("合计");
});
