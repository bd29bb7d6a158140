import { expect, type Page, test } from "@playwright/test";
import { mineRoster, officerOfTheEmptySystem } from "./mining-group.ts";
import { desk, emptyUrl } from "./product.ts";

test.use({ viewport: desk, baseURL: emptyUrl });

const treeOn = async (page: Page, id: string, on: string) => {
  const answer = await page.request.get(`/api/v1/organizations/${id}?on=${on}`);
  const { branches, members } = (await answer.json()) as { branches: number; members: number };
  return `${branches} branches, ${members} members`;
};

test("a mine comes in from its workbook; its 13 joint branches become 43 on 16 March, and 13 again", async ({
  page,
}) => {
  test.setTimeout(240_000);
  const group = await officerOfTheEmptySystem(page);
  const [dayBefore, day] = [`${group.year}-03-15`, `${group.year}-03-16`];

  await page.goto("/imports");
  await page.getByLabel("生效日期").fill(`${group.year}-01-01`);
  const roster = { name: "矿业党委名册.xlsx", mimeType: "application/octet-stream", buffer: mineRoster(group) };
  await page.locator("input[type=file]").setInputFiles(roster);
  const counts = page.getByRole("table", { name: "各表核对结果" });
  for (const row of ["组织 14 0 0 0", "单位 43 0 0 0", "覆盖 43 0 0 0", "人员 129 0 0 0", "任职 13 0 0 0"])
    await expect(counts.getByRole("row", { name: row })).toBeVisible();
  await page.getByRole("button", { name: "确认导入" }).click();
  await expect(page.getByText("已导入：新增 242 行，更新 0 行。")).toBeVisible();

  const found = await page.request.get(`/api/v1/organizations?parentId=${group.rootId}&limit=5`);
  const mine = ((await found.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
  expect(await treeOn(page, mine, day)).toBe("13 branches, 129 members");

  await page.goto(`/reorganizations/new?org=${mine}`);
  const before = page.getByRole("tree", { name: "调整前" });
  const after = page.getByRole("tree", { name: "调整后" });
  await page.getByLabel("名称").fill("一部门一支部");
  await page.getByLabel("依据").fill("矿业党委〔2026〕7号");
  await page.getByLabel("生效日期").fill(day);
  await expect(before.getByRole("treeitem", { level: 2 })).toHaveCount(13);
  await page.getByRole("button", { name: "建议：一部门一支部" }).click();
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(43);
  await expect(before.getByRole("treeitem", { name: /撤销/ })).toHaveCount(13);
  await page.getByRole("button", { name: "查看影响" }).click();
  for (const check of ["组织同设置", "干部同配备"])
    await expect(page.getByRole("listitem").filter({ hasText: check })).toContainText(/^符合/);
  await page.getByRole("button", { name: "执行", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("撤销 13 个组织，设立 43 个组织，调整 129 名党员");
  await sheet.getByRole("button", { name: "执行", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("一部门一支部");
  expect(await treeOn(page, mine, dayBefore)).toBe("13 branches, 129 members");
  expect(await treeOn(page, mine, day)).toBe("43 branches, 129 members");

  await page.getByRole("button", { name: "撤回这次调整" }).click();
  await sheet.getByLabel("撤回理由").fill("党委会另有决定");
  await sheet.getByRole("button", { name: "撤回这次调整" }).click();
  await expect(page.getByText(/理由：党委会另有决定/)).toBeVisible();
  expect(await treeOn(page, mine, day)).toBe("13 branches, 129 members");
});
