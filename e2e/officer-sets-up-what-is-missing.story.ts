import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { savedBy } from "./files.ts";
import { dayBack } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

const began = dayBack(1);

/** A unit by the page, below another or at the top; answers its id. */
async function addUnit(page: Page, button: string, kind: string, name: string, code: string): Promise<string> {
  const sheet = page.getByRole("dialog");
  await page.getByRole("button", { name: button, exact: true }).click();
  await sheet.getByLabel("类型").selectOption(kind);
  await sheet.getByLabel("名称").fill(name);
  await sheet.getByLabel("代码").fill(code);
  await sheet.getByLabel("第一天").fill(began);
  const answered = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/units"));
  await sheet.getByRole("button", { name: "保存" }).click();
  const { id } = (await (await answered).json()) as { id: string };
  await expect(sheet).toHaveCount(0);
  return id;
}

async function cover(page: Page, unit: string, search: string, organization: string): Promise<void> {
  const sheet = page.getByRole("dialog");
  await page.getByRole("button", { name: `定覆盖：${unit}` }).click();
  await sheet.getByLabel("覆盖的党组织").fill(search);
  await sheet.getByRole("list", { name: "覆盖的党组织" }).getByRole("button", { name: organization }).click();
  await sheet.getByLabel("第一天").fill(began);
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(sheet).toHaveCount(0);
}

test("where no unit is known the page says so, instead of that nothing is missing", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "secretary");
  await page.goto("/organizations/gaps");
  await expect(page.getByRole("heading", { name: "还没有登记单位" })).toBeVisible();
  await expectAccessible(page);
});

