import { expect, test } from "@playwright/test";
import { monthBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

// A month whose duties are all due, whatever the day.
const month = monthBack(2);
const column = Number(month.slice(5));

test("the leader goes from the group's figures to the matrix, and from a branch's month to its duties", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "leader");
  await page.goto(`/?period=${month}`);
  const figures = page.getByRole("table", { name: "应开、已开、逾期、补录" });
  const total = figures.locator("tfoot td");
  await expect(total).toHaveCount(5);
  const [owed = "", done = ""] = (await total.allTextContents()).slice(1);
  expect(Number(owed)).toBeGreaterThan(0);
  await page.getByRole("link", { name: "看履责矩阵" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "履责矩阵" })).toBeVisible();
  const matrix = page.getByRole("region", { name: "履责矩阵" });
  // The total of the month is what the first page said.
  await expect(matrix.locator("tfoot td").nth(column - 1)).toContainText(`${done} / ${owed}`);
  await page.getByRole("button", { name: "所有组织" }).click();
  await expect(page).toHaveURL(/which=all/);
  await expect(matrix.locator("tfoot td").nth(column - 1)).toContainText(`${done} / ${owed}`);
  await page.getByRole("button", { name: "直接下级" }).click();

  await matrix
    .locator("tbody tr")
    .filter({ hasText: "党支部" })
    .first()
    .locator("td")
    .nth(column - 1)
    .getByRole("link")
    .click();
  await expect(page).toHaveURL(new RegExp(`/duties\\?.*period=${month}`));
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("a secretary sees the months of his branch on a phone, with a word beside each sign", async ({ page }) => {
  await page.setViewportSize(phone);
  await signIn(page, "secretary");
  await page.goto("/duties/matrix");
  const months = page.getByRole("listitem").filter({ hasText: /\d+年\d+月/ });
  await expect(months).toHaveCount(12);
  await expect(months.nth(column - 1)).toContainText(/已开|逾期|补录|待开/);
  await expect(page.getByRole("button", { name: "所有组织" })).toHaveCount(0);
  await page.goto("/duties/burden");
  await expect(page.getByRole("table", { name: "按月" }).locator("tbody tr").first()).toContainText("%");
});
