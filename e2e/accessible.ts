import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What is shown now holds to WCAG 2.2 AA and doesn't scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  // Half under the bar at the top a link would seem too small to touch, wherever the story had scrolled to.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect((await new AxeBuilder({ page }).withTags(rules).analyze()).violations).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, "scrolls sideways").toBeLessThanOrEqual(0);
}
