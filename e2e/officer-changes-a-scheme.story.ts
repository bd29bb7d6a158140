import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";

test("an officer changes what counts, sees who moves, publishes it, and the next month is scored by it", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/board/schemes");
  await page.getByRole("button", { name: "月积分", exact: true }).click();
  await page.getByRole("link", { name: "调整这一版" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "调整方案：月积分" })).toBeVisible();
  const meetings = page.getByLabel("三会一课按期率的满分");
  const publish = page.getByRole("button", { name: "发布", exact: true });
  await expect(publish).toBeDisabled();

  // What is wrong is said at its place, and there is a way to it.
  await meetings.fill("很多");
  await expect(page.getByText("还有 1 个问题")).toBeVisible();
  await expect(publish).toBeDisabled();
  await page.getByRole("button", { name: "一票否决" }).click();
  await page.getByRole("list", { name: "问题" }).getByRole("button").click();
  await expect(page.getByLabel("满分", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("满分", { exact: true })).toBeFocused();
  await page.getByLabel("满分", { exact: true }).fill("20");
  await page.getByRole("navigation", { name: "方案结构" }).getByRole("button", { name: "合计" }).click();
  await page.getByLabel("党员出勤率的满分").fill("50");
  await expect(page.getByText("各指标满分合计 100")).toBeVisible();
  await expect(page.getByText("没有问题，可以发布")).toBeVisible();
  await expectAccessible(page);

  // The text is the same draft: what is typed there stays, comments too.
  await page.getByRole("tab", { name: "文本（YAML）" }).click();
  const text = page.getByLabel("草稿全文（YAML）");
  await expect(text).toHaveValue(/fullMarks: "50"/);
  await text.fill(`# 按 11 月办公会意见\n${await text.inputValue()}`);
  await page.getByRole("tab", { name: "表单" }).click();
  await page.getByRole("button", { name: "下移 三会一课按期率" }).click();
  await page.getByRole("tab", { name: "文本（YAML）" }).click();
  await expect(text).toHaveValue(/^# 按 11 月办公会意见/);
  await text.fill(`${await text.inputValue()}\nroot: [`);
  await page.getByRole("tab", { name: "表单" }).click();
  await expect(page.getByText(/行写得不合 YAML/)).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(page.getByLabel("党员出勤率的满分")).toHaveValue("50");

  await page.getByRole("button", { name: "试算", exact: true }).click();
  await expect(page.getByText(/比较了 3 期、43 个组织，\d+ 个位次有变/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole("region", { name: "谁的位次变、为什么" }).getByRole("row").nth(1)).toContainText(
    "党员出勤率",
  );
  await page.screenshot({ path: test.info().outputPath("trial.png"), fullPage: true });

  // A reload loses nothing.
  await expect(page.getByText(/已保存/)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("党员出勤率的满分")).toHaveValue("50");
  await page.setViewportSize(phone);
  await expectAccessible(page);
  await page.setViewportSize(desk);

  await expect(publish).toBeEnabled();
  await publish.click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "发布", exact: true }).click();
  await expect(sheet.getByText(/请填写/)).toBeVisible();
  await sheet.getByLabel("发布说明").fill("出勤更要紧");
  await sheet.getByRole("button", { name: "发布", exact: true }).click();
  await expect(page.getByText("发布说明：出勤更要紧")).toBeVisible();

  await page.getByRole("button", { name: "启用这一版" }).click();
  await page.getByRole("dialog").last().getByRole("button", { name: "启用这一版" }).click();
  await page.getByRole("tab", { name: "采用" }).click();
  const adopted = page.getByRole("tabpanel").getByRole("row").last();
  await expect(adopted).toContainText(/1日.*2/);
  await expectAccessible(page);
});
