import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { desk, phone, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
const yesterday = () => new Date(Date.parse(today()) - 86_400_000).toISOString().slice(0, 10);

type Made = { id: string };

/** Looked at from the top, as what stands half behind the frame while it is scrolled is no fault of the page. */
async function violations(page: Page) {
  await page.evaluate(() => scrollTo(0, 0));
  return (await new AxeBuilder({ page }).withTags(rules).analyze()).violations;
}

/** A committee with two joint branches of two departments each, three full members in each department. */
async function foundCommittee(page: Page, mark: string): Promise<string> {
  const validFrom = yesterday();
  const organization = (parentId: string, kind: string, code: string, name: string) =>
    send<Made>(page, "/api/v1/organizations", { parentId, kind, class: null, code, name, validFrom });
  const committee = await organization("ORG", "COMMITTEE", `${mark}-0`, `${mark}储运党委`);
  for (const [index, departments] of [
    ["仓储部", "运输部"],
    ["质检部", "调度部"],
  ].entries()) {
    const branch = await organization(committee.id, "JOINT_BRANCH", `${mark}-J${index}`, `第${index + 1}联合党支部`);
    for (const [at, name] of departments.entries()) {
      const code = `${mark}-D${index}${at}`;
      const of = { parentId: null, kind: "DEPARTMENT", region: null, validTo: null };
      const unit = await send<Made>(page, "/api/v1/units", { ...of, code, name, validFrom });
      const covers = { organizationId: branch.id, validFrom, validTo: null };
      await send(page, `/api/v1/units/${unit.id}/coverage`, covers);
      for (const number of [1, 2, 3]) {
        const person = { name: `${name}党员${number}`, memberState: "FULL", groupId: null, validFrom };
        const address = `/api/v1/organizations/${branch.id}/people`;
        const { personId } = await send<{ personId: string }>(page, address, person);
        const work = { unitId: unit.id, leadsUnit: number === 1, validFrom };
        await send(page, `/api/v1/people/${personId}/employments`, work);
      }
    }
  }
  return committee.id;
}

const branchesOn = async (page: Page, id: string, on: string) => {
  const answer = await page.request.get(`/api/v1/organizations/${id}?on=${on}`);
  const { branches, members } = (await answer.json()) as { branches: number; members: number };
  return { branches, members };
};

test("two joint branches become four, one for each department, and everything is taken back again", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  const committee = await foundCommittee(page, "R1");
  await page.goto(`/reorganizations?org=${committee}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("组织调整");
  await page.getByRole("link", { name: "新建调整" }).click();

  const before = page.getByRole("tree", { name: "调整前" });
  const after = page.getByRole("tree", { name: "调整后" });
  await expect(before.getByRole("treeitem", { level: 2 })).toHaveCount(2);
  await page.getByLabel("名称").fill("一部门一支部");
  await page.getByLabel("依据").fill("储运党委〔2026〕7号");
  await page.getByRole("button", { name: "建议：一部门一支部" }).click();
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(4);
  await expect(before.getByRole("treeitem", { level: 2 })).toHaveCount(2);
  await expect(page.getByText("14 项", { exact: true })).toBeVisible();

  // What was planned is there again after a reload.
  await page.reload();
  await expect(page.getByText("已恢复上次没有执行的方案。")).toBeVisible();
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(4);

  // By the keyboard: the first new branch is put below the second one, which the server refuses beside the act.
  await after.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("m");
  await expect(page.getByText(/正在移动“.+党支部”/)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(3);
  await page.getByRole("button", { name: "查看影响" }).click();
  const refused = page.getByRole("listitem").filter({ hasText: "这种组织不能设在所选上级之下" });
  await expect(refused).toContainText("设立党支部");
  await page.getByRole("button", { name: "退一步" }).click();
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(4);

  // With the mouse: a whole department is dragged to another branch, and back in one step.
  await after.getByRole("treeitem", { name: /仓储部党支部/ }).click();
  const target = after.getByRole("treeitem", { name: /运输部党支部/ });
  await page.getByText("仓储部 3 人", { exact: true }).dragTo(target);
  await expect(target).toContainText("6");
  await page.getByRole("button", { name: "退一步" }).click();
  await expect(target).toContainText("3");

  // The same by keys: what is taken into the hand sends the keyboard to the tree.
  await after.getByRole("treeitem", { name: /仓储部党支部/ }).click();
  await page.getByRole("button", { name: "仓储部整体移到…" }).press("Enter");
  await expect(page.getByText(/正在安排仓储部 3 人/)).toBeVisible();
  await expect(after).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(target).toContainText("6");
  await page.getByRole("button", { name: "退一步" }).click();
  await expect(target).toContainText("3");

  await page.getByRole("button", { name: "查看影响" }).click();
  await expect(page.getByText("组织同设置")).toBeVisible();
  await expect(page.getByText("撤销的组织").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.screenshot({ path: test.info().outputPath("studio.png"), fullPage: true });

  await page.getByRole("button", { name: "执行", exact: true }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet).toContainText("撤销 2 个组织，设立 4 个组织，调整 12 名党员");
  await sheet.getByRole("button", { name: "执行", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("一部门一支部");
  await expect(page.getByText("储运党委〔2026〕7号")).toBeVisible();
  expect(await branchesOn(page, committee, yesterday())).toEqual({ branches: 2, members: 12 });
  expect(await branchesOn(page, committee, today())).toEqual({ branches: 4, members: 12 });

  await page.getByRole("button", { name: "撤回这次调整" }).click();
  await sheet.getByLabel("撤回理由").fill("党委会另有决定");
  await sheet.getByRole("button", { name: "撤回这次调整" }).click();
  await expect(page.getByText(/理由：党委会另有决定/)).toBeVisible();
  await expect(page.getByRole("button", { name: "撤回这次调整" })).toHaveCount(0);
  expect(await branchesOn(page, committee, today())).toEqual({ branches: 2, members: 12 });
  await page.getByRole("link", { name: "返回列表" }).click();
  await expect(page.getByRole("row").filter({ hasText: "一部门一支部" })).toContainText("已撤回");
  expect(await violations(page)).toEqual([]);
});

test("on a phone one tree is shown at a time, and nothing scrolls sideways", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize(phone);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  const committee = await foundCommittee(page, "R2");
  await page.goto(`/reorganizations/new?org=${committee}`);
  const before = page.getByRole("tree", { name: "调整前" });
  const after = page.getByRole("tree", { name: "调整后" });
  await expect(after).toBeVisible();
  await expect(before).toBeHidden();
  await after.getByRole("treeitem", { name: /第1联合党支部/ }).click();
  await page.getByRole("button", { name: "并入…" }).click();
  await after.getByRole("treeitem", { name: /第2联合党支部/ }).click();
  await expect(after.getByRole("treeitem", { level: 2 })).toHaveCount(1);
  await page.getByRole("button", { name: "调整前", exact: true }).click();
  await expect(after).toBeHidden();
  await expect(before.getByRole("treeitem", { level: 2 })).toHaveCount(2);
  expect(await violations(page)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, "scrolls sideways").toBeLessThanOrEqual(0);
  await page.screenshot({ path: test.info().outputPath("studio-phone.png"), fullPage: true });
});
