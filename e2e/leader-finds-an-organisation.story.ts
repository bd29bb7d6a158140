import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

for (const [where, viewport] of [
  ["desk", desk],
  ["phone", phone],
] as const) {
  test(`the leader finds a branch by initials at the ${where}, and sees the tree of an earlier day`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "leader");
    await page.goto("/organizations");
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();

    await page.getByRole("searchbox", { name: "查找组织" }).fill("cwzc");
    const found = page.getByRole("list", { name: "查找结果" });
    await expect(found.getByRole("link")).toHaveText([/财务资产部/]);
    await expect(found.getByText("澜阳供电公司党委")).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath("found.png") });
    if (where === "phone") await found.getByRole("link").click();
    else await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/财务资产部/);

    await page.getByLabel("按哪一天的组织显示").fill("2020-01-01");
    await expect(page).toHaveURL(/on=2020-01-01/);
    await expect(page.getByText(/这个组织在.*不存在/)).toBeVisible();
    await page.getByRole("searchbox", { name: "查找组织" }).fill("cwzc");
    await expect(page.getByText("没有找到组织。请换个词，或换个日期。")).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath("earlier.png") });

    await page.getByRole("link", { name: "回到今天" }).click();
    await expect(page).not.toHaveURL(/on=/);
    await expect(page.getByText(/这个组织在.*不存在/)).toHaveCount(0);
  });
}
