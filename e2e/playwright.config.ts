import { chmodSync, mkdtempSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { browserExecutable } from "../tools/browser.ts";
import { password } from "./product.ts";

// The runner's workers read this file again: they find what the first reading chose.
process.env.STORIES_PRODUCT_URL ??= await freeAddress();
process.env.STORIES_EMPTY_URL ??= await freeAddress();
const [productUrl, emptyUrl] = [process.env.STORIES_PRODUCT_URL, process.env.STORIES_EMPTY_URL];
const { executablePath, args, env } = await browserExecutable();

function freeAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}

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
      // The stories are about the first; the second would be filled while they run.
      DUTYLOOP_DEMO_GROUPS: "1",
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
