import { chromium } from "playwright-core";
import { browserExecutable } from "../../tools/browser.ts";
import type { Measure } from "../measure.ts";
import { startDemo } from "./demo-product.ts";
import { measureTasks, taskNames } from "./tasks.ts";
import { measureVitals, vitalNames } from "./vitals.ts";

export const faceNames = [...vitalNames, ...taskNames];

/** What users feel of the demo in a real browser. Looks first: the tasks write. */
export async function faceMeasures(wanted: (name: string) => boolean, say: (line: string) => void): Promise<Measure[]> {
  const demo = await startDemo();
  try {
    const browser = await chromium.launch(await browserExecutable());
    try {
      const vitals = vitalNames.some(wanted) ? await measureVitals(browser, demo, say) : [];
      return [...vitals, ...(taskNames.some(wanted) ? await measureTasks(browser, demo, say) : [])];
    } finally {
      await browser.close();
    }
  } finally {
    await demo.stop();
  }
}
