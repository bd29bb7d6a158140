import { expect, type Page, test } from "@playwright/test";
import { secretaryAndCommitteeMember } from "./joint-branches.ts";
import { emptyUrl, phone } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true, baseURL: emptyUrl });

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Fills in the theme day of a branch as far as every submission needs it. */
async function fillIn(page: Page, organizationId: string, title: string): Promise<void> {
  await page.goto(`/record/theme_day?org=${organizationId}`);
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "全员到会" }).click();
  await page.getByLabel("与中心工作结合").check();
  await page.getByRole("textbox", { name: "纪要" }).fill("学习安全规程，查找身边隐患六条，逐条落实责任人和时间。");
  await expect(page.getByText("已自动保存")).toBeVisible();
}

test("who is secretary of one branch and on the committee of another sees at each what he may do there", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { branches } = await secretaryAndCommitteeMember(page, [3, 4]);
  const [own, other] = branches.map(({ id }) => id) as [string, string];

  // On the committee he drafts and hands over; there is no way to submit, to send back or to sign.
  await fillIn(page, other, "支委起草的主题党日");
  await expect(button(page, "提交")).toHaveCount(0);
  await button(page, "交书记审签").click();
  await expect(page.getByRole("heading", { name: "已交书记审签" })).toBeVisible();
  await page.goto(`/records/drafts?org=${other}`);
  const handed = page.getByRole("listitem").filter({ hasText: "支委起草的主题党日" });
  await expect(handed).toContainText("待审签");
  await expect(handed.getByRole("link", { name: "继续填写" })).toBeVisible();
  await expect(handed.getByRole("link", { name: "审签并提交" })).toHaveCount(0);
  await expect(handed.getByRole("button", { name: "退回" })).toHaveCount(0);

  // The duty may be drafted there, not put off.
  await page.goto(`/duties?org=${other}`);
  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await expect(page.getByRole("link", { name: "填写纪实" })).toBeVisible();
  await expect(button(page, "申请延期")).toHaveCount(0);

  // As secretary he submits, and corrects what stands.
  await page.goto(`/duties?org=${own}`);
  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await expect(button(page, "申请延期")).toBeVisible();
  await page.goto(`/records/drafts?org=${own}`);
  await expect(page.getByText("没有草稿")).toBeVisible();
  await fillIn(page, own, "书记提交的主题党日");
  await expect(button(page, "交书记审签")).toHaveCount(0);
  await button(page, "提交").click();
  await expect(page.getByRole("heading", { name: "满足 1 项责任" })).toBeVisible();
  await page.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(page.getByRole("link", { name: "更正", exact: true })).toBeVisible();
});
