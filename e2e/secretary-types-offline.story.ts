import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { docx } from "../server/testing/papers.ts";
import { expectAccessible } from "./accessible.ts";
import { phone, signIn } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true });

// Another run against the same product finds its own.
const run = Date.now() % 100_000;
const offlineTitle = `断网时记的支委会${run}`;
const lostTitle = `回执丢失的支委会${run}`;
const photograph = join(import.meta.dirname, "../server/demo/photographs/meeting.jpg");
const marked = {
  name: "工作安排.docx",
  mimeType: "application/octet-stream",
  buffer: docx(["机密★5年", "某项工作安排"]),
};
const agenda = { name: "议题单.txt", mimeType: "text/plain", buffer: Buffer.from("研究班组安全包保") };
/** Ticks the paper, and gives it a file while there is no line. */
async function attachAgenda(page: Page, file: typeof marked = agenda) {
  const papers = page.getByRole("group").filter({ has: page.locator("summary", { hasText: "必备材料" }) });
  if ((await papers.getAttribute("open")) === null) await papers.getByRole("heading", { name: "必备材料" }).click();
  await papers.getByRole("checkbox", { name: "议题单" }).check();
  await papers.getByLabel("给“议题单”附上文件").setInputFiles(file);
}
const listed = (page: Page, title: string) => page.getByRole("link", { name: new RegExp(title) });

test("what the secretary types without a line is kept, submitted, and sent by itself once the line is back", async ({
  page,
  context,
}) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await expect(page.getByLabel("主题", { exact: true })).toBeVisible();
  const address = page.url();

  await page.getByLabel("主题", { exact: true }).fill(offlineTitle);
  await expect(page.getByText("已自动保存")).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("button", { name: "全员到会" }).click();
  for (const box of await page.getByRole("group").getByRole("checkbox").all()) await box.check();
  const minutes = page.getByRole("textbox", { name: "纪要" });
  await minutes.fill("井下没有信号，会后补写：研究班组安全包保，逐项明确责任人和完成时间，月底前检查一次落实情况。");
  await attachAgenda(page);
  await expect(page.getByText("没有网络，已存本机")).toBeVisible();

  // The browser dies; the words and the paper don't.
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText("已恢复草稿")).toBeVisible();
  await expect(again.getByLabel("主题", { exact: true })).toHaveValue(offlineTitle);
  await expect(again.getByRole("textbox", { name: "纪要" })).toHaveValue(/井下没有信号/);

  await expect(again.getByText("已附文件")).toBeVisible({ timeout: 30_000 });

  // Submitted without a line: it waits in a place that can be seen.
  await context.setOffline(true);
  await again.locator("input[type=file][accept^=image]").setInputFiles(photograph);
  await again.getByRole("button", { name: "提交" }).click();
  await expect(again.getByRole("heading", { name: "已存入待发送" })).toBeVisible();
  await expect(again.getByRole("link", { name: "待发送 1" })).toBeVisible();

  // Once more everything is closed before the line is back.
  await again.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto("/records/drafts");
  const waiting = later.getByRole("listitem").filter({ hasText: offlineTitle });
  await expect(waiting).toContainText("已提交为纪实");
  await waiting.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(later.getByText(/井下没有信号/)).toBeVisible();
  // The photograph and the paper went along.
  await expect(later.getByRole("button", { name: "下载“议题单”" })).toBeVisible();
  await expect(later.locator('img[src*="/files/"]')).toBeVisible();
  await later.goto("/records");
  await expect(listed(later, offlineTitle)).toHaveCount(1);
});

test("while the page stays open, the line that comes back is enough", async ({ page, context }) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill("信号恢复后自己发出");
  await page.getByRole("button", { name: "全员到会" }).click();
  await context.setOffline(true);
  await attachAgenda(page);
  await page.locator("input[type=file][accept^=image]").setInputFiles(photograph);
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: "已存入待发送" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "已发送" })).toBeVisible();
  await page.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(page.getByRole("heading", { name: "信号恢复后自己发出" })).toBeVisible();
  await expect(page.locator('img[src*="/files/"]')).toHaveCount(1);
  await expect(page.getByRole("button", { name: "下载“议题单”" })).toBeVisible();
});

