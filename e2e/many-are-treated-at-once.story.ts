import { expect, type Locator, type Page, test } from "@playwright/test";
import { docx } from "../server/testing/papers.ts";
import { openAccountOf } from "./accounts.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

const sheetOf = (page: Page) => page.getByRole("dialog");
/** Shows further pages of a list until a row is there. */
async function shown(page: Page, row: Locator) {
  const more = page.getByRole("button", { name: "再看一些" });
  await expect(row.or(more).first()).toBeVisible();
  while (!(await row.isVisible())) {
    await more.click();
    await expect(row.or(more).first()).toBeVisible();
  }
}

test("two grants are taken back and the last administrator's is refused: its row says why, the others are gone", async ({
  page,
}) => {
  const names = [`离岗甲${Date.now() % 100_000}`, `离岗乙${Date.now() % 100_000}`] as const;
  for (const [index, name] of names.entries()) await openAccountOf(page, "employee", `leaving${index}`, name);
  await signIn(page, "security");
  await page.goto("/admin/grants");
  const table = page.getByRole("table", { name: "授权" });
  const rows = names.map((name) => table.getByRole("row").filter({ hasText: name }));
  const own = table.getByRole("row").filter({ hasText: "安全管理员" });
  for (const row of [...rows, own]) {
    await shown(page, row);
    await row.getByRole("checkbox").check();
  }
  await page.getByRole("button", { name: "收回（3）" }).click();
  const sheet = sheetOf(page);
  await sheet.getByRole("button", { name: "收回", exact: true }).click();
  await expect(sheet.getByText("1 项没有办成：")).toBeVisible();
  await expect(sheet.getByRole("listitem")).toHaveCount(1);
  await expect(sheet.getByRole("listitem")).toHaveText(/安全管理员.*最后一名/);
  await sheet.getByRole("button", { name: "关闭", exact: true }).first().click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/已选/)).toHaveCount(0);
  for (const name of names) await expect(page.getByRole("button", { name: new RegExp(`收回 ${name}`) })).toHaveCount(0);
  await expect(own.getByRole("button", { name: /收回/ })).toBeVisible();
});

test("a template is adopted for two organisations chosen in the matrix, and for two more from its own page", async ({
  page,
}) => {
  await signIn(page, "officer");
  await page.goto("/duties/matrix");
  await page.getByLabel("工作类型").selectOption({ label: "支委会" });
  const matrix = page.getByRole("region", { name: "履责矩阵" }).getByRole("row");
  const chosen = ["法律合规部党支部", "物资管理部党支部"];
  for (const name of chosen) await matrix.filter({ hasText: name }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "采用（2）" }).click();
  await sheetOf(page).getByRole("button", { name: "提交" }).click();
  await expect(sheetOf(page)).toHaveCount(0);
  await expect(page.getByText(/已选/)).toHaveCount(0);

  await page.goto("/standards/committee_meeting");
  const covered = page.getByRole("table", { name: "采用与覆盖" }).getByRole("row");
  for (const name of chosen) await expect(covered.filter({ hasText: name })).toContainText("1 / 1");
  const others = ["建设管理部党支部", "工会办公室党支部"];
  for (const name of others) {
    await expect(covered.filter({ hasText: name })).toContainText("0 / 1");
    await covered.filter({ hasText: name }).getByRole("checkbox").check();
  }
  await page.getByRole("button", { name: "采用这一版（2）" }).click();
  await sheetOf(page).getByRole("button", { name: "提交" }).click();
  await expect(sheetOf(page)).toHaveCount(0);
  for (const name of others) await expect(covered.filter({ hasText: name })).toContainText("1 / 1");
});

test("two files in quarantine are entered as misjudged at once, with one note for both", async ({ page }) => {
  const run = Date.now() % 100_000;
  await signIn(page, "secretary");
  for (const name of [`甲${run}.docx`, `乙${run}.docx`]) {
    await page.goto("/record/committee_meeting");
    const papers = page.getByRole("group").filter({ has: page.locator("summary", { hasText: "必备材料" }) });
    await expect(papers).toBeVisible();
    if ((await papers.getAttribute("open")) === null) await papers.getByRole("heading", { name: "必备材料" }).click();
    const box = papers.getByRole("checkbox", { name: "议题单" });
    if (!(await box.isChecked())) await box.check();
    const buffer = docx(["机密★5年", `第 ${name} 稿`]);
    const sent = { name, mimeType: "application/octet-stream", buffer };
    await papers.getByLabel("给“议题单”附上文件").setInputFiles(sent);
    await expect(page.getByRole("alert").filter({ hasText: name })).toContainText("机密");
  }
  await page.context().clearCookies();
  await signIn(page, "officer");
  await page.goto("/quarantine");
  const rows = page.getByRole("row").filter({ hasText: `${run}.docx` });
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "登记处置（2）" }).click();
  const sheet = sheetOf(page);
  await sheet.getByLabel("结果").selectOption({ label: "误判：不涉密，同一文件可以重新上传" });
  await sheet.getByLabel("报告给谁、怎样处置").fill(`保密办核实不涉密 ${run}`);
  await sheet.getByRole("button", { name: "登记并销毁" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(rows).toHaveCount(0);
  await page.getByLabel("状态").selectOption("已处置");
  await expect(rows).toHaveCount(2);
  for (const row of await rows.all()) await expect(row).toContainText(`保密办核实不涉密 ${run}`);
});
