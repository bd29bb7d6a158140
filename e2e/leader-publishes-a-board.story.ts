import { expect, test } from "@playwright/test";
import { waitingMonth } from "./months.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

// The newest closed month of the demo waits for its leader: its 公示 is over and its boards are not published.
const month = waitingMonth();

test("the leader publishes a board, and a branch on it reads it afterwards", async ({ page, browser }) => {
  await signIn(page, "leader");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board?period=${month}&class=生产类`);
  const step = page.getByRole("list", { name: "榜的进度" }).locator("[aria-current=step]");
  await expect(step).toContainText("待发布");
  await page.getByRole("button", { name: "发布榜单" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(/名称、位次、总分/)).toBeVisible();
  await sheet.getByRole("button", { name: "发布榜单" }).click();
  await expect(sheet).toBeHidden();
  await expect(step).toContainText(/^3发布/);
  await expect(page.getByRole("button", { name: "发布榜单" })).toHaveCount(0);

  const secretary = await (await browser.newContext({ viewport: desk })).newPage();
  await signIn(secretary, "secretary");
  await expect(secretary.getByRole("heading", { name: "今天该做什么" })).toBeVisible();
  await secretary.goto("/board");
  const [year, number] = month.split("-");
  await secretary.getByRole("button", { name: new RegExp(`${year}年${Number(number)}月 月积分.*发布`) }).click();
  await expect(secretary.getByRole("dialog").getByRole("row", { name: /变电运维中心党支部/ })).toBeVisible();
});
