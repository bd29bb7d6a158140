import { expect, test } from "@playwright/test";
import { ask, officerOfTheEmptySystem } from "./mining-group.ts";
import { monthBack } from "./months.ts";
import { desk, emptyUrl } from "./product.ts";

test.use({ viewport: desk, baseURL: emptyUrl });

const month = monthBack(0);
const names = ["制粉党支部", "除灰党支部", "燃运党支部"];

test("several branches are reported at once as having had nothing; what was reported isn't reported again", async ({
  page,
}) => {
  const { rootId } = await officerOfTheEmptySystem(page);
  const create = (parentId: string, kind: string, code: string, name: string) =>
    ask<{ id: string }>(page, "POST", "/api/v1/organizations", {
      ...{ parentId, kind, code, name },
      class: kind === "BRANCH" ? "生产类" : null,
      validFrom: `${month}-01`,
    });
  const { id } = await create(rootId, "GENERAL_BRANCH", "BS", "锅炉党总支");
  for (const [index, name] of names.entries()) await create(id, "BRANCH", `BS${index + 1}`, name);
  // 安全月度积分 waits for what the safety department delivers, also where nothing happened.
  const scheme = { code: "monthly_safety", version: 1, periodFrom: `${month}-01` };
  await ask(page, "POST", `/api/v1/organizations/${id}/adoptions`, scheme);

  await page.goto(`/board/deliveries?org=${id}&source=safety&period=${month}`);
  const table = page.getByRole("table", { name: "报送情况" });
  const [first, second, third] = names.map((name) => table.getByRole("row").filter({ hasText: name }));
  if (!first || !second || !third) throw new Error("three branches are expected");
  for (const row of [first, second, third]) await expect(row).toContainText("待补报");
  for (const row of [first, second]) await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "零报告（2）" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "为 2 个组织零报告" })).toBeVisible();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.postData() ?? "");
  });
  await sheet.getByRole("button", { name: "零报告", exact: true }).dblclick();
  await expect(sheet).toHaveCount(0);
  for (const row of [first, second]) {
    await expect(row).toContainText("零报告");
    await expect(row).not.toContainText("待补报");
  }
  await expect(third).toContainText("待补报");
  await expect(page.getByText(/已选/)).toHaveCount(0);
  expect(sent).toHaveLength(1);

  for (const row of [first, second, third]) await row.getByRole("checkbox").check();
  await page.getByRole("button", { name: "零报告（1）" }).click();
  await expect(sheet.getByRole("heading", { name: `零报告：${names[2]}` })).toBeVisible();
  await sheet.getByRole("button", { name: "零报告", exact: true }).click();
  await expect(sheet).toHaveCount(0);
  await expect(third).not.toContainText("待补报");
  const filter = page.getByRole("group", { name: "看哪些" });
  await filter.getByRole("button", { name: "待补报" }).click();
  await expect(page.getByRole("heading", { name: "没有符合的组织" })).toBeVisible();
  await filter.getByRole("button", { name: "已报送" }).click();
  for (const row of [first, second, third]) await expect(row).toContainText("零报告");
});