test("a paper that is marked as secret and goes out later stays out of the record, and its sender is told what to do", async ({
  page,
  context,
}) => {
  const title = `附了涉密文件的支委会${run}`;
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "全员到会" }).click();
  await context.setOffline(true);
  await attachAgenda(page, marked);
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: "已存入待发送" })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { name: "已发送" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: marked.name })).toContainText("机密");

  // Whoever closed the page finds it with what was sent, until he says that he knows.
  await page.reload();
  await page.getByRole("link", { name: "误传待处置 1" }).click();
  const sent = page.getByRole("listitem").filter({ hasText: title });
  const told = sent.getByRole("alert");
  for (const step of ["机密", "断开", "报告", "登记", "清除"]) await expect(told).toContainText(step);
  await expectAccessible(page);
  await told.getByRole("button", { name: "知道了" }).click();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole("link", { name: "误传待处置 1" })).toHaveCount(0);
  await sent.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await expect(page.getByRole("button", { name: "下载“议题单”" })).toHaveCount(0);
});

test("an answer that is lost on the way makes no second record", async ({ page }) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill(lostTitle);
  await page.getByRole("button", { name: "全员到会" }).click();
  let first = true;
  await page.route("**/organizations/*/records", async (route) => {
    if (route.request().method() !== "POST" || !first) return route.continue();
    first = false;
    // The server takes it; its answer never arrives.
    await route.fetch();
    return route.abort();
  });
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: "已发送" })).toBeVisible({ timeout: 30_000 });
  await page.goto("/records");
  await expect(listed(page, lostTitle)).toHaveCount(1);
});

test("who signs out with something unsent is asked first, and the next account finds nothing of it", async ({
  page,
  context,
}) => {
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await expect(page.getByLabel("主题", { exact: true })).toBeVisible();
  const address = page.url();
  await context.setOffline(true);
  await page.getByLabel("主题", { exact: true }).fill("只在这台手机上");
  await expect(page.getByText("没有网络，已存本机")).toBeVisible();
  // The line is back, but what was typed can't be saved yet.
  await page.route("**/record-drafts/**", (route) => route.abort());
  await context.setOffline(false);
  await page.goto("/me");
  await page.getByRole("button", { name: "退出登录" }).first().click();
  const question = page.getByRole("dialog");
  await expect(question).toContainText("1 项");
  await question.getByRole("button", { name: "先不退出" }).click();
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "清除并退出" }).click();
  await page.getByLabel("登录名", { exact: true }).waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => /draft|queue/.test(name)))).toEqual([]);
  await page.unroute("**/record-drafts/**");
  await signIn(page, "secretary");
  await page.goto(address);
  await expect(page.getByLabel("主题", { exact: true })).toHaveValue("");
});

test("what was written differently on two devices is shown side by side, and nothing of it is lost", async ({
  page,
  browser,
}) => {
  const both = `两台设备上写的支委会${run}`;
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill(both);
  await expect(page.getByText("已自动保存")).toBeVisible();

  const device = await browser.newContext({ viewport: phone, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const other = await device.newPage();
  await signIn(other, "secretary");
  await other.goto("/records/drafts");
  await other.getByRole("listitem").filter({ hasText: both }).getByRole("link", { name: "继续填写" }).click();
  await expect(other.getByLabel("主题", { exact: true })).toHaveValue(both);
  await other.getByRole("textbox", { name: "纪要" }).fill("另一台写的纪要。");
  await other.getByLabel("地点").fill("另一台写的地点");
  await expect(other.getByText("已自动保存")).toBeVisible();

  await page.getByRole("textbox", { name: "纪要" }).fill("这台写的纪要。");
  const differences = page.getByRole("region", { name: "这份草稿在两处写得不一样" });
  await expect(differences).toContainText("这台写的纪要。");
  await expect(differences).toContainText("另一台写的纪要。");
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
  // What only the other one changed came in by itself once this is settled; nothing goes out before.
  await expect(page.getByRole("textbox", { name: "纪要" })).toBeDisabled();
  await expect(page.getByRole("button", { name: "提交" })).toHaveCount(0);
  await differences.getByText("两段都留").click();
  await differences.getByRole("button", { name: "按所选保存" }).click();
  await expect(page.getByText("已自动保存")).toBeVisible();
  await expect(page.getByLabel("地点")).toHaveValue("另一台写的地点");

  await other.reload();
  await expect(other.getByRole("textbox", { name: "纪要" })).toHaveValue("这台写的纪要。\n\n另一台写的纪要。");
  await device.close();
});
