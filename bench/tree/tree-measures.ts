import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { browserExecutable } from "../../tools/browser.ts";
import { loadPassword } from "../founding.ts";
import { atMost, type Measure, percentile } from "../measure.ts";
import { freePort, startServer } from "../server-process.ts";
import { growTree } from "./tall-tree.ts";

const goal = 200;
const searches = ["第7", "biandian", "gdgs", "党总支", "第2321", "bdjx", "工区", "o99", "供电公司 第12", "dzz"];
const rounds = 3;

/**
 * The tree of organisations in a real browser: how long the search of names, codes, pinyin and initials takes until its
 * answer is there (95th percentile), and the longest stretch in which opening, searching, expanding and walking the tree
 * kept the page from answering.
 */
export async function treeMeasures(organizations: number): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-tree-"));
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  try {
    await growTree(dataFolder, organizations);
    const server = await startServer(["bin/start.mjs"], { DUTYLOOP_DATA: dataFolder }, await freePort(), 300_000);
    const browser = await chromium.launch(await browserExecutable());
    try {
      return await walk(browser, server.origin);
    } finally {
      await browser.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function walk(browser: Browser, origin: string): Promise<Measure[]> {
  const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  await page.goto(origin);
  await page.getByLabel("登录名").fill("officer");
  await page.getByLabel("密码", { exact: true }).fill(loadPassword);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("navigation").first().waitFor();
  // What the first visit loads and compiles isn't the tree's.
  await page.goto(`${origin}/organizations`);
  await page.getByRole("treeitem").nth(1).waitFor();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((seen) => tasks.push(...seen.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  await page.goto(`${origin}/organizations`);
  await page.getByRole("treeitem").nth(1).waitFor();
  await expandAndWalk(page);
  const walked = await longestTask(page);
  const { milliseconds, longest } = await search(page);
  return [
    atMost("tree_search", "ms", percentile(milliseconds, 0.95), goal),
    atMost("tree_browser", "ms", Math.max(walked, longest), goal),
  ];
}

/** Opens a 党委 and a 党总支, goes to the end and back, opens every 党委 that comes into sight on the way. */
async function expandAndWalk(page: Page): Promise<void> {
  const tree = page.getByRole("tree");
  await tree.focus();
  for (const key of ["Home", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"]) {
    await page.keyboard.press(key);
    await page.getByRole("treeitem").nth(3).waitFor();
  }
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(step % 2 === 0 ? "ArrowRight" : "PageDown");
  }
  for (const key of ["End", "Home", "End", "Home"]) await page.keyboard.press(key);
  await tree.evaluate(async (element) => {
    for (let at = 0; at < element.scrollHeight; at += 600) {
      element.scrollTop = at;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

function longestTask(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));
}

async function search(page: Page): Promise<{ milliseconds: number[]; longest: number }> {
  const box = page.getByRole("searchbox");
  const found = page.getByRole("list", { name: "查找结果" });
  const milliseconds: number[] = [];
  let longest = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const text of searches) {
      const [answer] = await Promise.all([
        page.waitForResponse((one) => new URL(one.url()).searchParams.get("q") === text && one.ok()),
        box.fill(text),
      ]);
      await answer.finished();
      milliseconds.push(answer.request().timing().responseEnd);
      await found.getByRole("link").first().waitFor();
      await box.fill("");
    }
    longest = Math.max(longest, await longestTask(page));
    // A new page asks anew: the same words again would be answered from the browser's memory.
    await page.reload();
    await page.getByRole("treeitem").nth(1).waitFor();
  }
  return { milliseconds, longest };
}
