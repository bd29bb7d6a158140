import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { freePort, startServer } from "../server-process.ts";

export const desk = { viewport: { width: 1440, height: 900 } } as const;
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

const password = "Bench-2026-demo";
export const chinese = { locale: "zh-CN", timezoneId: "Asia/Shanghai" } as const;

export type DemoProduct = { readonly origin: string; stop(): Promise<void> };

/** The product as `npm start` makes it for the first time, with the demo's group of 43 branches, in a folder of its own. */
export async function startDemo(): Promise<DemoProduct> {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-faces-"));
  // PostgreSQL enters it as another user.
  chmodSync(folder, 0o711);
  const server = await startServer(
    ["bin/start.mjs"],
    {
      DUTYLOOP_DATA: join(folder, "data"),
      DUTYLOOP_DEMO_PASSWORD: password,
      DUTYLOOP_DEMO_GROUPS: "1",
      DUTYLOOP_LOG_LEVEL: "warn",
    },
    await freePort(),
    300_000,
  );
  return {
    origin: server.origin,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Signs in and gives the sign-in to pages opened later: each of them has loaded nothing before. */
export async function signedIn(
  browser: Browser,
  { origin }: DemoProduct,
  name: string,
  size: BrowserContextOptions,
): Promise<() => Promise<BrowserContext>> {
  const context = await browser.newContext({ ...size, ...chinese });
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByLabel("登录名", { exact: true }).fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByLabel("登录名", { exact: true }).waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const storageState = await context.storageState();
  await context.close();
  return () => browser.newContext({ ...size, ...chinese, storageState });
}

/** Waits until nothing was asked of the server for half a second: what comes late has moved the page by then. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
}
