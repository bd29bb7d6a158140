import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { desk, phone, signIn } from "./product.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const yesterday = () => new Date(Date.parse(today()) - 86_400_000).toISOString().slice(0, 10);

test("the officer adds a branch, renames and moves it, and the leader still finds yesterday's tree as it was", async ({
  page,
  browser,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/organizations");
  const tree = page.getByRole("tree", { name: "组织树" });
  const top = tree.getByRole("treeitem", { level: 1 });
  await expect(top).toHaveCount(1);
  const committee = tree.getByRole("treeitem", { level: 2 }).first();
  await expect(committee).toBeVisible();
  const sheet = page.getByRole("dialog");

  // A branch that stands since last month, so that it can be moved from today on.
  await page.getByRole("button", { name: "新建下级" }).click();
  await sheet.getByLabel("名称").fill("新能源党支部");
  await sheet.getByLabel("代码").fill("NEW-1");
  await sheet.getByLabel("设立日期").fill(yesterday());
  await sheet.getByRole("button", { name: "新建下级" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("新能源党支部");
  await expect(page.getByText("缺书记。请补选或任命。")).toBeVisible();

  await page.getByRole("button", { name: "更名", exact: true }).click();
  await sheet.getByLabel("名称").fill("储能党支部");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("储能党支部");
  await expect(page.getByRole("listitem").filter({ hasText: "新能源党支部" })).toBeVisible();

  await page.getByRole("button", { name: "移动", exact: true }).click();
  const parent = ((await committee.textContent()) ?? "").replace(/[\d\s].*$/, "").slice(0, 6);
  await sheet.getByLabel("新的上级组织").fill(parent);
  await sheet.getByRole("list", { name: "新的上级组织" }).getByRole("button").first().click();
  await sheet.getByLabel("生效日期").fill("2020-01-01");
  await sheet.getByRole("button", { name: "移动", exact: true }).click();
  await expect(sheet.getByText(/日期早于设立日期/).first()).toBeVisible();
  await sheet.getByLabel("生效日期").fill(today());
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
  await leader.getByLabel("按哪一天的组织显示").fill(yesterday());
  const before = leader.getByRole("treeitem", { name: /新能源党支部/ });
  await expect(before).toHaveAttribute("aria-level", "2");
  await expect(leader.getByRole("treeitem", { name: /储能党支部/ })).toHaveCount(0);
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
  await page.keyboard.press("Enter");
  const name = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  expect(last).toContain(name);
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
    expect((await new AxeBuilder({ page }).withTags(rules).analyze()).violations).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, "scrolls sideways").toBeLessThanOrEqual(0);
    await page.screenshot({ path: test.info().outputPath("tree.png") });
  });
}
