import { expect, test } from "@playwright/test";
import { monthBack, wordMonth } from "./months.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

// Closed and published in the demo, whatever the day of the month.
const month = monthBack(4);

test("the leader opens a published board and asks why a branch has its score, what changed and what is missing", async ({
  page,
}) => {
  await signIn(page, "leader");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board?period=${month}`);
  await expect(page.getByRole("heading", { name: "月积分榜" })).toBeVisible();
  const steps = page.getByRole("list", { name: "榜的进度" });
  await expect(steps.getByText("发布", { exact: true })).toBeVisible();
  await expect(steps.locator("[aria-current=step]")).toContainText("发布");
  await expect(page.getByText(/名次变化与.*已发布的榜相比/)).toBeVisible();

  // The last of the class has something to explain.
  await page.locator("tbody tr").last().getByRole("link").first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/÷.*=/).first()).toBeVisible();
  await drawer.getByRole("tab", { name: "变化" }).click();
  await expect(drawer.getByText(wordMonth(monthBack(5))).first()).toBeVisible();
  await expect(drawer.getByText(/依据 \d+ 条 → \d+ 条/)).toBeVisible();
  await drawer.getByRole("tab", { name: "离满分差什么" }).click();
  await expect(drawer.getByText(/差 [\d.]+ 分/).first()).toBeVisible();
  await expect(drawer.getByText(/满分/).first()).toBeVisible();

  const report = page.waitForEvent("download");
  await drawer.getByRole("link", { name: /下载说明书/ }).click();
  expect((await report).suggestedFilename()).toMatch(/\.docx$/);
});

test("a quarter's board opens down to the months it is the mean of", async ({ page }) => {
  await signIn(page, "leader");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board?period=${month}`);
  await page.getByRole("button", { name: "季", exact: true }).click();
  await expect(page.getByText(/第\d季度/).first()).toBeAttached();
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByText(/\d 个月的平均/)).toBeVisible();
  await drawer
    .getByRole("link", { name: wordMonth(month) })
    .first()
    .click();
  await expect(drawer.getByText(/÷.*=/).first()).toBeVisible();
  await expect(drawer.getByLabel("期间")).toHaveValue(month);
});
