import { expect, type Page } from "@playwright/test";
import { workbookOf } from "../server/testing/workbooks.ts";
import { expectAccessible } from "./accessible.ts";
import { ask, type Group, officerOfTheEmptySystem, signInAs } from "./mining-group.ts";

export type Joint = {
  readonly year: string;
  readonly branches: readonly { readonly id: string; readonly name: string }[];
};
type General = { readonly code: string; readonly name: string; readonly branches: readonly string[] };
/** Branches whose secretaries sign in by this name and the number of the branch. */
type Pair = General & { readonly accounts: string };

const repairs: General = { code: "JX", name: "检修党总支", branches: ["汽机党支部", "电气党支部", "热控党支部"] };
const shifts: Pair = {
  code: "YX",
  name: "运行党总支",
  branches: ["锅炉运行党支部", "化学运行党支部"],
  accounts: "yunxing",
};
export const auxiliaries: Pair = {
  code: "FJ",
  name: "辅机党总支",
  branches: ["输煤党支部", "脱硫党支部"],
  accounts: "fuji",
};
const laboratories: General = { code: "HX", name: "化学党总支", branches: ["制水党支部", "化验党支部"] };
const families = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩"];
const given = ["伯安", "仲明", "叔平"];

/** Who of a branch is the so-maniest, counted from 0. */
export function memberName(branch: number, place: number): string {
  return `${families[place]}${given[branch]}`;
}

function roster({ code: top, year }: Group, { code, name, branches }: General, sizes: readonly number[]) {
  const from = `${year}-01-01`;
  const organizations = branches.map((branch, at) => [`${code}${at + 1}`, branch, "党支部", code, "生产类", from]);
  const people = sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, place) => [
      `${code}${at + 1}-${place}`,
      memberName(at, place),
      "正式党员",
      `${code}${at + 1}`,
      from,
    ]),
  );
  return workbookOf({
    组织: [
      ["组织代码", "组织名称", "组织类型", "上级组织代码", "考核类别", "设立日期"],
      [code, name, "党总支", top, null, from],
      ...organizations,
    ],
    人员: [["人员编号", "姓名", "党员状态", "党支部代码", "编入日期"], ...people],
  });
}

/** Branches of a new 党总支 in the system that began empty, all of whom owe a 主题党日 each month. */
async function branchesOf(page: Page, general: General, sizes: readonly number[]): Promise<Joint> {
  const group = await officerOfTheEmptySystem(page);
  const { year } = group;
  await page.goto("/imports");
  await page.getByLabel("生效日期").fill(`${year}-01-01`);
  const buffer = roster(group, general, sizes);
  const file = { name: `${general.name}名册.xlsx`, mimeType: "application/octet-stream", buffer };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "确认导入" }).click();
  const rows = 1 + general.branches.length + sizes.reduce((sum, size) => sum + size, 0);
  await expect(page.getByText(`已导入：新增 ${rows} 行，更新 0 行。`)).toBeVisible();
  const childrenOf = async (id: string) => {
    const answer = await ask<{ items: Joint["branches"] }>(
      page,
      "GET",
      `/api/v1/organizations?parentId=${id}&limit=50`,
    );
    return answer.items;
  };
  const made = (await childrenOf(group.rootId)).find(({ name }) => name === general.name);
  const found = await childrenOf(made?.id ?? "");
  const branches = general.branches.flatMap((name) => found.find((one) => one.name === name) ?? []);
  await ask(page, "POST", "/api/v1/plans", {
    organizationId: made?.id,
    year: Number(year),
    name: `${general.name}年度计划`,
    templateCodes: ["theme_day"],
  });
  return { year, branches };
}

/** Three branches; signed in is the clerk who is secretary of all three. */
export async function clerkOfThreeBranches(page: Page, sizes: readonly number[]): Promise<Joint> {
  const joint = await branchesOf(page, repairs, sizes);
  const rights = joint.branches.map(({ id }) => ({ role: "branch_secretary", organizationId: id }));
  await signInAs(page, { signInName: "jianxiu", displayName: "蒋伯安" }, rights, `${joint.year}-01-01`);
  return joint;
}

/** Two branches; signed in is one account that is secretary of the first and on the committee of the second. */
export async function secretaryAndCommitteeMember(page: Page, sizes: readonly number[]): Promise<Joint> {
  const joint = await branchesOf(page, laboratories, sizes);
  const roles = ["branch_secretary", "branch_committee_member"];
  const rights = joint.branches.flatMap(({ id }, at) => ({ role: roles[at] ?? "", organizationId: id }));
  await signInAs(page, { signInName: "huaxue", displayName: memberName(0, 0) }, rights, `${joint.year}-01-01`);
  return joint;
}

/** Two branches, each with a secretary of its own; `signInTo` signs the one of a branch in. */
export async function secretariesOfTwoBranches(page: Page, sizes: readonly number[], pair = shifts) {
  const joint = await branchesOf(page, pair, sizes);
  const signInTo = (branch: number) => {
    const account = { signInName: `${pair.accounts}${branch + 1}`, displayName: memberName(branch, 0) };
    const rights = [{ role: "branch_secretary", organizationId: joint.branches[branch]?.id ?? "" }];
    return signInAs(page, account, rights, `${joint.year}-01-01`);
  };
  return { ...joint, signInTo };
}

/** As a secretary: records today's theme day of his branch and leaves the part of another to its own secretary. */
export async function leadThemeDay(page: Page, title: string, lead: string, awaited: string): Promise<void> {
  await page.goto("/");
  await page
    .getByRole("link", { name: /主题党日/ })
    .first()
    .click();
  await page.getByLabel("主题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "添加联合开展的组织" }).click();
  const chooser = page.getByRole("dialog");
  await chooser.getByLabel("查找支部").fill(awaited.slice(0, 2));
  await chooser.getByRole("checkbox", { name: awaited }).check();
  await expectAccessible(page);
  await chooser.getByRole("button", { name: "完成" }).click();
  await expect(page.getByRole("region", { name: awaited })).toContainText("由该支部书记自己填报");
  await page.getByRole("region", { name: lead }).getByRole("button", { name: "全员到会" }).click();
  await page.getByLabel("与中心工作结合").check();
  await page
    .getByRole("textbox", { name: "纪要" })
    .fill("两个支部一起学习安全规程，查找身边隐患六条，逐条落实责任人。");

  // A reload knows by name who is awaited, although this secretary sees nothing else of that branch.
  await expect(page.getByText("已自动保存")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("region", { name: awaited })).toBeVisible();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await expect(page.getByRole("heading", { name: "满足 1 项责任" })).toBeVisible();
  await expect(page.getByText(`等待${awaited}填报`)).toBeVisible();
}
