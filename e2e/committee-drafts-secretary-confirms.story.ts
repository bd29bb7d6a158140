import { expect, type Page, test } from "@playwright/test";
import { openAccountOf } from "./accounts.ts";
import { desk, phone, signIn } from "./product.ts";

/** Leaves the account as a user does, so that nothing of it stays on the device. */
async function leave(page: Page): Promise<void> {
  await page.goto("/me");
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await page.getByLabel("登录名", { exact: true }).waitFor();
}

// Another run against the same product finds its own.
const theme = `支委起草、书记审签的支委会${Date.now() % 100_000}`;

test("a committee member drafts, the secretary sends it back once, then signs, and it is one record", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  const member = await openAccountOf(page, "branch_committee_member", "weiyuan", "支委 梁若溪");
  await signIn(page, member);

  // Who may only draft hands over; there is no way to submit.
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill(theme);
  await page.getByRole("textbox", { name: "纪要" }).fill("研究班组安全包保，");
  await expect(page.getByText("已自动保存")).toBeVisible();
  await expect(page.getByRole("button", { name: "提交", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "交书记审签" }).click();
  await expect(page.getByRole("heading", { name: "已交书记审签" })).toBeVisible();

  // It lies with the secretary now: the member reads it and can't change it.
  await page.getByRole("link", { name: "查看草稿与待发送" }).click();
  const mine = page.getByRole("listitem").filter({ hasText: theme });
  await expect(mine).toContainText("待审签");
  await mine.getByRole("link", { name: "继续填写" }).click();
  await expect(page.getByText(/书记退回后才能再改/)).toBeVisible();
  await expect(page.getByLabel("主题", { exact: true })).toBeDisabled();
  await leave(page);

  await page.setViewportSize(desk);
  await signIn(page, "secretary");
  await page.goto("/records/drafts");
  const handed = page.getByRole("row").filter({ hasText: theme });
  await handed.getByRole("button", { name: "退回" }).click();
  await page.getByRole("dialog").getByLabel("退回原因").fill("请补充会议地点");
  await page.getByRole("dialog").getByRole("button", { name: "退回" }).click();
  await expect(handed).toContainText("请补充会议地点");
  await leave(page);

  await page.setViewportSize(phone);
  await signIn(page, member);
  await page.goto("/records/drafts");
  await page.getByRole("listitem").filter({ hasText: theme }).getByRole("link", { name: "继续填写" }).click();
  await expect(page.getByText("书记已退回：请补充会议地点")).toBeVisible();
  await page.getByLabel("地点").fill("三楼会议室");
  await page.getByRole("button", { name: "全员到会" }).click();
  await page.getByRole("button", { name: "交书记审签" }).click();
  await expect(page.getByRole("heading", { name: "已交书记审签" })).toBeVisible();
  await leave(page);

  await signIn(page, "secretary");
  await page.goto("/records/drafts");
  await page.getByRole("listitem").filter({ hasText: theme }).getByRole("link", { name: "审签并提交" }).click();
  await expect(page.getByText(/支委 梁若溪于.*交来审签/)).toBeVisible();
  await expect(page.getByLabel("地点")).toHaveValue("三楼会议室");
  const address = page.url();
  await page.getByRole("button", { name: "审签并提交" }).click();
  await expect(page.getByRole("heading", { name: "纪实已提交" })).toBeVisible();

  // Coming back to the draft, nobody submits it once more.
  await page.goto(address);
  await expect(page.getByText(/已经提交为纪实/)).toBeVisible();
  await page.goto("/records");
  await expect(page.getByRole("link", { name: new RegExp(theme) })).toHaveCount(1);
});
