import { expect, type Page, test } from "@playwright/test";
import { CodeApplication } from "../server/testing/second-factors.ts";
import { openAccountOf } from "./accounts.ts";
import { desk, password, phone, signIn } from "./product.ts";

/** A code of a later half minute than those before it: each is taken once. */
let steps = 0;
const nextCode = (application: CodeApplication) => {
  steps += 1;
  return application.codeAt(new Date(Date.now() + (steps - 1) * 30_000));
};

async function typePassword(page: Page, name: string) {
  await page.getByLabel("登录名", { exact: true }).fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
}

test("a member turns the second step on with a phone, signs in with a code, and the administrator resets it", async ({
  page,
}) => {
  const name = await openAccountOf(page, "party_member", "liangbu", "林知夏");
  await page.setViewportSize(phone);
  await signIn(page, name);
  await page.goto("/me");
  const card = page.getByRole("region", { name: "两步验证" });
  await card.getByRole("button", { name: "打开两步验证" }).click();
  await card.getByLabel("当前密码").fill(password);
  await card.getByRole("button", { name: "下一步" }).click();
  await expect(card.getByRole("img", { name: /二维码/ }).locator("svg")).toBeVisible();
  const secret = ((await card.locator("code").textContent()) ?? "").replaceAll(" ", "");
  const application = new CodeApplication(secret);
  await card.getByLabel("六位验证码").fill(nextCode(application));
  await card.getByRole("button", { name: "确认并打开" }).click();
  const codes = card.getByRole("list", { name: "恢复码" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const recovery = (await codes.first().textContent()) ?? "";
  await card.getByRole("button", { name: "已经保存好" }).click();
  await expect(card.getByText("已打开")).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/");
  await typePassword(page, name);
  await page.getByLabel("验证码").fill("000 000");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByText(/验证码不正确/)).toBeVisible();
  await page.getByLabel("验证码").fill(nextCode(application));
  await page.getByLabel("验证码").press("Enter");
  await page.getByLabel("验证码").waitFor({ state: "detached" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.context().clearCookies();
  await page.goto("/");
  await typePassword(page, name);
  await page.getByLabel("验证码").fill(recovery.toLowerCase());
  await page.getByLabel("验证码").press("Enter");
  await page.getByLabel("验证码").waitFor({ state: "detached" });

  await page.context().clearCookies();
  await page.setViewportSize(desk);
  await signIn(page, "security");
  await page.goto("/admin/accounts");
  await page.getByLabel("按姓名或登录名查找").fill(name);
  await page.getByRole("button", { name: "重置 林知夏 的两步验证" }).click();
  await page.getByRole("tooltip").getByRole("button", { name: "重置两步验证" }).click();
  await expect(page.getByRole("button", { name: "重置 林知夏 的两步验证" })).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, name);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
