import { expect, type Page, test } from "@playwright/test";
import { searchWords } from "../server/modules/organization/search-words.ts";
import { placeTexts } from "../web/app/palette/place-texts.ts";
import { expectAccessible } from "./accessible.ts";
import { ask } from "./mining-group.ts";
import { desk, phone, signIn } from "./product.ts";

type Names = { items: { name: string }[] };

const field = (page: Page) => page.getByRole("combobox", { name: /组织、人员/ });
const options = (page: Page) => page.getByRole("dialog").getByRole("option");

/** Types, and waits until what stands there was found for this very text. */
async function look(page: Page, text: string): Promise<string[]> {
  await field(page).fill(text);
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/找到 \d+ 项/);
  return (await options(page).locator("span:first-child").allTextContents()).slice(0, 3);
}

const spoken = (name: string) => searchWords([name], "-").split("\n").slice(3);

/** A hundred searches as users type them: names, parts, pinyin and initials of what the demo holds. */
async function hundred(page: Page): Promise<[asked: string, wanted: string][]> {
  const { grants } = await ask<{ grants: { organizationId: string }[] }>(page, "GET", "/api/v1/session");
  const own = grants[0]?.organizationId ?? "";
  const branches = await ask<Names>(page, "GET", `/api/v1/organizations?parentId=${own}&limit=200`);
  const people = await ask<Names>(page, "GET", `/api/v1/organizations/${own}/people?limit=200`);
  const names = branches.items.map(({ name }) => name).slice(0, 40);
  const once = people.items.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) === at);
  const pages = Object.values(placeTexts.zh).slice(0, 20);
  return [
    ...names.map((name, at): [string, string] => {
      const [pinyin = "", initials = ""] = spoken(name);
      return [[name, pinyin, initials, name.slice(0, 4)][at % 4] ?? name, name];
    }),
    ...once.slice(0, 40).map((name, at): [string, string] => [at % 2 === 0 ? name : (spoken(name)[0] ?? name), name]),
    ...pages.map((name, at): [string, string] => [at % 2 === 0 ? name : (spoken(name)[1] ?? name), name]),
  ].slice(0, 100) as [string, string][];
}

test("of a hundred searches at least ninety-five have what is meant among the first three", async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  const searches = await hundred(page);
  expect(searches).toHaveLength(100);
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  const missed: string[] = [];
  for (const [asked, wanted] of searches) {
    const first = await look(page, asked);
    if (!first.some((title) => title === wanted)) missed.push(`${asked} → ${wanted}: ${first.join("、")}`);
  }
  expect(missed.length, missed.join("\n")).toBeLessThanOrEqual(5);
});

test("by keyboard alone one finds an organisation, opens it, and finds it again among what was opened lately", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("bdywzx");
  await expect(options(page).first()).toContainText("变电运维中心党支部");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/organizations\?.*org=/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(options(page).first()).toContainText("变电运维中心党支部");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("heading", { name: "键盘操作" })).toBeVisible();
  await expectAccessible(page);
});

test("on the phone the search fills the screen; a secretary finds nobody and nothing of other branches", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await signIn(page, "secretary");
  await page.getByRole("button", { name: "搜索", exact: true }).click();
  expect(await look(page, "ztdr")).toContain("记一次主题党日");
  await expectAccessible(page);
  expect(await look(page, "人力资源部")).toEqual([]);
  await field(page).fill("zhibuweihui");
  await page.getByRole("button", { name: "关闭" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
