import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { desk } from "./product.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const usual = { language: "zh", scheme: "light", memorial: false, elder: false };
/** Colours, letters and words all otherwise than usual: what holds in both holds between them. */
export const modes = [
  { mode: "", preferences: usual },
  {
    mode: " in the dark, large and in English",
    preferences: { ...usual, language: "en", scheme: "dark", elder: true },
  },
];

/** From the next page on. */
export async function setMode(page: Page, { preferences }: (typeof modes)[number]): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem("dutyloop.preferences", JSON.stringify(kept)), preferences);
}

export async function expectLoaded(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: /加载|loading/i })).toHaveCount(0);
}

/** What is shown now holds to WCAG 2.2 AA and doesn't scroll sideways. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  // Half under the bar at the top a link would seem too small to touch, wherever the story had scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  expect(found, where).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** The same of the page at this address in every mode and size, the usual and the last of them last; it is loaded anew. */
export async function expectAccessibleInEveryMode(page: Page, sizes = [page.viewportSize() ?? desk]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const mode of modes.toReversed()) {
      await setMode(page, mode);
      await page.reload();
      await expectLoaded(page);
      await expectAccessible(page, `${page.url()} at ${size.width} px${mode.mode}`);
    }
  }
}
