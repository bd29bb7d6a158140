import { expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectAccessibleInEveryMode } from "./accessible.ts";
import { monthBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

// Next year's plan: its June is still to come, whatever the day of today.
const year = Number(monthBack(0).slice(0, 4)) + 1;
const name = `${year}年度党建工作计划`;

type Duty = { id: string; templateCode: string; periodFrom: string; state: string };

/** All duties of the year at and below what the officer sees, as the list gives them. */
async function dutiesOfYear(page: Page): Promise<Duty[]> {
  const answer = await page.request.get("/api/v1/organizations?limit=1");
  const { items } = (await answer.json()) as { items: { id: string }[] };
  const duties: Duty[] = [];
  for (let after: string | null = ""; after !== null; ) {
    const days = `which=all&dueFrom=${year}-01-01&dueTo=${year}-12-31&limit=200`;
    const path = `/api/v1/organizations/${items[0]?.id}/obligations?${days}${after && `&after=${encodeURIComponent(after)}`}`;
    const listed = await page.request.get(path);
    const { items: some, next } = (await listed.json()) as { items: Duty[]; next: string | null };
    duties.push(...some);
    after = next;
  }
  return duties;
}

const line = (page: Page, number: number) => page.getByRole("group", { name: `要求 ${number}`, exact: true });
const row = (page: Page, table: string, words: RegExp) =>
  page.getByRole("table", { name: table }).getByRole("row", { name: words });

test("a plan is issued for the year, changed from June on, and what lies before June stays as it was", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  await page.goto("/duties/plans/new");
  await page.getByLabel("年度", { exact: true }).fill(String(year));

  await line(page, 1).getByLabel("工作").selectOption({ label: "主题党日" });
  await page.getByRole("button", { name: "加一条要求" }).click();
  const practice = line(page, 2);
  await practice.getByLabel("工作").selectOption({ label: "党员主题实践活动（示例）" });
  await practice.getByRole("checkbox", { name: "生产类" }).check();
  await practice.getByLabel("性质").selectOption({ label: "提升性" });
  // Improving work without a direction can't even be looked at.
  await expect(page.getByRole("button", { name: "预览" })).toBeDisabled();
  await practice.getByLabel("提升方向").fill("一支部一项目，围绕安全生产");
  await page.getByRole("button", { name: "预览" }).click();

  // What it makes, and what it costs the branches, before anything is issued.
  await expect(page.getByRole("heading", { name: "共 542 项，涉及 43 个组织" })).toBeVisible();
  await expect(page.getByText(/平均每个组织每月约填 [\d.]+ 个字段/).first()).toBeVisible();
  expect(await dutiesOfYear(page)).toEqual([]);
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("preview.png"), fullPage: true });
  await page.getByRole("button", { name: "下达", exact: true }).last().click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(row(page, "要求", /主题党日/)).toContainText("0 / 516");
  await expect(row(page, "要求", /主题实践/)).toContainText("0 / 26");
  const before = await dutiesOfYear(page);

  // In June: practice every quarter instead of every half-year, and of one class more.
  await page.getByRole("button", { name: "变更计划" }).click();
  await page.getByLabel("生效日期").fill(`${year}-06-01`);
  await page.getByRole("button", { name: "改动 要求 2" }).click();
  await line(page, 2).getByLabel("频次").selectOption({ label: "每季度" });
  await page.getByRole("button", { name: "加一条要求" }).click();
  await line(page, 3).getByLabel("工作").selectOption({ label: "示范点和示范岗创建（示例）" });
  await line(page, 3).getByLabel("频次").selectOption({ label: "每季度" });
  await line(page, 3).getByRole("checkbox", { name: "营销类" }).check();
  await page.getByRole("button", { name: "预览" }).click();
  // The first half-year of thirteen branches began before June and stays; the second becomes two quarters.
  await expect(row(page, "差异", /主题党日 不变/)).toContainText("516");
  const changed = row(page, "差异", /主题实践.* 改动/);
  await expect(changed.getByRole("cell").nth(2)).toHaveText("26");
  await expect(changed.getByRole("cell").nth(3)).toHaveText("13");
  await expect(changed.getByRole("cell").last()).toHaveText("13");
  const fresh = row(page, "差异", /示范点.* 新增/);
  await expect(fresh.getByRole("cell").nth(2)).toHaveText("16");
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("difference.png"), fullPage: true });
  const issue = page.getByRole("button", { name: "下达变更" });
  await expect(issue).toBeDisabled();
  await page.getByLabel("变更理由").fill("上半年见到成效，下半年按季推进");
  await issue.click();
  await expect(page.getByText("上半年见到成效，下半年按季推进")).toBeVisible();
  await expect(row(page, "要求", /主题实践/)).toContainText("0 / 39");

  const after = await dutiesOfYear(page);
  const early = (duties: Duty[]) => duties.filter(({ periodFrom }) => periodFrom < `${year}-06-01`);
  const keys = (duties: Duty[]) => duties.map((duty) => `${duty.id} ${duty.state}`).sort();
  expect(early(before).length).toBe(43 * 5 + 13);
  expect(keys(early(after))).toEqual(keys(early(before)));
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  expect(after.filter(({ templateCode }) => templateCode === "theme_day")).toHaveLength(516);

  // Changed the same way once more there is nothing to change, and nothing doubles.
  await page.getByRole("button", { name: "变更计划" }).click();
  await page.getByLabel("生效日期").fill(`${year}-06-01`);
  await page.getByRole("button", { name: "预览" }).click();
  await expect(page.getByRole("table", { name: "差异" }).first().getByRole("row", { name: /不变/ })).toHaveCount(3);
  await page.getByLabel("变更理由").fill("再来一次");
  await issue.click();
  await expect(page.getByText("与现行计划完全相同，没有要变更的内容。")).toBeVisible();
  expect(await dutiesOfYear(page)).toHaveLength(after.length);

  await page.getByRole("button", { name: "取消", exact: true }).click();
  await expectAccessibleInEveryMode(page, [desk, phone]);
  await expect(row(page, "要求", /主题实践/)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("phone.png"), fullPage: true });
});
