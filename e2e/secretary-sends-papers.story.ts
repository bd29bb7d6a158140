import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { docx } from "../server/testing/papers.ts";
import { savedBy } from "./files.ts";
import { desk, phone, signIn } from "./product.ts";

/** A Word file of nearly two megabytes, as with pictures: it goes in several pieces. */
const agenda = docx(["支委会议题单"], [{ name: "word/media/image1.bmp", bytes: randomBytes(1_900_000) }]);
const marked = docx(["机密★5年", "某项工作安排"]);

async function openForm(page: Page) {
  await page.goto("/record/committee_meeting");
  await expect(page.getByRole("heading", { name: "支委会" }).first()).toBeVisible();
  const papers = page.getByRole("group").filter({ has: page.locator("summary", { hasText: "必备材料" }) });
  if ((await papers.getAttribute("open")) === null) await papers.getByRole("heading", { name: "必备材料" }).click();
  return papers;
}

test("the line breaks while a paper is sent on a phone: it goes on where it stopped, and stands at the record", async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: phone, hasTouch: true, isMobile: true });
  await signIn(page, "secretary");
  const papers = await openForm(page);
  await papers.getByRole("checkbox", { name: "议题单" }).check();

  const offsets: number[] = [];
  let broken = 0;
  await page.route("**/api/v1/uploads/*?offset=*", async (route) => {
    offsets.push(Number(new URL(route.request().url()).searchParams.get("offset")));
    if (offsets.length !== 2) return route.continue();
    broken += 1;
    await route.abort("connectionreset");
  });
  await papers.getByLabel("给“议题单”附上文件").setInputFiles({
    name: "议题单.docx",
    mimeType: "application/octet-stream",
    buffer: agenda,
  });
  await expect(papers.getByText("已附文件")).toBeVisible({ timeout: 30_000 });
  expect(broken).toBe(1);
  // The second piece was asked for again, the first one wasn't.
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(offsets[2]).toBe(offsets[1]);

  await page.getByLabel("主题", { exact: true }).fill("研究党建与业务融合");
  await page.getByRole("button", { name: "全员到会" }).click();
  await page.getByRole("checkbox", { name: "研究党建与业务融合工作" }).check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("研究党建与业务融合的重点任务，明确责任人和完成时限，下月支委会逐项检查。");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: /已提交/ })).toBeVisible();

  await page.goto("/records");
  await page
    .getByRole("link", { name: /研究党建与业务融合/ })
    .first()
    .click();
  const saved = await savedBy(page, () => page.getByRole("button", { name: "下载“议题单”" }).click());
  expect(saved.suggestedFilename()).toMatch(/^议题单 .*\.docx$/);
  await page.close();
});

test("a paper that is marked as secret is kept apart, its sender is told what to do, and the officer enters how it was handled", async ({
  browser,
}) => {
  const page = await browser.newPage({ viewport: phone, hasTouch: true, isMobile: true });
  await signIn(page, "secretary");
  const papers = await openForm(page);
  const box = papers.getByRole("checkbox", { name: "议题单" });
  if (!(await box.isChecked())) await box.check();
  await papers.getByLabel("给“议题单”附上文件").setInputFiles({
    name: "工作安排.docx",
    mimeType: "application/octet-stream",
    buffer: marked,
  });
  const told = page.getByRole("alert").filter({ hasText: "工作安排.docx" });
  await expect(told).toContainText("机密");
  for (const step of ["断开", "报告", "登记", "清除"]) await expect(told).toContainText(step);
  await expect(papers.getByText("已附文件")).toHaveCount(0);
  await told.getByRole("button", { name: "知道了" }).click();
  await expect(told).toHaveCount(0);
  await page.close();

  const office = await browser.newPage({ viewport: desk });
  await signIn(office, "officer");
  await office.goto("/quarantine");
  await expect(office.getByRole("heading", { name: "涉密隔离" })).toBeVisible();
  const row = office.getByRole("row").filter({ hasText: "工作安排.docx" });
  await expect(row).toContainText("机密");
  await row.getByRole("button", { name: /登记/ }).click();
  const sheet = office.getByRole("dialog");
  await sheet.getByLabel("报告给谁、怎样处置").fill("已报告公司保密办，手机和电脑中的文件已清除");
  await sheet.getByRole("button", { name: "登记并销毁" }).click();
  await expect(row).toHaveCount(0);
  await office.getByLabel("状态").selectOption("已处置");
  await expect(office.getByRole("row").filter({ hasText: "已报告公司保密办" })).toContainText("已清除");
  await office.close();
});
