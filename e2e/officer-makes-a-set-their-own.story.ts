import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

test("the officer changes the items of a set; a reload loses nothing, and everybody sees them afterwards", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/standards/benchmark");
  await page.getByRole("button", { name: "修改条目" }).click();
  await page.getByRole("button", { name: "加一条 班子建设" }).click();
  const fresh = page.getByLabel(/^条目 \d+$/).and(page.locator("input[value='']"));
  await page.getByRole("button", { name: "保存条目" }).click();
  await expect(page.getByText(/^请填写条目/)).toBeVisible();
  await fresh.fill("班子成员每季到联系点讲一次党课");
  await expectAccessible(page);

  await page.reload();
  await page.getByRole("button", { name: "修改条目" }).click();
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);
  await page.getByRole("button", { name: "保存条目" }).click();
  const part = page.getByRole("table", { name: "班子建设" });
  await expect(part.getByText("班子成员每季到联系点讲一次党课")).toBeVisible();
  await expect(page.getByText("条目为示例")).toHaveCount(0);
});
