import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { clerkOfThreeBranches, memberName } from "./joint-branches.ts";
import { emptyUrl, phone } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true, baseURL: emptyUrl });

/** Everybody of one branch was there, but the last so many: one went home, the others were away on business. */
async function mark(page: Page, branch: number, name: string, size: number, away: number) {
  const sheet = page.getByRole("region", { name });
  await sheet.getByRole("button", { name: "全员到会" }).click();
  for (let place = size - away; place < size; place += 1) {
    await sheet.getByRole("button", { name: memberName(branch, place) }).click();
    const dialog = page.getByRole("dialog");
    if (place > size - away) await dialog.getByRole("button", { name: "出差" }).click();
    else {
      await dialog.getByLabel("其他原因").fill("回乡探亲");
      await dialog.getByRole("button", { name: "确定" }).click();
    }
  }
}

async function addGuest(page: Page, branch: string, guest: string) {
  await page.getByRole("region", { name: branch }).getByRole("button", { name: "列席", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("列席人员姓名").fill(guest);
  await dialog.getByRole("button", { name: "添加" }).click();
}

test("three branches hold one 主题党日: it is entered once, each counts its own people, three duties are met", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { branches } = await clerkOfThreeBranches(page, [12, 9, 15]);
  const [first, second, third] = branches.map(({ name }) => name) as [string, string, string];
  await page.goto(`/?org=${branches[0]?.id}`);
  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "主题党日", level: 1 })).toBeVisible();
  await page.getByLabel("主题", { exact: true }).fill("三个支部联合开展安全隐患排查");

  // The usual form is short: whoever joined is asked for only where somebody wants it.
  await expect(page.getByRole("region", { name: second })).toHaveCount(0);
  await page.getByRole("button", { name: "添加联合开展的组织" }).click();
  const chooser = page.getByRole("dialog");
  await expect(chooser.getByRole("checkbox")).toHaveCount(2);
  await expectAccessible(page);
  for (const name of [second, third]) await chooser.getByRole("checkbox", { name }).check();
  await chooser.getByRole("button", { name: "完成" }).click();

  await mark(page, 0, first, 12, 2);
  await mark(page, 1, second, 9, 0);
  await mark(page, 2, third, 15, 3);
  await addGuest(page, first, "安监部刘工");
  await addGuest(page, third, "工会周主席");
  const sheet = (name: string) => page.getByRole("region", { name });
  await expect(sheet(first)).toContainText("应到 12 · 实到 10 · 83.33%");
  await expect(sheet(second)).toContainText("应到 9 · 实到 9 · 100.00%");
  await expect(sheet(third)).toContainText("应到 15 · 实到 12 · 80.00%");
  await expect(page.getByText("应到 36 · 实到 31 · 86.11%")).toBeVisible();
  await expect(sheet(third).getByText("回乡探亲")).toBeVisible();
  await page.getByLabel("与中心工作结合").check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("三个支部分组排查检修现场隐患，形成问题清单十二条，逐条明确责任人和完成时间。");
  await expect(page.getByText("可计为主题党日")).toBeVisible();
  await expect(page.getByRole("heading", { name: "提交后将满足 3 项责任" })).toBeVisible();

  // A reload keeps what was typed, of all three.
  await page.reload();
  await expect(page.getByText("应到 36 · 实到 31 · 86.11%")).toBeVisible();
  await expect(sheet(third).getByText("工会周主席")).toBeVisible();
  await expectAccessible(page);

  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "满足 3 项责任" })).toBeVisible();
  const result = page.getByRole("main");
  for (const [name, figures] of [
    [first, "应到 12 · 实到 10 · 83.33%"],
    [second, "应到 9 · 实到 9 · 100.00%"],
    [third, "应到 15 · 实到 12 · 80.00%"],
    ["合计", "应到 36 · 实到 31 · 86.11%"],
  ] as const)
    await expect(result.getByRole("row", { name: `${name} ${figures}` })).toBeVisible();
  await expectAccessible(page);

  // Both who sat in are named on the record, and counted nowhere.
  await page.getByRole("link", { name: "查看这条纪实" }).click();
  for (const guest of ["安监部刘工", "工会周主席"]) await expect(page.getByText(new RegExp(guest))).toBeVisible();

  // It stands in the list of a branch that joined, too.
  await page.goto(`/records?org=${branches[2]?.id}`);
  await expect(page.getByRole("link", { name: /三个支部联合开展安全隐患排查/ }).first()).toBeVisible();
});
