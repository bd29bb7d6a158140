import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import pino from "pino";
import { fillDemo } from "../../server/demo/fill-demo.ts";
import { configurationOrEnd } from "../../server/platform/configuration/or-end.ts";
import { startParts } from "../../server/start-parts.ts";
import { ensureWebBuilt } from "../../server/web-build.ts";
import { browserExecutable } from "../../tools/browser.ts";
import { desk, phone } from "../product.ts";
import { type Scene, scenes } from "./scenes.ts";

/** The day of the pictures: the same clock gives the same people and figures. */
const moment = new Date("2026-10-20T09:30:00+08:00");
const password = "Pictures-2026-demo";
const folder = join(import.meta.dirname, "../../docs/guide/pictures");
const languages = ["zh", "en"] as const;
type Language = (typeof languages)[number];

/** `npm run pictures [-- NAME…]`: takes the guide's pictures, or those whose names are given, of a demo of their own. */
async function main(names: readonly string[]): Promise<void> {
  const wanted = scenes.filter(({ name }) => names.length === 0 || names.includes(name));
  if (wanted.length === 0) throw new Error(`no such picture; there are: ${scenes.map(({ name }) => name).join(" ")}`);
  const place = mkdtempSync(join(tmpdir(), "dutyloop-pictures-"));
  chmodSync(place, 0o711);
  const webFolder = await ensureWebBuilt(console.log);
  const configured = configurationOrEnd({ DUTYLOOP_DATA: join(place, "data"), DUTYLOOP_DEMO_GROUPS: "1" });
  const started = await startParts(configured, pino({ level: "warn" }), () => moment);
  const { application } = started;
  try {
    await fillDemo(application, { password });
    application.startLoops();
    const server = await application.server({ webFolder, overTls: false, trustProxy: false, metricsToken: null });
    await server.listen({ port: 0, host: "127.0.0.1" });
    try {
      const { port } = server.server.address() as AddressInfo;
      await takeAll(`http://127.0.0.1:${port}`, wanted);
    } finally {
      await server.close();
    }
  } finally {
    await started.stop();
    rmSync(place, { recursive: true, force: true });
  }
}

async function takeAll(baseURL: string, wanted: readonly Scene[]): Promise<void> {
  const { executablePath, args, env } = await browserExecutable();
  for (const language of languages) {
    // Fields of days are the browser's own: they are written as in its language.
    const locale = language === "zh" ? "zh_CN" : "en_GB";
    const speaking = { ...env, LANG: `${locale}.UTF-8`, LANGUAGE: locale };
    const browser = await chromium.launch({ executablePath, args, env: speaking });
    try {
      for (const scene of wanted) {
        const name = `${scene.name}${language === "zh" ? "" : "-en"}.webp`;
        writeFileSync(join(folder, name), await take(browser, baseURL, scene, language));
        console.log(name);
      }
    } finally {
      await browser.close();
    }
  }
}

async function take(browser: Browser, baseURL: string, scene: Scene, language: Language): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL,
    viewport: scene.width === "desk" ? desk : phone,
    deviceScaleFactor: scene.width === "desk" ? 1 : 2,
    locale: language === "zh" ? "zh-CN" : "en-GB",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  });
  try {
    const page = await context.newPage();
    await page.clock.setFixedTime(moment);
    await context.addInitScript((chosen) => {
      localStorage.setItem("dutyloop.preferences", JSON.stringify({ language: chosen, scheme: "light" }));
    }, language);
    if (scene.as !== null) {
      const answer = await page.request.post("/api/v1/session", { data: { signInName: scene.as, password } });
      if (!answer.ok()) throw new Error(`${scene.as} can't sign in: ${await answer.text()}`);
      // The offer of a tour stands on the first page only.
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await page.goto(scene.path);
    await settled(page);
    await scene.before?.(page, (zh, en) => (language === "zh" ? zh : en));
    await scene.shows?.(page).waitFor();
    await settled(page);
    // A page that went on meanwhile may have closed what was opened on it.
    if (scene.shows && !(await scene.shows(page).isVisible())) throw new Error(`${scene.name} lost what it shows`);
    return await asWebp(page, await page.screenshot({ type: "png" }));
  } finally {
    await context.close();
  }
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page
    .getByRole("status", { name: /^(?:正在加载|Loading)$/ })
    .first()
    .waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
}

/** The browser writes the small format: a picture of a page is a tenth of its PNG. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const encoded = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    canvas.getContext("2d")?.drawImage(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
    let letters = "";
    for (const byte of new Uint8Array(await blob.arrayBuffer())) letters += String.fromCharCode(byte);
    return btoa(letters);
  }, png.toString("base64"));
  return Buffer.from(encoded, "base64");
}

await main(process.argv.slice(2));
