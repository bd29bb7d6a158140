import { expect, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { dayBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

const [today, yesterday] = [dayBack(0), dayBack(1)];

test("the officer adds a branch, renames and moves it, and the leader still finds yesterday's tree as it was", async ({
  page,
  browser,
}) => {
  test.slow();
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/organizations");
  const tree = page.getByRole("tree", { name: "组织树" });
  const top = tree.getByRole("treeitem", { level: 1 });
  await expect(top).toHaveCount(1);
  const sheet = page.getByRole("dialog");

  // A general branch and a branch since yesterday, so that one can be moved under the other from today on.
  await page.getByRole("button", { name: "新建下级" }).click();
  await sheet.getByLabel("类型").selectOption("党总支");
  await sheet.getByLabel("名称").fill("储能中心党总支");
  await sheet.getByLabel("代码").fill("NEW-0");
  await sheet.getByLabel("设立日期").fill(yesterday);
  await sheet.getByRole("button", { name: "新建下级" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("储能中心党总支");
  await tree.getByRole("treeitem", { level: 1 }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("储能中心党总支");

  // What is wrong is said at its field, and what was typed stays.
  await page.getByRole("button", { name: "新建下级" }).click();
  await sheet.getByLabel("名称").fill("新能源党支部");
  await sheet.getByLabel("代码").fill("新 1");
  await sheet.getByRole("button", { name: "新建下级" }).click();
  await expect(sheet.getByText("代码只用字母、数字、“-”和“_”，并以字母或数字开头。")).toBeVisible();
  await sheet.getByLabel("代码").fill("NEW-0");
  await sheet.getByRole("button", { name: "新建下级" }).click();
  await expect(sheet.getByText("组织代码“NEW-0”已被使用，请换一个。").last()).toBeVisible();
  await expect(sheet.getByLabel("名称")).toHaveValue("新能源党支部");
  await expectAccessible(page);
  await sheet.getByLabel("代码").fill("NEW-1");
  await sheet.getByLabel("设立日期").fill(yesterday);
  await sheet.getByRole("button", { name: "新建下级" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("新能源党支部");
  await expect(page.getByText("缺书记。请补选或任命。")).toBeVisible();

  await page.getByRole("button", { name: "更名", exact: true }).click();
  await sheet.getByLabel("名称").fill("储能党支部");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("储能党支部");
  await expect(page.getByRole("listitem").filter({ hasText: "新能源党支部" })).toBeVisible();

  await page.getByRole("button", { name: "移动", exact: true }).click();
  await sheet.getByLabel("新的上级组织").fill("cnzxdzz");
  await sheet.getByRole("list", { name: "新的上级组织" }).getByRole("button").first().click();
  await sheet.getByLabel("生效日期").fill("2020-01-01");
  await sheet.getByRole("button", { name: "移动", exact: true }).click();
  await expect(sheet.getByText(/日期早于设立日期/).first()).toBeVisible();
  await expectAccessible(page);
  await sheet.getByLabel("生效日期").fill(today);
  await sheet.getByRole("button", { name: "移动", exact: true }).click();
  await expect(sheet).toHaveCount(0);
  const moved = tree.getByRole("treeitem", { name: /储能党支部/ });
  await expect(moved).toHaveAttribute("aria-level", "3");

  const leader = await (await browser.newContext({ locale: "zh-CN" })).newPage();
  await leader.setViewportSize(desk);
  await signIn(leader, "leader");
  await leader.goto("/organizations");
  await leader.getByRole("searchbox", { name: "查找组织" }).fill("cndzb");
  await leader.getByRole("list", { name: "查找结果" }).getByRole("link").first().click();
  await expect(leader.getByRole("treeitem", { name: /储能党支部/ })).toHaveAttribute("aria-level", "3");
  await leader.getByLabel("按哪一天的组织显示").fill(yesterday);
  const before = leader.getByRole("treeitem", { name: /新能源党支部/ });
  await expect(before).toHaveAttribute("aria-level", "2");
  await expect(leader.getByRole("treeitem", { name: /储能党支部/ })).toHaveCount(0);

  await page.getByRole("button", { name: "受限设置" }).click();
  await sheet.getByLabel("受限").selectOption("境外");
  await sheet.getByLabel("中性名称").fill("海外第三项目部");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("受限：境外")).toBeVisible();
  await expect(page.getByText("对外称“海外第三项目部”")).toBeVisible();

  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await sheet.getByLabel("依据").fill("党委会议决定");
  await sheet.getByRole("button", { name: "撤销", exact: true }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/^已于 .* 终止$/)).toBeVisible();
  await expect(page.getByRole("button", { name: "更名", exact: true })).toHaveCount(0);
});

test("the tree is walked with the keyboard: arrows, Home, End, letters, Enter", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "leader");
  await page.goto("/organizations");
  const tree = page.getByRole("tree");
  const active = () =>
    tree.evaluate(
      (element) => document.getElementById(element.getAttribute("aria-activedescendant") ?? "")?.textContent,
    );
  await expect(tree.getByRole("treeitem", { level: 1 })).toHaveCount(1);
  await tree.focus();
  await page.keyboard.press("Home");
  const top = await active();
  await page.keyboard.press("ArrowLeft");
  await expect(tree.getByRole("treeitem")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem", { level: 2 }).first()).toBeVisible();
  await page.keyboard.press("ArrowRight");
  expect(await active()).not.toBe(top);
  await page.keyboard.press("End");
  const last = await active();
  expect(last).not.toBe(top);
  await page.keyboard.press("ArrowLeft");
  expect(await active()).not.toBe(last);
  await page.keyboard.press("End");
  const heading = page.getByRole("heading", { level: 1 });
  const before = (await heading.textContent()) ?? "";
  await page.keyboard.press("Enter");
  await expect(heading).not.toHaveText(before);
  expect(last).toContain((await heading.textContent()) ?? "-");
});

for (const [where, viewport] of [
  ["desk", desk],
  ["phone", phone],
] as const) {
  test(`tree and organisation hold to WCAG 2.2 AA at the ${where} and don't scroll sideways`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "officer");
    await page.goto("/organizations");
    if (where === "phone") await page.getByRole("button", { name: "组织树" }).click();
    await expect(page.getByRole("treeitem").nth(1)).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({ path: test.info().outputPath("tree.png") });
  });
}
