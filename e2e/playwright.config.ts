import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserExecutable } from "../tools/browser.ts";
import { emptyUrl, password, productUrl } from "./product.ts";

const { executablePath, args, env } = await browserExecutable();

/** A server as `npm start` makes it, in a folder of its own; PostgreSQL enters the folder as another user. */
function product(url: string, extra: string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), "dutyloop-stories-"));
  chmodSync(folder, 0o711);
  return {
    command: ["node", "bin/start.mjs", ...extra].join(" "),
    cwd: join(import.meta.dirname, ".."),
    url: `${url}/readyz`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 20_000 },
    stdout: "pipe" as const,
    stderr: "pipe" as const,
    env: {
      PORT: new URL(url).port,
      DUTYLOOP_DATA: join(folder, "data"),
      DUTYLOOP_DEMO_PASSWORD: password,
      DUTYLOOP_LOG_LEVEL: "warn",
    },
  };
}

export default defineConfig({
  testDir: ".",
  testMatch: "*.story.ts",
  // One server, one demo: stories that write would get in each other's way.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: "../test-results",
  use: {
    baseURL: productUrl,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    launchOptions: { executablePath, args, env },
  },
  webServer: [product(productUrl), product(emptyUrl, ["--empty"])],
});
