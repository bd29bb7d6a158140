import { expect, type Locator, type Page } from "@playwright/test";

/** What has the focus: whether anything has, whether one sees that it has, and what it is. */
function atFocus(page: Page): Promise<{ what: string; lost: boolean; ringed: boolean; hidden: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
    const above = document.elementFromPoint(x, y);
    const isRinged = (one: Element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1;
    };
    // What is ticked or chosen by its label is marked there.
    const marked = [element, element.closest("label"), element.parentElement].filter((one) => one !== null);
    return {
      what: `${element.tagName} ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30)}`,
      lost: element === document.body,
      // The calendar within a field of days has a stop of its own, which the browser marks.
      ringed: marked.some(isRinged) || element.matches("input:is([type=date], [type=time], [type=month])"),
      hidden: above === null || !marked.some((one) => one.contains(above) || above.contains(one)),
    };
  });
}

/** Goes on by Tab until this has the focus; on the way the focus is never lost, and always to be seen. */
export async function tabTo(page: Page, wanted: Locator, most = 150): Promise<void> {
  await wanted.first().waitFor();
  for (let presses = 0; presses < most; presses++) {
    if (await wanted.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const { what, lost, ringed, hidden } = await atFocus(page);
    // Past the last stop lies the browser's own bar.
    if (!lost)
      expect({ ringed, hidden }, `${what} shows that it has the focus`).toEqual({ ringed: true, hidden: false });
  }
  throw new Error(`${most} times Tab don't lead to ${wanted}`);
}

/** Goes there by Tab and presses it. */
export async function pressBy(page: Page, wanted: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

/** Goes there by Tab and writes in place of what stands there. */
export async function typeInto(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

/** What was just done left the reader somewhere on the page. */
export async function expectPlaceKept(page: Page, after: string): Promise<void> {
  await expect.poll(async () => (await atFocus(page)).lost, `the focus after ${after} is lost`).toBe(false);
}
