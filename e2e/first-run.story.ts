import { expect, test } from "@playwright/test";
import { desk, emptyUrl, phone } from "./product.ts";

test.use({ viewport: desk, baseURL: emptyUrl });

test("an empty system asks for three different administrators, and each can sign in afterwards", async ({
  page,
  browser,
}) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "首次设置" })).toBeVisible();
  await page.getByLabel("集团名称").fill("海棠电力集团");
  await page.getByLabel("集团代号").fill("海棠");
  await page.getByLabel("党组织设立日期").fill("1998-07-01");
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
  // What a code has to look like is said at its field, and nothing typed is lost.
  await expect(page.getByRole("alert").filter({ hasText: "只能用字母、数字、短横和下划线" })).toBeVisible();
  await page.getByLabel("集团代号").fill("haitang");
  await page.getByRole("button", { name: /建立|完成|开始/ }).click();
  await expect(page.getByText(/三个不同的/).last()).toBeVisible();

  await page.getByLabel("登录名").nth(2).fill("shenji");
  await page.getByRole("button", { name: /建立|完成|开始/ }).click();
  await page.getByRole("button", { name: "去登录" }).click();
  await page.getByLabel("登录名").fill("shenji");
  await page.getByLabel("密码", { exact: true }).fill("Zhongyao-2026!");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  // The audit administrator has no part in what comes next; the system administrator begins it, on a phone too.
  await expect(page.getByText("开始使用")).toHaveCount(0);
  const context = await browser.newContext({ viewport: phone, baseURL: emptyUrl });
  const system = await context.newPage();
  await system.goto("/");
  await system.getByLabel("登录名").fill("xitong");
  await system.getByLabel("密码", { exact: true }).fill("Zhongyao-2026!");
  await system.getByRole("button", { name: "登录" }).click();
  const steps = system.getByRole("region", { name: "开始使用" });
  await expect(steps.getByRole("listitem")).toHaveCount(6);
  await expect(steps.getByText("由您办理")).toHaveCount(1);
  await system.getByRole("button", { name: "开通账号" }).click();
  await system.getByRole("dialog").getByLabel("姓名").fill("专责一");
  await system.getByRole("dialog").getByLabel("登录名").fill("z");
  await system.getByRole("dialog").getByRole("button", { name: "开通账号" }).click();
  await expect(system.getByText("至少 2 个字符，请补充。")).toBeVisible();
  await system.getByRole("dialog").getByLabel("登录名").fill("zhuanze");
  await system.getByRole("dialog").getByRole("button", { name: "开通账号" }).click();
  await system.getByRole("dialog").getByRole("button", { name: "确定" }).click();
  await expect(steps.getByText("已完成", { exact: true })).toHaveCount(1);
  await context.close();

  // The security administrator arrives among the accounts, and is told that a role is to be granted next.
  await page.context().clearCookies();
  await page.goto("/");
  await page.getByLabel("登录名").fill("anquan");
  await page.getByLabel("密码", { exact: true }).fill("Zhongyao-2026!");
  await page.getByRole("button", { name: "登录" }).click();
  const next = page.getByRole("region", { name: "开始使用" });
  await expect(next.getByText("由您办理")).toHaveCount(1);
  await expect(next.getByText("已完成", { exact: true })).toHaveCount(1);
});