test("the officer enters units, says who covers them, and sets up with one click the branch that is missing", async ({
  page,
}) => {
  test.slow();
  await page.setViewportSize(desk);
  await signIn(page, "officer");

  await page.goto("/organizations/units");

  const joint = await send<{ id: string }>(page, "/api/v1/organizations", {
    parentId: "ORG",
    kind: "JOINT_BRANCH",
    class: null,
    code: "JOINT-1",
    name: "氢能联合党支部",
    validFrom: began,
  });
  await addUnit(page, "新建单位", "公司", "澜阳供电公司", "UNIT-1");
  await cover(page, "澜阳供电公司", "lygdgsdw", "澜阳供电公司党委");
  const department = await addUnit(page, "新建下级：澜阳供电公司", "部门", "氢能技术部", "UNIT-2");
  await cover(page, "氢能技术部", "qnlh", "氢能联合党支部");
  await expect(page.getByRole("row", { name: /氢能技术部/ }).getByRole("link")).toHaveText("氢能联合党支部");
  await expectAccessible(page);

  for (const name of ["穆清源", "简知行", "卓见微"]) {
    const { personId } = await send<{ personId: string }>(page, `/api/v1/organizations/${joint.id}/people`, {
      name,
      memberState: "FULL",
      groupId: null,
      validFrom: began,
    });
    await send(page, `/api/v1/people/${personId}/employments`, { unitId: department, validFrom: began });
  }

  await page.getByRole("link", { name: "应建必建" }).last().click();
  const row = page.getByRole("row", { name: /氢能技术部/ });
  await expect(row).toContainText("ORG-02");
  await expectAccessible(page);
  await row.getByRole("button", { name: /^按建议办理/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("代码").fill("JOINT-1");
  await sheet.getByLabel("名称").fill("氢能技术党支部");
  await sheet.getByRole("button", { name: "按建议办理" }).click();
  await expect(sheet.getByText("组织代码“JOINT-1”已被使用，请换一个。").last()).toBeVisible();
  await expect(sheet.getByLabel("名称")).toHaveValue("氢能技术党支部");
  await expectAccessible(page);
  await sheet.getByLabel("代码").fill("OWN-1");
  await sheet.getByRole("button", { name: "按建议办理" }).click();
  await expect(page.getByText("已办理。3 名党员的编入有变动。")).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: "看这个组织" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("氢能技术党支部");
  await expect(page.getByRole("link", { name: "穆清源" })).toBeVisible();

  // What can't be done leaves the sheet as it was and says why.
  await page.goto("/organizations/units");
  await page.getByRole("button", { name: "更改：澜阳供电公司" }).click();
  await sheet.getByRole("button", { name: "撤销" }).first().click();
  await sheet.getByRole("button", { name: "撤销" }).last().click();
  await expect(sheet.getByRole("alert").first()).toContainText("下级单位");
  await sheet.getByRole("button", { name: "名称和地区" }).click();
  await expect(sheet.getByRole("alert")).toHaveCount(0);
  await sheet.getByLabel("地区").fill("澜阳");
  await sheet.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("row", { name: /澜阳供电公司/ }).first()).toContainText("澜阳");
});

test("the officer moves a unit and ends what covers it, sees before what follows, and reads at the field what is wrong", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await signIn(page, "officer");
  await page.goto("/organizations/units");
  const sheet = page.getByRole("dialog");
  await addUnit(page, "新建单位", "公司", "渠安供电公司", "UNIT-5");
  await addUnit(page, "新建单位", "部门", "渠安技术部", "UNIT-6");
  await cover(page, "渠安供电公司", "lygdgsdw", "澜阳供电公司党委");

  // By the keyboard: what is found is chosen, and what follows is said before anything is done.
  await page.getByRole("button", { name: "更改：渠安技术部" }).click();
  await sheet.getByRole("button", { name: "移动" }).first().press("Enter");
  const move = sheet.getByRole("button", { name: "移动" }).last();
  await expect(move).toBeDisabled();
  await sheet.getByRole("searchbox", { name: "新的上级单位" }).fill("渠安");
  await sheet.getByRole("button", { name: /渠安供电公司/ }).press("Enter");
  await expect(sheet.getByText("渠安技术部连同下级单位改为隶属渠安供电公司。")).toBeVisible();
  await expect(sheet.getByText("仍随澜阳供电公司党委。")).toBeVisible();
  await expectAccessible(page);
  await move.click();
  await expect(sheet).toHaveCount(0);
  await page.getByRole("button", { name: "展开渠安供电公司" }).click();
  await expect(page.getByRole("row", { name: /渠安技术部/ })).toContainText("随澜阳供电公司党委");

  await page.getByRole("button", { name: "更改：渠安供电公司" }).click();
  await sheet.getByRole("button", { name: "移动" }).first().click();
  await sheet.getByRole("searchbox", { name: "新的上级单位" }).fill("渠安技术部");
  await sheet.getByRole("button", { name: /渠安技术部/ }).click();
  await move.click();
  await expect(sheet.locator("[data-field-error]")).toContainText("单位不能隶属于自己或自己的下级");
  await sheet.getByRole("button", { name: "取消" }).click();

  await page.getByRole("button", { name: "定覆盖：渠安供电公司" }).click();
  await sheet.getByRole("button", { name: "解除覆盖" }).first().click();
  await expect(sheet.getByText("澜阳供电公司党委覆盖渠安供电公司到这一天为止。")).toBeVisible();
  await expectAccessible(page);
  await sheet.getByLabel("最后一天").fill(began);
  await sheet.getByRole("button", { name: "解除覆盖" }).last().click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByRole("row", { name: /渠安供电公司/ }).first()).toContainText("随澜阳供电公司党委");
});

test("the whole tree of units stands in one list, with columns to choose and a workbook of what is shown", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/organizations/units");
  await expect(page.getByRole("button", { name: "导出", exact: true })).toHaveCount(0);
  await page.getByRole("group", { name: "显示哪些" }).getByRole("button", { name: "全部" }).click();
  const table = page.getByRole("table", { name: "单位" });
  await expect(table.getByRole("row", { name: /澜阳供电公司/ }).first()).toBeVisible();
  const file = await savedBy(page, () => page.getByRole("button", { name: "导出", exact: true }).click());
  expect(file.suggestedFilename()).toMatch(/^单位.*\.xlsx$/);
});

for (const [who, where, viewport] of [
  ["officer", "phone", phone],
  ["leader", "desk", desk],
  ["secretary", "phone", phone],
] as const) {
  test(`units and gaps hold to WCAG 2.2 AA for the ${who} at the ${where}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await signIn(page, who);
    const units = [
      "/organizations/units",
      "/organizations/units?which=all",
      "/organizations/units?which=no_own_branch",
    ];
    for (const path of ["/organizations/gaps", ...units]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
      await expectAccessible(page);
    }
  });
}
