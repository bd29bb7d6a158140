import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { mended, workbookOf } from "../server/testing/workbooks.ts";
import { expectAccessible } from "./accessible.ts";
import { drop, savedBy } from "./files.ts";
import { monthBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const firstDay = `${monthBack(0)}-01`;
const heading = ["组织代码", "组织名称", "组织类型", "上级组织代码", "考核类别", "设立日期"];

/** A roster of these branches: code, name, kind, code of the superior. */
function rosterOf(...rows: readonly (readonly [string, string, string | null, string | null])[]) {
  const sheet = rows.map(([code, name, kind, parent]) => [code, name, kind, parent, null, kind && firstDay]);
  return { name: "名册.xlsx", mimeType: "application/octet-stream", buffer: workbookOf({ 组织: [heading, ...sheet] }) };
}

const wrongRoster = (parent: string) =>
  rosterOf(["IMP-1", "导入第一党支部", "支部委", parent], ["IMP-2", "导入第二党支部", "党支部", "NO-SUCH"]);
const rightRoster = (parent: string) =>
  rosterOf(["IMP-1", "导入第一党支部", "党支部", parent], ["IMP-2", "导入第二党支部", "党支部", parent]);

/** Code of the organisation at the top of what the account sees. */
async function topCode(page: Page): Promise<string> {
  const answer = await page.request.get("/api/v1/organizations?limit=1");
  const { items } = (await answer.json()) as { items: { code: string }[] };
  return items[0]?.code ?? "";
}

test("a roster with errors is told cell by cell, the mended one is written once, and taken back it leaves nothing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  const entry = page.getByRole("navigation").getByRole("link", { name: "导入", exact: true });
  await expect(entry).toBeVisible();
  const parent = await topCode(page);
  await entry.click();
  await expect(page.getByRole("heading", { level: 1, name: "导入名册和台账" })).toBeVisible();
  const chosen = page.locator("input[type=file]");
  const counts = page.getByRole("table", { name: "各表核对结果" });
  const confirm = page.getByRole("button", { name: "确认导入" });
  const sheet = page.getByRole("dialog");
  const template = await savedBy(page, () => page.getByRole("link", { name: "下载空白模板" }).click());
  expect(template.suggestedFilename()).toBe("roster.xlsx");
  const exported = await savedBy(page, () => page.getByRole("button", { name: "导出现有名册" }).click());
  expect(exported.suggestedFilename()).toMatch(/^名册-.+\.xlsx$/);

  await drop(page, "名册.csv", Buffer.from("组织代码,组织名称\n"));
  await expect(page.getByText(/这不是 Excel 工作簿（.xlsx）/)).toBeVisible();
  await chosen.setInputFiles(await exported.path());
  await expect(page.getByText("文件与现有名册相同，没有要写入的。")).toBeVisible();
  await chosen.setInputFiles(await template.path());
  await expect(page.getByText("文件里没有填写任何一行。请填写后再选一次。")).toBeVisible();

  await chosen.setInputFiles(wrongRoster(parent));
  await expect(counts.getByRole("row", { name: "组织 0 0 0 2" })).toBeVisible();
  const cells = page.getByRole("table", { name: "有误的单元格" });
  await expect(cells.getByRole("row", { name: /组织!C2 不在可选范围内/ })).toBeVisible();
  await expect(cells.getByRole("row", { name: /组织!D3 没有代码为“NO-SUCH”的组织/ })).toBeVisible();
  const rows = page.getByRole("region", { name: "组织的行" });
  await expect(rows.getByRole("cell", { name: "NO-SUCH 组织!D3" })).toBeVisible();
  await expect(confirm).toHaveCount(0);
  const wrongRows = await savedBy(page, () => page.getByRole("button", { name: "下载错误行" }).click());
  expect(wrongRows.suggestedFilename()).toBe("错误行-名册.xlsx");

  // The reasons stand in its first column; mended, the same workbook is dropped again.
  const written: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && /\/roster\?/.test(request.url())) written.push(request.url());
  });
  const right = mended(await readFile(await wrongRows.path()), "组织", { D2: "党支部", E3: parent });
  await drop(page, "错误行-名册.xlsx", right);
  await expect(counts.getByRole("row", { name: "组织 2 0 0 0" })).toBeVisible();
  await confirm.dblclick();
  await expect(page.getByText("已导入：新增 2 行，更新 0 行。")).toBeVisible();
  expect(written).toHaveLength(1);

  // Renamed by a second roster, the first can't be taken back before the second is.
  await page.getByRole("button", { name: "再导入一个文件" }).click();
  await page.getByLabel("生效日期").fill(today());
  await chosen.setInputFiles(rosterOf(["IMP-1", "导入后改名党支部", null, null]));
  await expect(counts.getByRole("row", { name: "组织 0 1 0 0" })).toBeVisible();
  await confirm.click();
  await expect(page.getByText("已导入：新增 0 行，更新 1 行。")).toBeVisible();

  const history = page.getByRole("table", { name: "导入记录" });
  const [latest, first] = [history.getByRole("row").nth(1), history.getByRole("row").nth(2)];
  const undo = async (batch: typeof latest) => {
    await batch.getByRole("button", { name: /^撤销导入/ }).click();
    await sheet.getByRole("button", { name: "撤销", exact: true }).click();
  };
  await expect(latest).toContainText("0 / 1");
  await expect(first).toContainText("2 / 0");
  await undo(first);
  await expect(sheet.getByText(/在导入之后又有改动，不能整批撤销/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await undo(latest);
  await expect(latest).toContainText("已撤销");
  await expect(page.getByText("已撤销：新增的 0 行已去掉，更新的 1 行已恢复原样。")).toBeVisible();
  await expect(sheet).toHaveCount(0);
  await undo(first);
  await expect(first).toContainText("已撤销");
  await expect(sheet).toHaveCount(0);

  await page.getByRole("button", { name: "再导入一个文件" }).click();
  await chosen.setInputFiles(rightRoster(parent));
  await expect(counts.getByRole("row", { name: "组织 2 0 0 0" })).toBeVisible();
});

for (const viewport of [desk, phone]) {
  test(`the import holds to WCAG 2.2 AA at ${viewport.width} px and doesn't scroll sideways`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "officer");
    await expect(page.getByRole("navigation").first()).toBeVisible();
    const parent = await topCode(page);
    await page.goto("/imports");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.locator("input[type=file]").setInputFiles(wrongRoster(parent));
    await expect(page.getByRole("table", { name: "有误的单元格" })).toBeVisible();
    await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
    await expectAccessible(page);
  });
}

test("whoever may not import is told so and asks nothing", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "secretary");
  await expect(page.getByRole("navigation").getByRole("link", { name: "组织" }).first()).toBeVisible();
  await expect(page.getByRole("navigation").getByRole("link", { name: "导入", exact: true })).toHaveCount(0);
  await page.goto("/imports");
  await expect(page.getByText("没有查看权限")).toBeVisible();
  await expect(page.locator("input[type=file]")).toHaveCount(0);
});
