import { expect } from "@playwright/test";
import { expectAccessible, expectLoaded, modes, setMode } from "./accessible.ts";
import { desk, phone, signIn } from "./product.ts";
import { test } from "./quiet-console.ts";

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
  ["security", phone, ["/admin/grants", "/admin/post-roles", "/admin/alarms"]],
  ["audit", desk, ["/admin/audit"]],
  ["audit", phone, ["/admin/audit"]],
];

for (const mode of modes) {
  for (const [name, viewport, paths] of stories) {
    test(`the pages of ${name} hold to WCAG 2.2 AA at ${viewport.width} px${mode.mode}`, async ({ page }) => {
      // Each page is looked at by itself, on a busy machine too.
      test.setTimeout(30_000 * (1 + paths.length));
      await page.setViewportSize(viewport);
      await signIn(page, name.split(" ")[0] ?? "");
      await setMode(page, mode);
      for (const path of paths) {
        await page.goto(path);
        await expectLoaded(page);
        await expectAccessible(page, path);
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
    await expectAccessible(page, String(await tab.textContent()));
  }
});
