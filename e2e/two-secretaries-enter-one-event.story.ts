import { expect, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInEveryMode } from "./accessible.ts";
import { auxiliaries, leadThemeDay, memberName, secretariesOfTwoBranches } from "./joint-branches.ts";
import { emptyUrl, phone } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true, baseURL: emptyUrl });

test("a secretary leaves the other branch to its own secretary, who enters who was there; each corrects his own part", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { branches, signInTo } = await secretariesOfTwoBranches(page, [3, 4]);
  const [first, second] = branches.map(({ name }) => name) as [string, string];
  const title = "两个支部联合学习安全规程";

  await signInTo(0);
  await leadThemeDay(page, title, first, second);

  await signInTo(1);
  await page.goto("/");
  const waiting = page.getByRole("region", { name: "待填报的联合活动" });
  await expect(waiting).toContainText(`${first}牵头`);
  await expectAccessible(page);
  await page.goto("/duties");
  await page.getByRole("region", { name: "待填报的联合活动" }).getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { name: "填报到会情况", level: 1 })).toBeVisible();
  const sheet = page.getByRole("region", { name: second });
  await expect(sheet).toContainText("应到 4");

  // Whoever isn't marked is asked for.
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await sheet.getByRole("button", { name: "全员到会" }).click();
  await sheet.getByRole("button", { name: memberName(1, 3) }).click();
  await page.getByRole("dialog").getByRole("button", { name: "出差" }).click();
  await expect(sheet).toContainText("应到 4 · 实到 3 · 75.00%");
  await expectAccessibleInEveryMode(page);
  await expect(sheet).toContainText("应到 4 · 实到 3 · 75.00%");
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "满足 1 项责任" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(page.getByRole("row", { name: `${second} 应到 4 · 实到 3 · 75.00%` })).toBeVisible();

  // Its own part is put right without touching the rest.
  await page.getByRole("link", { name: "更正本支部到会情况" }).click();
  await page
    .getByRole("region", { name: second })
    .getByRole("button", { name: memberName(1, 3) })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "到会", exact: true }).click();
  await page.getByLabel("更正原因").fill("出差当天已赶回参加");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByRole("row", { name: `${second} 应到 4 · 实到 4 · 100.00%` })).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("region", { name: "待填报的联合活动" })).toHaveCount(0);

  await signInTo(0);
  await page.goto("/records");
  await page
    .getByRole("link", { name: new RegExp(title) })
    .first()
    .click();
  await page.getByRole("link", { name: "更正", exact: true }).click();
  await expect(page.getByText("其他支部已经填报各自的部分")).toBeVisible();
  await page.getByLabel("主题", { exact: true }).fill(`${title}（第二次）`);
  await page.getByLabel("更正原因").fill("补写次数");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByRole("heading", { name: `${title}（第二次）`, level: 1 })).toBeVisible();
  await expect(page.getByRole("row", { name: `${second} 应到 4 · 实到 4 · 100.00%` })).toBeVisible();
});

test("what a secretary types of his part survives a lost line, waits for the line once it is sent, and what is refused comes back as he typed it", async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const { branches, signInTo } = await secretariesOfTwoBranches(page, [3, 4], auxiliaries);
  const [first, second] = branches.map(({ name }) => name) as [string, string];
  const title = "没有网络也能填报";
  await signInTo(0);
  await leadThemeDay(page, title, first, second);

  await signInTo(1);
  await page.goto("/duties");
  await page.getByRole("region", { name: "待填报的联合活动" }).getByRole("link", { name: title }).click();
  const sheet = page.getByRole("region", { name: second });
  await expect(sheet).toContainText("应到 4");
  const address = page.url();

  // The line is gone, and then the browser dies; the marks don't.
  await context.setOffline(true);
  await sheet.getByRole("button", { name: "全员到会" }).click();
  await sheet.getByRole("button", { name: memberName(1, 2) }).click();
  await page.getByRole("dialog").getByRole("button", { name: "值班" }).click();
  await expect(page.getByText("已存本机")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto("/records/drafts");
  const typed = again.getByRole("listitem").filter({ hasText: title });
  await expect(typed).toContainText("仅存本机");
  await expectAccessible(again);
  await typed.getByRole("link", { name: "继续填写" }).click();
  expect(again.url()).toBe(address);
  await expect(again.getByText("已恢复草稿")).toBeVisible();
  const restored = again.getByRole("region", { name: second });
  await expect(restored).toContainText("应到 4 · 实到 3 · 75.00%");
  await expectAccessible(again);

  // Sent without a line it waits, and the page says so whenever it is opened.
  await context.setOffline(true);
  await again.getByRole("button", { name: "提交", exact: true }).click();
  await expect(again.getByRole("heading", { name: "已存入待发送" })).toBeVisible();
  await expect(again.getByRole("link", { name: "待发送 1" })).toBeVisible();
  await expectAccessible(again);

  // What the server refuses is told, and opens again with what was typed.
  const parts = "**/api/v1/records/*/hosts/*";
  await again.route(parts, (route) =>
    route.fulfill({
      status: 422,
      json: { code: "record.attendance.incomplete", message: "还有人没有登记到会情况。", problems: [], values: {} },
    }),
  );
  await context.setOffline(false);
  await expect(again.getByRole("heading", { name: "没有发出" })).toBeVisible();
  await again.getByRole("link", { name: "查看草稿与待发送" }).click();
  const refused = again.getByRole("listitem").filter({ hasText: title });
  await expect(refused).toContainText("还有人没有登记到会情况。");
  await expectAccessible(again);
  await refused.getByRole("button", { name: "打开修改" }).click();
  await expect(restored).toContainText("应到 4 · 实到 3 · 75.00%");
  await again.unroute(parts);

  // Its answer is lost on the way: it goes out once more by itself, and is entered once.
  let lost = 0;
  await again.route(parts, async (route) => {
    lost += 1;
    if (lost > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await again.getByRole("button", { name: "提交", exact: true }).click();
  await expect(again.getByRole("heading", { name: "已发送" })).toBeVisible({ timeout: 30_000 });
  expect(lost).toBeGreaterThan(1);
  await again.getByRole("link", { name: "查看这条纪实" }).click();
  await expect(again.getByRole("row", { name: `${second} 应到 4 · 实到 3 · 75.00%` })).toBeVisible();
});
