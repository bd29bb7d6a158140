import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { phone, signIn } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true });

test("the secretary sees who was away, and enters that somebody made up for it", async ({ page }) => {
  await signIn(page, "secretary");
  await page.goto("/records");
  await page.getByRole("link", { name: "缺席与补课" }).click();
  const list = page.getByRole("list", { name: "缺席与补课" });
  const first = list.getByRole("listitem").first();
  const [name = "", title = ""] = await Promise.all([
    first.locator("b").first().textContent(),
    first.getByRole("link").first().textContent(),
  ]).then((texts) => texts.map((text) => text ?? ""));
  await first.getByRole("button", { name: /登记补课/ }).click();
  const sheet = page.getByRole("dialog", { name: `登记${name}补课` });
  await expectAccessible(page);
  await sheet.getByLabel("方式").selectOption({ label: "送学上门" });
  await sheet.getByLabel("学习内容").fill("补学会议传达的文件");
  const late = sheet.getByLabel("超期原因");
  if (await late.count()) await late.fill("倒班返岗后补学");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toHaveCount(0);

  // It is done, and the absence stays an absence.
  const one = list.getByRole("listitem").filter({ hasText: name }).filter({ hasText: title });
  await expect(one.getByRole("button", { name: /登记补课/ })).toHaveCount(0);
  await page.getByRole("button", { name: "全部" }).click();
  await expect(one.first()).toContainText(/已补课 · 送学上门/);
  await expect(one.first()).toContainText(/请假|缺席/);
});
