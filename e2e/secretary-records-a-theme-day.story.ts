import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { phone, signIn } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true });

test("the secretary finds the 主题党日 that is due on the phone, records it and is told what it satisfied", async ({
  page,
}) => {
  await signIn(page, "secretary");
  await expect(page.getByRole("heading", { name: "今天该做什么" })).toBeVisible();

  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "主题党日" })).toBeVisible();
  // The system filled in what it knows: the day, the place of last time, chair and recorder.
  await expect(page.getByLabel("日期")).not.toHaveValue("");
  await expect(page.getByLabel("地点")).not.toHaveValue("");

  await page.getByLabel("主题", { exact: true }).fill("安全生产月：工器具“双人复核”");
  await page.getByRole("button", { name: "全员到会" }).click();
  await expect(page.getByText(/实到 17/)).toBeVisible();
  // The group leader is on a business trip.
  await page.getByRole("button", { name: "钟宇峰" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("请假").click();
  await sheet.getByRole("button", { name: "出差" }).click();
  await expect(page.getByText(/实到 16/)).toBeVisible();
  await page.getByLabel("与中心工作结合").check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("学习安全生产月活动方案，讨论工器具双人复核，党员领题三项，月底前完成台账整改。");
  await page
    .locator("input[type=file]")
    .setInputFiles(join(import.meta.dirname, "../server/demo/photographs/meeting.jpg"));
  await expect(page.getByRole("img", { name: "照片 1" })).toBeVisible();
  await expect(page.getByText(/上传中|%/)).toHaveCount(0);

  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/满足 1 项责任/)).toBeVisible();
  await expect(page.getByText("主题党日").first()).toBeVisible();

  // What was recorded once is there to be read, with the names that a secretary may see.
  await page.goto("/records");
  await page
    .getByRole("link", { name: /双人复核/ })
    .first()
    .click();
  await expect(page.getByText(/钟宇峰/)).toBeVisible();
  const photograph = page.locator('img[src*="/files/"]');
  await expect(photograph).toBeVisible();
  expect(await photograph.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test("a refused record says what to do, and nothing typed is lost", async ({ page }) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').last().click();
  await page.getByLabel("主题", { exact: true }).fill("研究四季度工作");
  await page.getByRole("textbox", { name: "纪要" }).fill("研究党建与业务融合的四季度安排。");
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/没有登记到会情况/).first()).toBeVisible();
  await expect(page.getByLabel("主题", { exact: true })).toHaveValue("研究四季度工作");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "纪要" })).toHaveValue("研究党建与业务融合的四季度安排。");
});

test("one event is entered once and counts as 党课 and as 党员大会, each by its own standard", async ({ page }) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/party_lecture"]').first().click();
  await expect(page.getByRole("heading", { name: "党课", exact: true })).toBeVisible();
  await page.getByRole("checkbox", { name: /党员大会/ }).check();
  // Both types are asked for now: who lectured, and the content of each.
  await page.getByLabel("主题", { exact: true }).fill("书记讲党课：把责任落到每一个班组");
  await page.getByLabel("主讲人").fill("罗燕");
  await page.getByRole("button", { name: "全员到会" }).click();
  for (const box of await page.getByRole("group", { name: "党员大会" }).getByRole("checkbox").all()) await box.check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("书记围绕安全生产责任讲党课，会议审查支委会工作报告，讨论四季度重点任务，逐项明确责任人和完成时间。");
  const standard = page.getByRole("heading", { name: "对照标准" });
  await expect(standard).toBeVisible();
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/满足 2 项责任/)).toBeVisible();
});
