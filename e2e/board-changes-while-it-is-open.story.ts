import { type Browser, expect, type Page, test } from "@playwright/test";
import { desk, phone, productUrl, signIn } from "./product.ts";

async function opened(browser: Browser, name: string, viewport: typeof desk): Promise<Page> {
  const context = await browser.newContext({ baseURL: productUrl, viewport });
  const page = await context.newPage();
  await signIn(page, name);
  return page;
}

const meetings = 'a[href^="/record/group_meeting"]';

test("what a secretary records leaves an open list of duties and changes the leader's open page, nobody reloads", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const list = await opened(browser, "secretary", phone);
  const leader = await opened(browser, "leader", desk);
  const refreshing = { name: "自动更新", exact: true } as const;
  await expect(list.getByRole("img", refreshing)).toBeVisible();
  await expect(leader.getByRole("img", refreshing)).toBeVisible();
  const done = leader.getByText(/^已完成 \d+$/).first();
  const before = (await done.textContent()) ?? "";
  await expect(list.locator(meetings).first()).toBeVisible();
  const owed = await list.locator(meetings).count();

  const writer = await opened(browser, "secretary", desk);
  await writer.locator(meetings).first().click();
  await writer.getByLabel("主题", { exact: true }).fill("小组讨论：班前会怎样开出实效");
  await writer.getByRole("button", { name: "全员到会" }).click();
  await writer
    .getByRole("textbox", { name: "纪要" })
    .fill("小组逐人谈班前会存在的问题，议定三条改进办法，由组长月底前检查落实。");
  await writer.getByRole("button", { name: "提交", exact: true }).click();
  await expect(writer.getByText(/满足 1 项责任/)).toBeVisible();

  await expect(list.locator(meetings)).toHaveCount(owed - 1);
  await expect(done).not.toHaveText(before);
});

test("signed out in one window, the other shows the sign-in page by itself", async ({ browser }) => {
  const page = await opened(browser, "leader", desk);
  await expect(page.getByRole("img", { name: "自动更新", exact: true })).toBeVisible();
  const session = await page.request.get("/api/v1/session");
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  await page.request.delete("/api/v1/session", { headers: { "x-csrf-token": csrfToken } });
  await expect(page.getByLabel("登录名", { exact: true })).toBeVisible();
});
