import { expect, type Page, test } from "@playwright/test";
import { workbookOf } from "../server/testing/workbooks.ts";
import { expectAccessible } from "./accessible.ts";
import { ask, officerOfTheEmptySystem, signInAs } from "./mining-group.ts";
import { dayBack, monthBack } from "./months.ts";
import { desk, emptyUrl, phone } from "./product.ts";

test.use({ viewport: phone, hasTouch: true, isMobile: true, baseURL: emptyUrl });

// March, or the present month while March isn't over yet.
const march = `${monthBack(0).slice(0, 4)}-03`;
const month = march < monthBack(0) ? march : monthBack(0);
const day = (number: string) => (month === march && march < monthBack(0) ? `${march}-${number}` : dayBack(0));

const branchName = "河湾供电所党支部";
const members = [..."江河湖海山川田原林泉"].map((given) => `白${given}`);

/** A branch with a committee and two 党小组 that owes each kind of meeting once in March. */
async function foundBranch(page: Page): Promise<{ id: string; from: string }> {
  const { code, rootId, year } = await officerOfTheEmptySystem(page);
  const from = `${year}-01-01`;
  const groups = ["第一党小组", "第二党小组"];
  const workbook = workbookOf({
    组织: [
      ["组织代码", "组织名称", "组织类型", "上级组织代码", "考核类别", "设立日期"],
      ["HW", branchName, "党支部", code, "供电所类", from],
      ...groups.map((name, index) => [`HW-${index + 1}`, name, "党小组", "HW", null, from]),
    ],
    人员: [
      ["人员编号", "姓名", "党员状态", "党支部代码", "党小组代码", "编入日期"],
      ...members.map((name, index) => [`HW${index}`, name, "正式党员", "HW", `HW-${(index % 2) + 1}`, from]),
    ],
    任职: [
      ["人员编号", "组织代码", "职务", "任职日期"],
      ...["书记", "组织委员", "宣传委员"].map((post, index) => [`HW${index}`, "HW", post, from]),
    ],
  });
  await page.goto("/imports");
  await page.getByLabel("生效日期").fill(from);
  const file = { name: "河湾名册.xlsx", mimeType: "application/octet-stream", buffer: workbook };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "确认导入" }).click();
  await expect(page.getByText("已导入：新增 16 行，更新 0 行。")).toBeVisible();
  const children = `/api/v1/organizations?parentId=${rootId}&limit=200`;
  const { items } = await ask<{ items: { id: string; name: string }[] }>(page, "GET", children);
  const id = items.find(({ name }) => name === branchName)?.id ?? "";
  const once = { cadence: { every: "month", times: 1 }, fromMonth: month, toMonth: month };
  const lines = ["theme_day", "committee_meeting", "group_meeting", "party_lecture"].map((templateCode) => ({
    templateCode,
    ...once,
  }));
  const plan = { organizationId: id, year: Number(year), name: `${branchName}三月计划`, lines };
  await ask(page, "POST", "/api/v1/plans", plan);
  return { id, from };
}

/** Opens a duty of the list and fills in what every meeting has. */
async function fill(page: Page, duty: RegExp, on: string, title: string, minutes: string): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: duty }).first().click();
  await page.getByLabel("日期").fill(on);
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "全员到会" }).click();
  await page.getByRole("textbox", { name: "纪要" }).fill(minutes);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByText(/满足 1 项责任/)).toBeVisible();
}

test("a branch finds its March on the phone, records each meeting, and all of March is met", async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize(desk);
  const { id, from } = await foundBranch(page);
  await page.setViewportSize(phone);
  const account = { signInName: "hewan", displayName: members[0] ?? "" };
  await signInAs(page, account, [{ role: "branch_secretary", organizationId: id }], from);

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "今天该做什么" })).toBeVisible();
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(5);
  await page.screenshot({ path: test.info().outputPath("owed.png"), fullPage: true });

  const minutes = "集中学习有关要求，结合春季检修讨论党员责任区划分，逐项明确责任人和完成时间。";
  await fill(page, /主题党日/, day("12"), "党员责任区里的春季检修", minutes);
  await page.getByRole("button", { name: "白泉" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("请假").click();
  await sheet.getByRole("button", { name: "出差" }).click();
  await expect(page.getByText(/实到 9/)).toBeVisible();
  await page.getByLabel("与中心工作结合").check();
  await page.screenshot({ path: test.info().outputPath("theme-day.png"), fullPage: true });
  await submit(page);

  await fill(page, /支委会/, day("05"), "研究三月重点任务", minutes);
  await page.getByLabel("研究党建与业务融合工作").check();
  await submit(page);
  for (const group of ["第一党小组", "第二党小组"]) {
    await fill(page, new RegExp(`${group}.*党小组会`), day("18"), `${group}学习讨论`, minutes);
    await submit(page);
  }
  await fill(page, /党课/, day("24"), "把责任落到每一次操作", minutes);
  await page.getByLabel("主讲人").fill("白江");
  await submit(page);

  await page.goto("/");
  await expect(
    page
      .getByText("没有待办")
      .or(page.getByRole("heading", { name: /都做完了|没有/ }))
      .first(),
  ).toBeVisible();
  await page.screenshot({ path: test.info().outputPath("met.png"), fullPage: true });
  const owed = `/api/v1/organizations/${id}/obligations?which=all&limit=200`;
  const { items } = await ask<{ items: { state: string; recordId: string }[] }>(page, "GET", owed);
  expect(items.map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "discharged"));
  expect(new Set(items.map(({ recordId }) => recordId)).size).toBe(5);

  // Who was away catches up; the absence stays.
  await page.goto("/records/absences");
  await page.getByRole("button", { name: /登记补课 白泉/ }).click();
  await sheet.getByLabel("补课日期").fill(day("20"));
  await sheet.getByLabel("方式").selectOption({ label: "送学上门" });
  await sheet.getByLabel("学习内容").fill("学习材料并交流体会");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("没有待补课的人员")).toBeVisible();
  await page.getByText("全部", { exact: true }).click();
  const absence = page.getByRole("list", { name: "缺席与补课" }).getByRole("listitem");
  await expect(absence).toContainText("已补课 · 送学上门");
  await expect(absence).toContainText("请假 · 出差");
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("made-up.png"), fullPage: true });
});
