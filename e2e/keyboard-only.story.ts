import { expect, type Page } from "@playwright/test";
import { setMode } from "./accessible.ts";
import { expectPlaceKept, pressBy, tabTo, typeInto } from "./by-keyboard.ts";
import { monthBack } from "./months.ts";
import { desk, password } from "./product.ts";
import { test } from "./quiet-console.ts";

// On a day of memorial nothing can be told by its colour.
const grey = { mode: "", preferences: { language: "zh", scheme: "light", memorial: true, elder: false } };

test.use({ viewport: desk });

async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await setMode(page, grey);
  await page.reload();
  await typeInto(page, page.getByLabel("登录名", { exact: true }), name);
  await typeInto(page, page.getByLabel("密码", { exact: true }), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation").first()).toBeVisible();
}

test("by keyboard alone, without colours, a secretary records a meeting and corrects it", async ({ page }) => {
  test.setTimeout(180_000);
  const title = `键盘录入的部门会${Date.now() % 100_000}`;
  await signInByKeyboard(page, "secretary");
  await page.goto("/record/department_meeting");
  await typeInto(page, page.getByLabel("主题", { exact: true }), title);
  await pressBy(page, page.getByRole("button", { name: "全员到会" }));
  await expect(page.getByText(/实到 17/)).toBeVisible();

  // A person's sheet opens with the focus in it, keeps it, and gives it back.
  const person = page.getByRole("button", { name: /钟宇峰/ });
  await pressBy(page, person);
  const sheet = page.getByRole("dialog");
  await tabTo(page, sheet.getByText("请假"));
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await expect(person).toBeFocused();

  await typeInto(page, page.getByRole("textbox", { name: "纪要" }), "支部工作与部门工作一起布置、一起检查，责任到人。");
  await pressBy(page, page.getByRole("button", { name: "提交" }));
  await expect(page.getByRole("heading", { name: "纪实已提交" })).toBeFocused();

  await pressBy(page, page.getByRole("link", { name: "查看这条纪实" }));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expectPlaceKept(page, "going on to the record");
  await pressBy(page, page.getByRole("link", { name: "更正" }));
  const minutes = page.getByRole("textbox", { name: "纪要" });
  await expect(minutes).toHaveValue(/责任到人/);
  await typeInto(page, minutes, "支部工作与部门工作一起布置、一起检查，责任到人，月底前回头看。");
  // Without a reason it is refused: the focus is where the reason is asked for.
  await pressBy(page, page.getByRole("button", { name: "保存更正" }));
  const reason = page.getByLabel("更正原因");
  await expect(reason).toBeFocused();
  await page.keyboard.insertText("补记回头看的时间");
  await pressBy(page, page.getByRole("button", { name: "保存更正" }));
  await expect(page.getByRole("region", { name: "历次版本" })).toContainText("原因：补记回头看的时间");
  await expectPlaceKept(page, "the correction is saved");
});

test("by keyboard alone, without colours, an officer issues a plan", async ({ page }) => {
  test.setTimeout(180_000);
  // A year that no other story plans.
  const year = String(Number(monthBack(0).slice(0, 4)) + 20);
  await signInByKeyboard(page, "officer");
  await page.goto("/duties/plans");
  await pressBy(page, page.getByRole("link", { name: "制定计划" }));
  await typeInto(page, page.getByLabel("年度", { exact: true }), year);
  const line = (number: number) => page.getByRole("group", { name: `要求 ${number}`, exact: true });
  await tabTo(page, line(1).getByLabel("工作"));
  const chosen = line(1).getByLabel("工作").locator("option:checked");
  while ((await chosen.textContent()) !== "主题党日") await page.keyboard.press("ArrowDown");

  // A line that is taken out again leaves the focus where it was taken from.
  await pressBy(page, page.getByRole("button", { name: "加一条要求" }));
  await pressBy(page, page.getByRole("button", { name: "去掉 要求 2" }));
  await expect(line(2)).toHaveCount(0);
  await expectPlaceKept(page, "a line is taken out");

  const preview = page.getByRole("button", { name: "预览" });
  await pressBy(page, preview);
  await expect(page.getByRole("heading", { name: /^共 \d+ 项/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /预览/ })).toBeFocused();
  await pressBy(page, page.getByRole("button", { name: "下达", exact: true }).last());
  await expect(page.getByRole("heading", { level: 1, name: `${year}年度党建工作计划` })).toBeVisible();
  await expectPlaceKept(page, "the plan is issued");
});
