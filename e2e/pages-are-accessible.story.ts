import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { desk, phone, signIn } from "./product.ts";
import { test } from "./quiet-console.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(rules).analyze();
  return found.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}`));
}

const stories: [string, typeof desk, string[]][] = [
  [
    "leader",
    desk,
    [
      ...["/", "/board", "/duties", "/duties/matrix", "/duties/matrix?which=all", "/duties/burden", "/records"],
      ...["/organizations", "/organizations/gaps", "/organizations/units"],
    ],
  ],
  [
    "officer",
    desk,
    [
      "/board",
      "/board/periods",
      "/board/disputes",
      "/board/bulletins",
      "/board/schemes",
      "/board/deliveries",
      "/board/judging",
    ],
  ],
  [
    "officer who plans",
    desk,
    ["/standards", "/standards/theme_day", "/standards/benchmark", "/duties/plans", "/duties/plans/new"],
  ],
  [
    "officer who plans",
    phone,
    ["/standards", "/standards/theme_day", "/duties/plans", "/duties/plans/new", "/duties/mine"],
  ],
  [
    "officer who edits",
    desk,
    ["/board/schemes/scheme_631/edit", "/board/indicators/key_tasks/edit", "/standards/theme_day/edit"],
  ],
  [
    "officer who edits",
    phone,
    ["/board/schemes/scheme_631/edit", "/board/indicators/key_tasks/edit", "/standards/theme_day/edit"],
  ],
  ["officer who keeps files apart", desk, ["/quarantine"]],
  ["officer who keeps files apart", phone, ["/quarantine"]],
  ["officer who checks", desk, ["/records", "/records/samples"]],
  ["officer who checks", phone, ["/records", "/records/samples"]],
  ["officer who changes the tree", desk, ["/imports", "/reorganizations", "/reorganizations/new"]],
  ["officer who changes the tree", phone, ["/imports", "/reorganizations", "/reorganizations/new"]],
  [
    "secretary",
    phone,
    [
      "/",
      "/records",
      "/duties/matrix",
      "/duties/burden",
      "/records/drafts",
      "/records/absences",
      "/board",
      "/me",
      "/organizations",
    ],
  ],
  ["secretary who records", phone, ["/record/theme_day", "/record/general_meeting", "/record/election"]],
  ["officer who records", desk, ["/record/committee_session"]],
  ["organizer", desk, ["/people", "/people/transfers", "/people/dispositions", "/development", "/organizations/terms"]],
  [
    "organizer",
    phone,
    ["/people", "/people/transfers", "/people/dispositions", "/development", "/organizations/terms"],
  ],
  ["data", phone, ["/board/deliveries"]],
  [
    "system",
    desk,
    ["/admin/accounts", "/admin/status", "/admin/status?which=selfCheck", "/admin/status?which=settings"],
  ],
  [
    "system",
    phone,
    ["/admin/accounts", "/admin/status", "/admin/status?which=selfCheck", "/admin/status?which=settings"],
  ],
  ["security", desk, ["/admin/grants", "/admin/post-roles", "/admin/alarms"]],
  ["audit", desk, ["/admin/audit"]],
];

async function expectNoSidewaysScroll(page: Page, path: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
}

const usual = { language: "zh", scheme: "light", memorial: false, elder: false };
/** Colours, letters and words all otherwise than usual: what holds in both holds between them. */
const modes = [
  { mode: "", preferences: usual },
  {
    mode: " in the dark, large and in English",
    preferences: { ...usual, language: "en", scheme: "dark", elder: true },
  },
];

for (const { mode, preferences } of modes) {
  for (const [name, viewport, paths] of stories) {
    test(`the pages of ${name} hold to WCAG 2.2 AA at ${viewport.width} px${mode}`, async ({ page }) => {
      // Each page is looked at by itself, on a busy machine too.
      test.setTimeout(30_000 * (1 + paths.length));
      await page.setViewportSize(viewport);
      await signIn(page, name.split(" ")[0] ?? "");
      await page.evaluate((kept) => localStorage.setItem("dutyloop.preferences", JSON.stringify(kept)), preferences);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expect(page.getByRole("status", { name: /加载|loading/i })).toHaveCount(0);
        expect(await violations(page), path).toEqual([]);
        await expectNoSidewaysScroll(page, path);
      }
    });
  }
}

test("the explanation of a score holds to WCAG 2.2 AA in every tab", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "leader");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto("/board");
  await page.locator("tbody tr").first().getByRole("link").first().click();
  const tabs = page.getByRole("dialog").getByRole("tab");
  await expect(tabs).toHaveCount(5);
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(tab).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
    expect(await violations(page), String(await tab.textContent())).toEqual([]);
  }
});
