import type { Download, Page } from "@playwright/test";

/** Drops a file on the page, as from a folder beside the browser. */
export async function drop(page: Page, name: string, bytes: Buffer) {
  const dropped = await page.evaluateHandle(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return data;
    },
    { name, base64: bytes.toString("base64") },
  );
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: dropped });
}

/** What an act on the page saves as a file. */
export async function savedBy(page: Page, act: () => Promise<void>): Promise<Download> {
  const saving = page.waitForEvent("download");
  await act();
  return saving;
}
