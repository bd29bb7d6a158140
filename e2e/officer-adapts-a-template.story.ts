import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

test("an officer adapts the theme day with one field more, and the form of a secretary asks for it", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/standards/theme_day");
  await page.getByRole("link", { name: "改编这一版" }).click();
  await expect(page.getByText("改编第 3 版")).toBeVisible();
  const preview = page.getByRole("region", { name: "表单预览" });
  await expect(preview.getByLabel("主讲人")).toHaveCount(0);
  // What the version above doesn't leave open is shown and can't be changed; what it asks for can't be left out.
  await expect(page.getByLabel("由谁做")).toBeDisabled();
  await page.getByRole("checkbox", { name: "会议记录" }).uncheck();
  await expect(page.getByText(/改编后不能去掉/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "发布", exact: true }).last()).toBeDisabled();
  await page.getByRole("checkbox", { name: "会议记录" }).check();
  await page.getByRole("checkbox", { name: "主讲人" }).check();
  await expect(preview.getByLabel("主讲人")).toBeVisible();
  await expect(page.getByText("没有问题，可以发布")).toBeVisible();
  await expect(page.getByText("每年多填 12 项")).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("template.png"), fullPage: true });
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);

  await page.getByRole("button", { name: "发布", exact: true }).last().click();
  await page.getByRole("dialog").getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("第 1001 版").first()).toBeVisible();
  await page.getByRole("button", { name: "开始试行" }).click();
  await page.getByRole("dialog").getByLabel("原因").fill("先试一季");
  await page.getByRole("dialog").getByRole("button", { name: "开始试行" }).click();
  await page.getByRole("button", { name: "采用这一版" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/现在执行第 1001 版/)).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "secretary");
  await page.goto("/record/theme_day");
  await expect(page.getByLabel("主讲人")).toBeVisible();

  // Ended, the version from above holds again, and the field is gone.
  await page.context().clearCookies();
  await signIn(page, "officer");
  await page.goto("/standards/theme_day?version=1001");
  await page.getByRole("button", { name: "停止采用" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(page.getByText(/现在执行第 3 版/)).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, "secretary");
  await page.goto("/record/theme_day");
  await expect(page.getByLabel("地点")).toBeVisible();
  await expect(page.getByLabel("主讲人")).toHaveCount(0);
});
