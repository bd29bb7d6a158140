import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { memberName, secretariesOfTwoBranches } from "./joint-branches.ts";
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
  await page.goto("/");
  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "添加联合开展的组织" }).click();
  const chooser = page.getByRole("dialog");
  await chooser.getByLabel("查找支部").fill("化学");
  await chooser.getByRole("checkbox", { name: second }).check();
  await expectAccessible(page);
  await chooser.getByRole("button", { name: "完成" }).click();
  await expect(page.getByRole("region", { name: second })).toContainText("由该支部书记自己填报");
  await page.getByRole("region", { name: first }).getByRole("button", { name: "全员到会" }).click();
  await page.getByLabel("与中心工作结合").check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("两个支部一起学习安全规程，查找身边隐患六条，逐条落实责任人。");

  // A reload knows by name who is awaited, although this secretary sees nothing else of that branch.
  await expect(page.getByText("已自动保存")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: second })).toBeVisible();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "满足 1 项责任" })).toBeVisible();
  await expect(page.getByText(`等待${second}填报`)).toBeVisible();

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
  await page.reload();
  await expect(sheet).toContainText("应到 4 · 实到 3 · 75.00%");
  await expectAccessible(page);
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
