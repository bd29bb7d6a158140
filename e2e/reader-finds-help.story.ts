import { expect } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";
import { test } from "./quiet-console.ts";

const chapters = [
  "/help/zh",
  "/help/en/guide/secretary",
  "/help/zh/operate/backup",
  "/help/zh/words",
  "/help/en/errors/not_found",
];

for (const viewport of [desk, phone]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the guide holds to WCAG 2.2 AA at ${viewport.width} px, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const chapter of chapters) {
        await page.goto(chapter);
        await expectAccessible(page);
      }
    });
  }
}

test("who can't sign in opens the guide from the sign-in page, finds a word and reads it in English", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await page.goto("/");
  await page.getByRole("link", { name: "使用说明" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "使用说明" })).toBeVisible();
  await page.getByRole("searchbox").fill("零报告");
  await page.getByRole("searchbox").press("Enter");
  await page
    .getByRole("main")
    .getByRole("link", { name: /报送业务数据/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /报送业务数据/ })).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /Business figures/ })).toBeVisible();
  const picture = page.getByRole("main").getByRole("img").first();
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
});

test("a page says what it is for, explains a word by keyboard, and leads to its chapter", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await page.goto("/board/periods");
  await page.getByRole("button", { name: "这一页的说明" }).click();
  const drawer = page.getByRole("dialog");
  await expect(drawer.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  const word = drawer.getByRole("button", { name: "待补报" });
  await word.focus();
  await page.keyboard.press("Enter");
  await expect(drawer.getByText("关账前要补报")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(drawer.getByText("关账前要补报")).toHaveCount(0);
  await expect(drawer).toBeVisible();
  await expect(drawer.getByRole("link", { name: "看这一章" })).toHaveAttribute("href", /^\/help\/zh\/guide\/officer#/);
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("a refusal leads to its page, and the page it was said on stays", async ({ page, context }) => {
  await page.goto("/");
  await page.getByLabel("登录名", { exact: true }).fill("secretary");
  await page.getByLabel("密码", { exact: true }).fill("Not-the-password-1");
  await page.getByRole("button", { name: "登录" }).click();
  const opened = context.waitForEvent("page");
  await page.getByRole("alert").getByRole("link", { name: "怎么办" }).click();
  const guide = await opened;
  await expect(guide).toHaveURL(/\/help\/zh\/errors\/sign_in\.wrong$/);
  await expect(guide.getByRole("heading", { name: "怎么办" })).toBeVisible();
  await expect(page.getByLabel("登录名", { exact: true })).toHaveValue("secretary");
});

test("the tour is offered at the first sign-in only, goes by keyboard, and comes back from the menu", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "leader");
  await page.getByRole("button", { name: "带我看看" }).click();
  await expect(page.getByText("先看环，再看最弱的五个")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "下一步" }).press("Enter");
  await expect(page.getByText("榜由您发布")).toBeVisible();
  // The page goes on working beside the notes.
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(page.getByText("榜由您发布")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "带我看看" })).toHaveCount(0);
  await page.getByRole("banner").getByRole("button", { name: /领导/ }).click();
  await page.getByRole("button", { name: "新手引导" }).click();
  await expect(page.getByText("先看环，再看最弱的五个")).toBeVisible();
});
