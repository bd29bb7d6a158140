import { expect, test } from "@playwright/test";
import { printedSheets } from "./printed-sheets.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

test("the matrix is printed on A3, lists on A4, without the frame, and every sheet says whose it is and from where", async ({
  page,
}) => {
  await signIn(page, "leader");
  for (const [path, width, heads] of [
    ["/duties/matrix", 420, ["组织", "12月"]],
    ["/duties/burden", 297, []],
    ["/board", 297, ["位次", "总分"]],
    ["/duties?which=all", 297, ["事项", "责任组织"]],
  ] as const) {
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
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    const row = page.locator("tbody tr").first();
    expect(await row.evaluate((element) => getComputedStyle(element).breakInside), path).toBe("avoid");
    await page.emulateMedia({ media: "screen" });
  }
});
