import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { savedBy } from "./files.ts";
import { desk, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

test.use({ viewport: desk });

// Another run against the same product finds its own.
const run = Date.now() % 100_000;
const formula = `=1+${run}`;

/** The head and the rows of a table as they are read. */
async function wordsOf(table: Locator): Promise<string[][]> {
  const rows = await table.getByRole("row").all();
  return Promise.all(rows.map((row) => row.locator("th, td").allInnerTexts()));
}

/** A branch below the organisation of who is signed in: that of the first of its people. */
async function someBranch(page: Page): Promise<string> {
  const ask = async <T>(path: string) => (await (await page.request.get(`/api/v1/${path}`)).json()) as T;
  const { grants } = await ask<{ grants: { organizationId: string }[] }>("session");
  const people = `organizations/${grants[0]?.organizationId}/people?limit=1`;
  const { items } = await ask<{ items: { organizationId: string }[] }>(people);
  if (!items[0]) throw new Error("The demo has no people");
  return items[0].organizationId;
}

test("an officer keeps a view under a name, chooses columns by the keyboard and takes away what the screen shows", async ({
  page,
}) => {
  await signIn(page, "officer");
  const branch = await someBranch(page);
  for (const name of [`${formula}乙`, `${formula}甲`])
    await send(page, `/api/v1/organizations/${branch}/people`, {
      name,
      memberState: "FULL",
      groupId: null,
      validFrom: new Date().toISOString().slice(0, 10),
    });
  const table = page.getByRole("table", { name: "人员名册" });
  const sheet = page.getByRole("dialog");

  await page.goto("/people");
  await page.getByLabel("姓名或人员编号").fill(formula);
  await page.getByLabel("排序").selectOption({ label: "按姓名" });
  await expect(table.getByRole("row")).toHaveCount(3);

  await page.getByRole("button", { name: /^列/ }).focus();
  await page.keyboard.press("Enter");
  await sheet.getByRole("checkbox", { name: "入党日期" }).focus();
  await page.keyboard.press("Space");
  await sheet.getByRole("checkbox", { name: "党支部", exact: true }).focus();
  await page.keyboard.press("Space");
  await expect(sheet.getByRole("checkbox", { name: "党支部", exact: true })).toBeChecked();
  await sheet.getByRole("button", { name: "上移“党籍”" }).focus();
  await page.keyboard.press("Enter");
  // The focus stays on the button, so that the column goes up once more.
  await page.keyboard.press("Enter");
  await expect(sheet.getByRole("status")).toHaveText("“党籍”现在是第 1 列。");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(table.getByRole("columnheader")).toHaveText(["党籍", "姓名", "人员编号", "职务", "所在组织", "党支部"]);

  const view = `公式姓名${run}`;
  await page.getByRole("button", { name: "视图", exact: true }).click();
  await sheet.getByLabel("新视图的名称").fill(view);
  await sheet.getByRole("button", { name: "保存视图" }).click();
  await expect(page.getByRole("button", { name: `视图：${view}` })).toBeVisible();

  await page.goto("/people");
  await expect(table.getByRole("columnheader").first()).toHaveText("姓名");
  await page.getByRole("button", { name: "视图", exact: true }).click();
  await sheet.getByRole("button", { name: `打开 ${view}` }).click();
  await expect(table.getByRole("row")).toHaveCount(3);
  await expect(page.getByLabel("姓名或人员编号")).toHaveValue(formula);
  await expect(table.getByRole("columnheader").first()).toHaveText("党籍");

  const saved = await savedBy(page, () => page.getByRole("button", { name: "导出", exact: true }).click());
  const shown = await wordsOf(table);
  const taken = Object.values(read(readFileSync(await saved.path())).Sheets)[0] ?? {};
  const rows = utils.sheet_to_json<string[]>(taken, { header: 1, defval: "", raw: false });
  // An empty cell is a dash on the screen; a name that begins like a formula is text in the workbook.
  const defused = (word: string) => (word === "–" ? "" : word.startsWith("=") ? `'${word}` : word);
  expect(rows).toEqual(shown.map((row) => row.map((word) => defused(word.trim()))));
  expect(rows.slice(1).map(([, name]) => name)).toEqual([`'${formula}甲`, `'${formula}乙`]);
});

test("more time is asked for two duties at once: one is done, the other listed with the reason it can't be", async ({
  page,
}) => {
  await signIn(page, "secretary");
  await page.goto("/duties");
  const table = page.getByRole("table", { name: "责任清单" });
  await expect(table.getByRole("link").nth(1)).toBeVisible();
  const year = new Date().getFullYear() + 1;
  const rows = await table.getByRole("row").all();
  const [asked, other] = rows.slice(-2) as [Locator, Locator];
  const duty = (await asked.getByRole("link").first().getAttribute("href"))?.split(/[/?]/)[2] ?? "";
  const question = { kind: "extend", askedTo: `${year}-12-30`, reason: "等上级批复" };
  await send(page, `/api/v1/obligations/${duty}/requests`, question);
  await asked.getByRole("checkbox").check();
  await other.getByRole("checkbox").check();
  await page.getByRole("button", { name: "申请延期（2）" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("延期到").fill(`${year}-12-31`);
  await sheet.getByRole("textbox", { name: "理由" }).fill("生产大修，集中开会推后");
  await sheet.getByRole("button", { name: "申请延期" }).click();
  await expect(sheet.getByText("1 项没有办成：")).toBeVisible();
  await expect(sheet.getByRole("listitem")).toHaveText(/同样的申请已经提出/);
  await sheet.getByRole("button", { name: "关闭", exact: true }).first().click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/已选/)).toHaveCount(0);
});
