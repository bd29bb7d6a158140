import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { desk, phone, signIn } from "./product.ts";

/** Opens the list of everybody on the way in the branch of the secretary. */
async function openList(page: Page): Promise<void> {
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.goto("/development");
  await expect(page.getByRole("heading", { level: 1, name: "发展党员" })).toBeVisible();
  await expect(page.getByRole("region", { name: /申请入党/ })).toBeVisible();
}

/** Enters an application through the page and arrives at the 25 steps. */
async function apply(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "登记入党申请" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("姓名").fill(name);
  await sheet.getByLabel("出生日期").fill("1998-05-04");
  await sheet.getByLabel("递交申请书的日期").fill("2026-01-05");
  await sheet.getByLabel("入党申请书").check();
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

type Scan = { name: string; mimeType: string; buffer: Buffer };

/** Enters a step on a day with all of its papers ticked. */
async function take(page: Page, step: string, on: string, scan?: Scan): Promise<void> {
  await page.getByRole("button", { name: step }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("办理日期").fill(on);
  for (const paper of await sheet.getByRole("checkbox").all()) await paper.check();
  if (scan) {
    await sheet.getByLabel("选择材料文件").setInputFiles(scan);
    await expect(sheet.getByText(scan.name, { exact: true })).toBeVisible();
  }
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toHaveCount(0);
}

test("the secretary enters an application, leads the applicant to activist, and takes a wrong entry back", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "secretary");
  await openList(page);
  await apply(page, "石榴");

  const second = page.getByRole("listitem").filter({ hasText: "派人谈话" }).first();
  await expect(second).toContainText("最迟 2026年2月5日");
  await expect(second).toContainText("DEV-T1 · 法定");
  await expect(page.getByRole("button", { name: /第 3 步/ })).toHaveCount(0);

  // Without its paper the step is refused beside the papers, and nothing is entered.
  await page.getByRole("button", { name: "第 2 步 派人谈话" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("办理日期").fill("2026-01-20");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet.getByRole("group", { name: "材料" })).toContainText("第 2 步的材料还不齐");
  await sheet.getByLabel("谈话记录").check();
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(second).toContainText("2026年1月20日 办理");

  // The same scan under two steps is pointed out; the file itself isn't sent.
  const scan = { name: "谈话记录.pdf", mimeType: "application/pdf", buffer: Buffer.from("one and the same paper") };
  await take(page, "第 3 步 推荐和确定入党积极分子", "2026-02-16", scan);
  await take(page, "第 4 步 上级党委备案", "2026-03-02", scan);
  await expect(page.getByText("第 4 步与第 3 步用了同一份材料。请核对。")).toBeVisible();
  await expect(page.getByText("积极分子", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "撤回第 4 步" }).click();
  await page.getByRole("dialog").getByLabel("理由").fill("备案日期登记有误");
  await page.getByRole("dialog").getByRole("button", { name: "撤回" }).click();
  await expect(page.getByText("申请人", { exact: true })).toBeVisible();
  await take(page, "第 4 步 上级党委备案", "2026-03-09");

  await page.getByRole("link", { name: "返回列表" }).click();
  await expect(page.getByRole("region", { name: /积极分子/ }).getByRole("link", { name: /石榴/ })).toContainText(
    "第 5 步 指定培养联系人",
  );
});

for (const viewport of [desk, phone]) {
  test(`the list and the 25 steps hold to WCAG 2.2 AA at ${viewport.width} px and don't scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "secretary");
    await openList(page);
    const sound = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"])
        .analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider).toBeLessThanOrEqual(0);
    };
    await sound();
    await apply(page, `木棉${viewport.width}`);
    await sound();
    await page.getByRole("button", { name: "第 2 步 派人谈话" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await sound();
  });
}
