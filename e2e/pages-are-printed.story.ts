import { inflateSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

/** Sheets of a printed page with their width in millimetres. */
async function sheetsOf(page: Page): Promise<number[]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const objects = [...file.matchAll(/stream\r?\n(.*?)endstream/gs)].map(([, data]) => unpacked(data ?? ""));
  const boxes = [file, ...objects].flatMap((text) => [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) [\d.]+\s*\]/g)]);
  return boxes.map(([, points]) => Math.round((Number(points) * 25.4) / 72));
}

function unpacked(data: string): string {
  try {
    return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
  } catch {
    return "";
  }
}

test("the matrix is printed on A3, lists on A4, without the frame and with its address at the foot", async ({
  page,
}) => {
  await signIn(page, "leader");
  for (const [path, width] of [
    ["/duties/matrix", 420],
    ["/duties/burden", 297],
    ["/board", 297],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("table").first()).toBeVisible();
    const sheets = await sheetsOf(page);
    expect(sheets, path).toContain(width);
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("navigation").first()).toBeHidden();
    await expect(page.getByRole("banner")).toBeHidden();
    await expect(page.getByText(new RegExp(`打印.*${path}`))).toBeVisible();
    const head = page.locator("thead").first();
    expect(await head.evaluate((element) => getComputedStyle(element).display), path).toBe("table-header-group");
    const row = page.locator("tbody tr").first();
    expect(await row.evaluate((element) => getComputedStyle(element).breakInside), path).toBe("avoid");
    await page.emulateMedia({ media: "screen" });
  }
});
