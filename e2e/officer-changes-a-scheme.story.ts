import { expect, type Page, test } from "@playwright/test";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

/** Sets the full marks of a line of the tree in its form. */
async function setMarks(page: Page, line: string, marks: string) {
  await page.getByRole("navigation", { name: "方案结构" }).getByRole("button", { name: line }).click();
  const form = page.getByRole("region", { name: "所选部分" });
  await expect(form.getByRole("heading", { name: line })).toBeVisible();
  await form.getByLabel("满分", { exact: true }).fill(marks);
}

test("an officer changes a scheme, tries it on past months, publishes it and puts it into use from the next month", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, "officer");
  await page.goto("/board/schemes");
  await page.getByRole("button", { name: "月积分", exact: true }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("link", { name: "调整这一版" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "调整方案：月积分" })).toBeVisible();
  await setMarks(page, "三会一课按期率", "50");
  await setMarks(page, "党员出勤率", "20");
  await expect(page.getByText("没有问题，可以发布")).toBeVisible();
  await expect(page.getByText(/满分.*40.*50/).first()).toBeVisible();

  await page.getByRole("button", { name: "试算", exact: true }).click();
  await expect(page.getByText(/比较了 \d+ 期、\d+ 个组织，\d+ 个位次有变。/)).toBeVisible({ timeout: 30_000 });
  const movers = page.getByRole("region", { name: "谁的位次变、为什么" });
  await expect(movers.getByRole("row").nth(1)).toContainText(/三会一课按期率|党员出勤率/);

  // The head of the page explains the word by a button of the same name.
  await page.getByRole("button", { name: "发布", exact: true }).last().click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(/与现行版本有 2 处不同/)).toBeVisible();
  await sheet.getByRole("textbox").fill("按期率更重要");
  await sheet.getByRole("button", { name: "发布", exact: true }).click();
  await expect(drawer.getByText("发布说明：按期率更重要")).toBeVisible();
  await expect(drawer.getByText(/满分 50/)).toBeVisible();

  const version = await drawer.getByLabel("版本", { exact: true }).inputValue();
  await drawer.getByRole("button", { name: "启用这一版" }).click();
  const asking = page.getByRole("dialog").last();
  await expect(asking.getByRole("heading", { name: `启用第 ${version} 版` })).toBeVisible();
  await asking.getByRole("button", { name: "启用这一版" }).click();
  await expect(asking.getByRole("heading", { name: `启用第 ${version} 版` })).toHaveCount(0);
  await drawer.getByRole("tab", { name: "采用" }).click();
  await expect(drawer.getByRole("row", { name: new RegExp(` ${version}$`) }).first()).toBeVisible();
});

test("a formula that breaks is told in Chinese, with the place underlined, until it is mended", async ({ page }) => {
  await signIn(page, "officer");
  await page.goto("/board/indicators/attendance/edit");
  await page.getByLabel("计分规则").selectOption({ label: "公式" });
  const formula = page.getByLabel("公式", { exact: true });
  await formula.fill("value * full_mark");
  await expect(page.getByText("公式第 9 个字符：没有叫“full_mark”的数。请改用下方列出的名称。").first()).toBeVisible();
  await expect(page.locator("mark")).toHaveText("full_mark");
  await formula.fill("value * full_marks");
  await expect(page.getByText("没有问题，可以发布")).toBeVisible();
  await expect(page.locator("mark")).toHaveCount(0);
  await page.getByRole("button", { name: "丢弃草稿" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "丢弃草稿" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "考核方案" })).toBeVisible();
});
