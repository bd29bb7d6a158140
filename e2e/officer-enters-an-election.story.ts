import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

test("the officer enters an election, extends the term with approval and finds it in the list", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.goto("/organizations/terms");
  await page.getByRole("button", { name: "全部", exact: true }).click();
  const row = page.locator("tbody tr").first();
  await expect(row).toContainText("未登记任期");
  const organization = (await row.getByRole("link").textContent()) ?? "";
  const begin = page.getByRole("button", { name: `登记换届 ${organization}` });
  await begin.focus();
  await page.keyboard.press("Enter");
  const sheet = page.getByRole("dialog");
  // Sent as it stands it ends nobody's post; whoever isn't re-elected is unticked, and named before it is sent.
  const ending = sheet.getByRole("region", { name: "换届后结束的任职" });
  await expect(ending).toHaveText("全部连任，没有任职结束。");
  const secretary = sheet.getByRole("checkbox", { name: /书记$/ }).first();
  await expect(secretary).toBeChecked();
  await secretary.uncheck();
  await expect(ending).toContainText("书记");
  await expect(sheet.getByRole("button", { name: "登记换届，结束 1 项任职" })).toBeVisible();
  await secretary.check();
  await expect(ending).toHaveText("全部连任，没有任职结束。");
  await sheet.getByRole("button", { name: "登记换届", exact: true }).click();
  const entered = page.locator("tbody tr", { has: page.getByRole("link", { name: organization, exact: true }) });
  await expect(entered).toContainText("任期内");

  await page.getByRole("button", { name: `延期 ${organization}` }).click();
  await sheet.getByLabel("延期几个月").fill("10");
  await sheet.getByLabel("上级批复").fill("党委〔2026〕8号");
  await sheet.getByRole("button", { name: "延期", exact: true }).click();
  await expect(sheet).toHaveCount(0);
  await entered.getByRole("link", { name: organization, exact: true }).click();
  await expect(page.getByText("党委〔2026〕8号")).toBeVisible();
});

test("the officer gives a member a post, sees that its role waits to be granted, and ends it again", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/people?post=PUBLICITY_MEMBER");
  await page.locator("tbody").getByRole("link").first().click();
  const posts = page.getByRole("region", { name: "任职" });
  await posts.getByRole("button", { name: "登记任职" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("职务").selectOption({ label: "青年委员" });
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toHaveCount(0);
  const held = posts.getByRole("listitem").filter({ hasText: "青年委员" });
  await expect(held).toContainText("角色“支部委员”");
  await held.getByRole("button", { name: "免职 青年委员" }).click();
  await sheet.getByRole("button", { name: "免职", exact: true }).click();
  await expect(held.getByRole("button")).toHaveCount(0);
});

for (const viewport of [desk, phone]) {
  test(`the terms hold to WCAG 2.2 AA at ${viewport.width} px and don't scroll sideways`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "officer");
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await page.goto("/organizations/terms");
    await page.getByRole("button", { name: "全部", exact: true }).click();
    await expect(page.getByRole("button", { name: /^登记换届/ }).first()).toBeVisible();
    const { violations } = await new AxeBuilder({ page })
      .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  });
}
