import { expect, type Page } from "@playwright/test";
import { workbookOf } from "../server/testing/workbooks.ts";
import { ask, type Group, officerOfTheEmptySystem, signInAs } from "./mining-group.ts";

export type Joint = { readonly branches: readonly { readonly id: string; readonly name: string }[] };

const names = ["汽机党支部", "电气党支部", "热控党支部"];
const families = [..."赵钱孙李周吴郑王冯陈褚卫蒋沈韩"];
const given = ["伯安", "仲明", "叔平"];

/** Who of a branch is the so-maniest, counted from 0. */
export function memberName(branch: number, place: number): string {
  return `${families[place]}${given[branch]}`;
}

function roster({ code, year }: Group, sizes: readonly number[]) {
  const from = `${year}-01-01`;
  const organizations = names.map((name, at) => [`JX${at + 1}`, name, "党支部", "JX", "生产类", from]);
  const people = sizes.flatMap((size, at) =>
    Array.from({ length: size }, (_, place) => [
      `JX${at + 1}-${place}`,
      memberName(at, place),
      "正式党员",
      `JX${at + 1}`,
      from,
    ]),
  );
  return workbookOf({
    组织: [
      ["组织代码", "组织名称", "组织类型", "上级组织代码", "考核类别", "设立日期"],
      ["JX", "检修党总支", "党总支", code, null, from],
      ...organizations,
    ],
    人员: [["人员编号", "姓名", "党员状态", "党支部代码", "编入日期"], ...people],
  });
}

/**
 * Three branches of one 党总支 in the system that began empty, all of whom owe a 主题党日 each month; signed in is the
 * clerk who is secretary of all three.
 */
export async function clerkOfThreeBranches(page: Page, sizes: readonly number[]): Promise<Joint> {
  const group = await officerOfTheEmptySystem(page);
  await page.goto("/imports");
  await page.getByLabel("生效日期").fill(`${group.year}-01-01`);
  const file = { name: "检修党总支名册.xlsx", mimeType: "application/octet-stream", buffer: roster(group, sizes) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "确认导入" }).click();
  await expect(page.getByText("已导入：新增 40 行，更新 0 行。")).toBeVisible();
  const childrenOf = async (id: string) => {
    const answer = await ask<{ items: Joint["branches"] }>(
      page,
      "GET",
      `/api/v1/organizations?parentId=${id}&limit=50`,
    );
    return answer.items;
  };
  const general = (await childrenOf(group.rootId)).find(({ name }) => name === "检修党总支");
  const found = await childrenOf(general?.id ?? "");
  const branches = names.flatMap((name) => found.find((one) => one.name === name) ?? []);
  await ask(page, "POST", "/api/v1/plans", {
    organizationId: general?.id,
    year: Number(group.year),
    name: "检修党总支年度计划",
    templateCodes: ["theme_day"],
  });
  const rights = branches.map(({ id }) => ({ role: "branch_secretary", organizationId: id }));
  await signInAs(page, { signInName: "jianxiu", displayName: "蒋伯安" }, rights, `${group.year}-01-01`);
  return { branches };
}
