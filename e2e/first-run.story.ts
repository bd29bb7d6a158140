import { expect, test } from "@playwright/test";
import { desk, emptyUrl } from "./product.ts";

test.use({ viewport: desk, baseURL: emptyUrl });

test("an empty system asks for three different administrators, and each can sign in afterwards", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "首次设置" })).toBeVisible();
  await page.getByLabel("集团名称").fill("海棠电力集团");
  await page.getByLabel("集团代号").fill("haitang");
  const names = ["xitong", "anquan", "xitong"];
  for (const [index, name] of names.entries()) {
    await page
      .getByLabel("姓名")
      .nth(index)
      .fill(`管理员${index + 1}`);
    await page.getByLabel("登录名").nth(index).fill(name);
    await page.getByLabel("密码").nth(index).fill("Zhongyao-2026!");
  }
  await page.getByRole("button", { name: /建立|完成|开始/ }).click();
  await expect(page.getByText(/三个不同的/).last()).toBeVisible();

  await page.getByLabel("登录名").nth(2).fill("shenji");
  await page.getByRole("button", { name: /建立|完成|开始/ }).click();
  await page.getByRole("button", { name: "去登录" }).click();
  await page.getByLabel("登录名").fill("shenji");
  await page.getByLabel("密码", { exact: true }).fill("Zhongyao-2026!");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
