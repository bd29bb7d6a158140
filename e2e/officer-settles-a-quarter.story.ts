import { expect, test } from "@playwright/test";
import { monthBack } from "./months.ts";
import { desk, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

test.use({ viewport: desk });

// A quarter whose months are closed in the demo, and which no other story touches.
const [year = "", number = "1"] = monthBack(7).split("-");
const quarter = Math.ceil(Number(number) / 3);
const firstDay = `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;

test("the officer settles what is still pending of a quarter, with a reason, and starts its publicity", async ({
  page,
}) => {
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  // 季亮比 has a line that named judges give points to; nobody judged that quarter.
  await send(page, "/api/v1/organizations/ORG/adoptions", { code: "quarterly", version: 1, periodFrom: firstDay });

  const row = page.getByRole("row", { name: new RegExp(`^${year}年第${quarter}季度`) });
  await expect(async () => {
    await page.goto(`/board/periods?which=quarter&period=${firstDay.slice(0, 7)}`);
    await expect(row.getByRole("link", { name: "认定 43 项待补报" })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await row.getByRole("button", { name: "进入公示" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(/还有 43 项待补报/)).toBeVisible();
  await sheet.getByRole("link", { name: "去认定" }).click();

  await expect(sheet.getByRole("heading", { name: /认定待补报/ })).toBeVisible();
  await sheet.getByRole("checkbox", { name: "全选" }).check();
  await sheet.getByRole("button", { name: "不适用", exact: true }).click();
  await sheet.getByLabel("理由").fill("本季度没有组织抽评");
  await sheet.getByRole("button", { name: "认定 43 项为不适用" }).click();
  await expect(sheet.getByText("没有待补报")).toBeVisible({ timeout: 30_000 });
  await sheet.getByRole("button", { name: "关闭" }).click();

  await row.getByRole("button", { name: "进入公示" }).click();
  await sheet.getByRole("button", { name: "进入公示" }).click();
  await expect(sheet).toBeHidden();
  await expect(row.getByText("公示", { exact: true })).toBeVisible();
  await expect(row.getByRole("button", { name: "关闭" })).toBeVisible();
});
