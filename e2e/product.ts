import type { Page } from "@playwright/test";

/** Two servers for the stories, on free ports that the configuration found: one with the demo, one empty. */
export const productUrl = process.env.STORIES_PRODUCT_URL ?? "";
export const emptyUrl = process.env.STORIES_EMPTY_URL ?? "";
export const password = "Stories-2026-demo";

export const phone = { width: 390, height: 844 };
export const desk = { width: 1440, height: 900 };

/** Signs in on the sign-in page, as a user does. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("登录名", { exact: true }).fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  // The sign-in page has a heading too: whoever went on before it is gone would come back to it.
  await page.getByLabel("登录名", { exact: true }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1 }).waitFor();
}
