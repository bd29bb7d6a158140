import { expect, test } from "@playwright/test";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

test("the leader sees the ring and the board, and opens a number down to the record", async ({ page }) => {
  await signIn(page, "leader");
  await expect(page.getByRole("img", { name: /责任环|明责/ }).first()).toBeVisible();
  await expect(page.getByText("试算").first()).toBeVisible();

  await page.getByRole("link", { name: "看全部", exact: true }).last().click();
  await expect(page.getByRole("heading", { name: /月积分榜/ })).toBeVisible();
  await expect(page.getByText(/在榜 \d+ 个，排名 \d+ 个/)).toBeVisible();

  await page.locator("tbody tr").first().getByRole("link").first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText("得分说明书").first()).toBeVisible();
  await expect(drawer.getByText(/÷.*=/).first()).toBeVisible();

  await drawer.getByRole("tab", { name: /依据/ }).click();
  await drawer.getByRole("tabpanel").getByRole("link").first().click();
  await expect(drawer.getByText(/应到/).first()).toBeVisible();
});
