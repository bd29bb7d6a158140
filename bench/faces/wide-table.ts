import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { build } from "vite";
import { browserExecutable } from "../../tools/browser.ts";
import { atMost, type Measure } from "../measure.ts";
import { desk } from "./demo-product.ts";

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
const step = 700;

/**
 * The longest that the page was busy at a stretch while a list of 5 000 rows and 30 columns was scrolled from its first row
 * to its last and from its first column to its last, by the wheel, and then pulled from end to end at once. The list is
 * the product's own frame, built as the product is.
 */
export async function wideTable(say: (line: string) => void): Promise<Measure> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-wide-"));
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, "wide"),
      plugins: [react()],
      logLevel: "warn",
      build: { target: "chrome109", outDir: folder, emptyOutDir: true },
    });
    const server = await serve(folder);
    const browser = await chromium.launch(await browserExecutable());
    try {
      return atMost("wide_table", "ms", await longestTask(browser, server.origin, say), 50);
    } finally {
      await browser.close();
      server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function longestTask(browser: Browser, origin: string, say: (line: string) => void): Promise<number> {
  const page = await browser.newPage(desk);
  await page.goto(origin);
  const table = page.getByRole("region").filter({ has: page.getByRole("table") });
  await table.waitFor();
  await page.waitForLoadState("networkidle");
  const parts = { down: wheelDown, across: wheelAcross, "end to end": pull };
  const reached: Readonly<Record<string, Locator>> = {
    down: page.getByText("第5000党支部").first(),
    across: page.getByRole("columnheader", { name: "第30列" }),
  };
  const longest: number[] = [];
  for (const [name, scroll] of Object.entries(parts)) {
    // What the measure itself looks for and points at isn't the page's work.
    await table.hover();
    await browser.startTracing(page, { categories: ["-*", "toplevel", "__metadata"] });
    await scroll(page, table);
    const tasks = tasksOf(await browser.stopTracing());
    const most = Math.max(...tasks.map(({ took }) => took));
    const computed = Math.max(...tasks.map((task) => task.computed));
    say(
      `wide_table ${name}: the longest of ${tasks.length} tasks ${most.toFixed(1)} ms, at most ${computed.toFixed(1)} ms computed`,
    );
    longest.push(most);
    await reached[name]?.waitFor();
  }
  return Math.max(...longest);
}

async function wheelDown(page: Page, table: Locator): Promise<void> {
  const end = () => table.evaluate((box) => box.scrollTop + box.clientHeight >= box.scrollHeight - 1);
  while (!(await end())) await wheel(page, 0, step);
}

async function wheelAcross(page: Page, table: Locator): Promise<void> {
  const end = () => table.evaluate((box) => box.scrollLeft + box.clientWidth >= box.scrollWidth - 1);
  while (!(await end())) await wheel(page, 120, 0);
}

async function pull(page: Page, table: Locator): Promise<void> {
  for (const share of [0, 1, 0.5, 0.25, 0.75, 0]) {
    await table.evaluate((box, at) => {
      box.scrollTop = box.scrollHeight * at;
      box.scrollLeft = box.scrollWidth * at;
    }, share);
    await frame(page);
    await frame(page);
  }
}

async function wheel(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.wheel(x, y);
  await frame(page);
}

function frame(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
}

type Event = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

type Task = { readonly took: number; readonly computed: number };

/** How long each task of the page's main thread took, in milliseconds, and how much of that it had a processor. */
function tasksOf(trace: Buffer): Task[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: Event[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents
    .filter(({ name, ph, pid, tid }) => name.endsWith("RunTask") && ph === "X" && mains.has(`${pid} ${tid}`))
    .map(({ dur = 0, tdur = 0 }) => ({ took: dur / 1000, computed: tdur / 1000 }));
  if (tasks.length === 0) throw new Error("The browser named no tasks of the page");
  return tasks;
}

/** The built page over plain http; it has kept no views. */
async function serve(folder: string): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(async ({ url = "/" }, answer) => {
    if (url.startsWith("/api/")) return answer.setHeader("content-type", "application/json").end('{"items":[]}');
    const path = new URL(url, "http://page").pathname;
    const file = join(folder, path === "/" ? "index.html" : path);
    const bytes = await readFile(file).catch(() => null);
    if (bytes === null) return answer.writeHead(404).end();
    return answer.setHeader("content-type", types[extname(file)] ?? "application/octet-stream").end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
