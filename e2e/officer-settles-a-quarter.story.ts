import { expect, test } from "@playwright/test";
import { monthBack, quarterHolding } from "./months.ts";
import { desk, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

test.use({ viewport: desk });

// A quarter whose months are closed in the demo, and which no other story touches.
const { firstDay, words } = quarterHolding(monthBack(7));
/** The one after it or later: it has run out, and nobody closes it. */
const later = quarterHolding(monthBack(3));

test("the officer settles what is still pending of a quarter, with a reason, and starts its publicity", async ({
  page,
}) => {
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  // 季亮比 has a line that named judges give points to; nobody judged that quarter.
  await send(page, "/api/v1/organizations/ORG/adoptions", { code: "quarterly", version: 1, periodFrom: firstDay });

  const row = page.getByRole("row", { name: new RegExp(`^${words}`) });
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

test("a settlement made by mistake is replaced while the quarter is open, and a wrong figure is told beside its field", async ({
  page,
}) => {
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await send(page, "/api/v1/organizations/ORG/adoptions", { code: "quarterly", version: 1, periodFrom: firstDay });
  const row = page.getByRole("row", { name: new RegExp(`^${later.words}`) });
  await expect(async () => {
    await page.goto(`/board/periods?which=quarter&period=${later.firstDay.slice(0, 7)}`);
    await expect(row.getByRole("link", { name: /认定 \d+ 项待补报/ })).toBeVisible({ timeout: 2000 });
  }).toPass();
  await row.getByRole("link", { name: /认定 \d+ 项待补报/ }).click();

  const sheet = page.getByRole("dialog");
  await sheet.getByRole("checkbox", { name: /^办公室党支部/ }).check();
  await sheet.getByRole("button", { name: "定值", exact: true }).click();
  await sheet.getByLabel("指标值").fill("九十");
  await sheet.getByLabel("理由").fill("  ");
  await sheet.getByRole("button", { name: "认定 1 项为定值" }).click();
  await expect(sheet.getByText("请只写数字，如 3 或 0.5，不带单位。")).toBeVisible();
  await expect(sheet.getByText("请填写理由。")).toBeVisible();
  await sheet.getByLabel("指标值").fill("90");
  await sheet.getByLabel("理由").fill("电话核实，".repeat(101));
  await expect(sheet.getByText("最多 500 字，多了 5 字，请删减。")).toBeVisible();
  await sheet.getByLabel("理由").fill("电话核实");
  await sheet.getByRole("button", { name: "认定 1 项为定值" }).click();
  await expect(sheet.getByRole("checkbox", { name: /^办公室党支部/ })).toHaveCount(0);

  await sheet.getByRole("button", { name: "已认定", exact: true }).click();
  const settled = sheet.getByRole("listitem").filter({ hasText: "办公室党支部" });
  await expect(settled.getByText("定值 90")).toBeVisible();
  await settled.getByRole("button", { name: /^改定：办公室党支部/ }).click();
  await expect(settled.getByLabel("理由")).toHaveValue("电话核实");
  await settled.getByRole("button", { name: "不适用", exact: true }).click();
  await settled.getByLabel("理由").fill("新成立，本季度不抽评");
  await settled.getByRole("button", { name: "改定为不适用" }).click();
  await expect(sheet.getByText(/已改定/)).toBeVisible();
  await expect(settled.getByText("新成立，本季度不抽评")).toBeVisible();
  await expect(settled.getByText("电话核实")).toHaveCount(0);
});
