import { expect, type Page, test } from "@playwright/test";
import { expectAccessibleInEveryMode } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

test.use({ viewport: desk });

// Another run against the same product finds its own.
const title = `抽查后更正的支委会${Date.now() % 100_000}`;

async function leave(page: Page): Promise<void> {
  await page.goto("/me");
  await page.getByRole("button", { name: "退出登录" }).first().click();
  await page.getByLabel("登录名", { exact: true }).waitFor();
}

/** The facts behind the line that says how well records keep to their standard, in the branch's own score. */
async function openEvidence(page: Page): Promise<void> {
  await page.goto("/board");
  await page.getByRole("tab", { name: /依据/ }).click();
  await page.getByRole("button", { name: /纪实规范率/ }).click();
}

test("an officer draws a sample and returns a record; the secretary corrects it, and versions and evidence show it", async ({
  page,
}) => {
  test.setTimeout(300_000);
  await signIn(page, "secretary");
  await page.locator('a[href^="/record/committee_meeting"]').first().click();
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "全员到会" }).click();
  await page.getByRole("textbox", { name: "纪要" }).fill("研究班组安全包保，明确责任人。");
  await page.getByRole("button", { name: "提交" }).click();
  await expect(page.getByRole("heading", { name: "纪实已提交" })).toBeVisible();
  await leave(page);

  await signIn(page, "officer");
  await page.goto("/records/samples");
  await page.getByRole("button", { name: "抽取纪实" }).first().click();
  const sheet = page.getByRole("dialog");
  const today = await sheet.getByLabel("到", { exact: true }).inputValue();
  await sheet.getByLabel("从", { exact: true }).fill(today);
  await sheet.getByLabel("比例（%）").fill("100");
  await sheet.getByLabel("种子").fill("摇号 2026-11");
  await sheet.getByRole("button", { name: "抽取", exact: true }).click();
  await expect(page.getByText("种子 摇号 2026-11")).toBeVisible();
  const drawn = page.getByRole("listitem").filter({ hasText: title });
  await drawn.getByRole("button", { name: /退回更正/ }).click();
  // Without a reason nothing is returned.
  await page.getByRole("dialog").getByRole("button", { name: "退回更正" }).click();
  await expect(
    page
      .getByRole("dialog")
      .getByText(/请写明原因|原因/)
      .last(),
  ).toBeVisible();
  await page.getByRole("dialog").getByLabel("原因").fill("实到人数与签到表不符");
  await page.getByRole("dialog").getByRole("button", { name: "退回更正" }).click();
  await expect(drawn).toContainText("退回更正");
  await expectAccessibleInEveryMode(page, [phone, desk]);
  await leave(page);

  await signIn(page, "secretary");
  await page.goto("/records");
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await page.waitForURL(/\/records\/[0-9a-f-]{36}/);
  const recordId = page.url().match(/records\/([0-9a-f-]+)/)?.[1] ?? "";
  const versions = page.getByRole("region", { name: "历次版本" });
  await expect(versions).toContainText("实到人数与签到表不符");
  await page.getByRole("link", { name: "更正" }).click();
  // The form holds what stands.
  await expect(page.getByRole("textbox", { name: "纪要" })).toHaveValue("研究班组安全包保，明确责任人。");
  await expectAccessibleInEveryMode(page, [phone, desk]);
  const person = page.getByRole("button", { name: /到会$/ }).nth(1);
  const name = ((await person.textContent()) ?? "").replace(/到会$/, "");
  await person.click();
  await page.getByRole("dialog").getByText("请假").click();
  await page.getByRole("dialog").getByRole("button", { name: "出差" }).click();
  await page.getByRole("textbox", { name: "纪要" }).fill("研究班组安全包保，逐项明确责任人和完成时间，月底前检查。");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByText(/更正.*原因/).first()).toBeVisible();
  await page.getByLabel("更正原因").fill("按签到表改正实到人数");
  // Closed by mistake: what was changed is on this device.
  const reopened = await page.context().newPage();
  await reopened.goto(page.url());
  await expect(reopened.getByText("已恢复草稿。")).toBeVisible();
  await expect(reopened.getByLabel("更正原因")).toHaveValue("按签到表改正实到人数");
  await expect(reopened.getByRole("textbox", { name: "纪要" })).toHaveValue(/月底前检查/);
  await reopened.close();
  await page.getByRole("button", { name: "保存更正" }).click();

  await expect(versions).toContainText("第 2 版");
  await expect(versions).toContainText("原因：按签到表改正实到人数");
  await expect(versions).toContainText("逐项明确责任人和完成时间");
  await expect(page.getByText(`${name} · 出差`)).toBeVisible();
  await expectAccessibleInEveryMode(page, [phone, desk]);

  // What it counts for follows: the first fact is taken back, another stands in its place.
  await openEvidence(page);
  await expect(page.getByRole("tabpanel").locator(`a[href*="${recordId}"]`)).toHaveCount(3);
  await leave(page);

  await signIn(page, "officer");
  await page.goto("/records/samples");
  await page.getByRole("row").nth(1).getByRole("link").click();
  const again = page.getByRole("listitem").filter({ hasText: title });
  await expect(again).toContainText("已更正到第 2 版");
  await again.getByRole("button", { name: /^通过/ }).click();
  await expect(again).toContainText("通过");
  await expect(again.getByRole("button")).toHaveCount(0);
});
