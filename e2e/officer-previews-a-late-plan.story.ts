import { expect, test } from "@playwright/test";
import { desk, signIn } from "./product.ts";

test("a plan that begins in the past says how much will be overdue at once; of the months to come nothing is", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/duties/plans/new");
  const preview = page.getByRole("button", { name: /预览$/ });
  await expect(page.getByText("先为每条要求选好工作")).toBeVisible();
  await expect(preview).toBeDisabled();
  await page.getByLabel("工作", { exact: true }).selectOption({ label: "主题党日" });
  await expect(page.getByText("先为每条要求选好工作")).toHaveCount(0);

  const year = page.getByLabel("年度", { exact: true });
  await preview.click();
  await expect(page.getByText(/^共 \d+ 项/)).toBeVisible();
  await expect(page.getByText("下达后立即计为逾期")).toHaveCount(0);

  await year.fill(String(new Date().getFullYear() - 1));
  await preview.click();
  await expect(page.getByText("下达后立即计为逾期")).toBeVisible();
});
