import { expect, test } from "@playwright/test";
import { printedSheets } from "./printed-sheets.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

test("the matrix is printed on A3, lists on A4, without the frame, and every sheet says whose it is and from where", async ({
  page,
}) => {
  await signIn(page, "leader");
  const pages = [
    ["/duties/matrix", 420, ["组织", "12月"]],
    ["/duties/burden", 297, ["手填字段", "代填占比"]],
    ["/board", 297, ["位次", "总分"]],
    ["/duties?which=all", 297, ["事项", "责任组织"]],
  ] as const;
  for (const [path, width, heads] of pages) {
    await page.goto(path);
    await expect(page.getByRole("table").first()).toBeVisible();
    const sheets = await printedSheets(page);
    expect(sheets.map((sheet) => sheet.width)).toEqual(sheets.map(() => width));
    for (const [index, { text }] of sheets.entries()) {
      expect(text, path).toMatch(/打印.*http/);
      expect(text, path).toContain(path);
      expect(text, path).toContain(`${index + 1} / ${sheets.length}`);
      // What a table continues on a sheet has its heads there.
      if (index < sheets.length - 1) for (const head of heads) expect(text, `${path} ${index + 1}`).toContain(head);
      expect(text, path).not.toContain("退出登录");
    }
  }
  // Afterwards: a page that was emulated once isn't laid out on its sheets as a fresh one is.
  for (const [path] of pages) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(path);
    await expect(page.getByRole("table").first()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    const row = page.locator("tbody tr").first();
    expect(await row.evaluate((element) => getComputedStyle(element).breakInside), path).toBe("avoid");
  }
});

test("from the dark mode, too, paper gets the colours of the light one", async ({ page }) => {
  await signIn(page, "leader");
  await page.goto("/duties/matrix");
  await expect(page.getByRole("table").first()).toBeVisible();
  const colours = () =>
    page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ["--ink", "--card", "--good", "--warn-ink"].map((name) => style.getPropertyValue(name).trim());
    });
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  const light = await colours();
  await page.emulateMedia({ colorScheme: "dark", media: "screen" });
  await expect.poll(async () => (await colours())[1]).not.toBe("#FFFFFF");
  await page.emulateMedia({ colorScheme: "dark", media: "print" });
  expect(await colours()).toEqual(light);
  expect(light.slice(0, 2)).toEqual(["#000000", "#FFFFFF"]);
});

test("a long list is printed to its last row, also where the screen keeps only those in sight", async ({ page }) => {
  await signIn(page, "officer");
  // The people of the demo, whose numbers are alike; other stories bring in others.
  await page.goto("/people?q=L0");
  const more = page.getByRole("button", { name: "再看一些" });
  const last = () => page.locator("tbody tr td:first-child").last();
  await expect(last()).toBeVisible();
  const first = await page.locator("tbody tr td:nth-child(2)").first().textContent();
  while ((await page.getByRole("table").getAttribute("aria-rowcount")) === null) {
    const before = await page.locator("tbody tr").count();
    await more.click();
    await expect.poll(async () => page.locator("tbody tr").count()).not.toBe(before);
  }
  const rows = Number(await page.getByRole("table").getAttribute("aria-rowcount")) - 1;
  const sheets = await printedSheets(page);
  const text = sheets.map((sheet) => sheet.text).join("\n");
  expect(text).toContain(first);
  expect(text.match(/L\d{5}/g)?.length).toBe(rows);
});
