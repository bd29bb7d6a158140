import { expect, test } from "@playwright/test";
import { savedBy } from "./files.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

test("many rows of people leave for a stated purpose only; the security administrator is told and enters what he found", async ({
  page,
}) => {
  const purpose = `党员年度统计 ${Date.now() % 100_000}`;
  await signIn(page, "officer");
  await page.goto("/people");
  await expect(page.getByRole("table", { name: "人员名册" }).getByRole("row").nth(1)).toBeVisible();
  const sheet = page.getByRole("dialog");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await expect(sheet.getByText(/须写明用途/)).toBeVisible();
  await sheet.getByLabel("用途").fill(purpose);
  const file = await savedBy(page, () => sheet.getByRole("button", { name: "导出", exact: true }).click());
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
  await expect(sheet).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, "security");
  await page.goto("/admin/grants");
  await page.getByRole("alert").filter({ hasText: "安全告警待核查" }).getByRole("link", { name: "去核查" }).click();
  const row = page.getByRole("row").filter({ hasText: purpose });
  await expect(row).toContainText(/导出“人员名册” \d+ 行/);
  await row.getByRole("button", { name: /^登记核查/ }).click();
  await sheet.getByLabel("核查情况").fill("与专责核实，用于年报");
  await sheet.getByRole("button", { name: "登记", exact: true }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole("button", { name: "已核查", exact: true }).click();
  await expect(row).toContainText("与专责核实，用于年报");
});
