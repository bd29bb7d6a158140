import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { browserExecutable } from "../../tools/browser.ts";
import { rosterFile } from "../imports/roster-file.ts";
import { atMost, type Measure } from "../measure.ts";
import { freePort, startServer } from "../server-process.ts";
import { chinese, desk } from "./demo-product.ts";
import { Hands, told } from "./hands.ts";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");

export const newcomerName = "newcomer_imports_roster";

/** A branch's size of people, as somebody brings them who tries it out. */
const people = 100;
const password = "Newcomer-2026!";
/** The roster's branches name it as what they stand below. */
const groupCode = "load";
/** Nothing of the roster is older than its group. */
const founded = "2020-07-01";

/**
 * How long somebody who has never had it takes from a clone to the first import of his own people: cloning, installing and
 * starting as the machine does it, then the hands' time from the page of the first run to a roster that is written.
 */
export async function newcomerImports(say: (line: string) => void): Promise<Measure> {
  const folder = await mkdtemp(join(tmpdir(), "dutyloop-newcomer-"));
  // PostgreSQL enters it as another user.
  await chmod(folder, 0o711);
  const clone = join(folder, "clone");
  const began = performance.now();
  try {
    await run("git", ["clone", "--quiet", root, clone]);
    const environment = { DUTYLOOP_LOG_LEVEL: "warn", DUTYLOOP_DATA: join(folder, "data") };
    const server = await startServer([join(clone, "bin/start.mjs"), "--empty"], environment, await freePort(), 600_000);
    const machine = (performance.now() - began) / 1000;
    say(`${newcomerName}: ${machine.toFixed(1)} s to clone, install and start`);
    try {
      const effort = await byHand(server.origin);
      say(`${newcomerName}: ${told(effort)}`);
      return { ...atMost(newcomerName, "s", machine + effort.seconds, 600), size: `${people} people` };
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function byHand(origin: string) {
  const browser = await chromium.launch(await browserExecutable());
  try {
    const context = await browser.newContext({ ...desk, ...chinese });
    const page = await context.newPage();
    await page.goto(origin);
    const hands = new Hands(page);
    await foundGroup(hands);
    const initial = await openAccount(hands);
    await makeOfficer(hands);
    await importRoster(hands, initial);
    return hands.effort();
  } finally {
    await browser.close();
  }
}

const administrators = [
  ["周系统", "xitong"],
  ["吴安全", "anquan"],
  ["郑审计", "shenji"],
] as const;

async function foundGroup(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.until(page.getByRole("heading", { name: "首次设置" }));
  await hands.read(page.getByRole("main").locator("p").first());
  await hands.type(page.getByLabel("集团名称"), "海棠电力集团");
  await hands.type(page.getByLabel("集团代号"), groupCode);
  await page.getByLabel("党组织设立日期").fill(founded);
  for (const [index, [name, signInName]] of administrators.entries()) {
    await hands.type(page.getByLabel("姓名", { exact: true }).nth(index), name);
    await hands.type(page.getByLabel("登录名", { exact: true }).nth(index), signInName);
    await hands.type(page.getByLabel("密码", { exact: true }).nth(index), password);
  }
  await hands.tap(page.getByRole("button", { name: "建立集团" }));
  await hands.tap(page.getByRole("button", { name: "去登录" }));
}

/** @returns the first password, which is shown once */
async function openAccount(hands: Hands): Promise<string> {
  const { page } = hands;
  await signIn(hands, "xitong", password);
  await hands.tap(page.getByRole("link", { name: "账号" }).first());
  await hands.tap(page.getByRole("button", { name: "开通账号" }));
  const sheet = page.getByRole("dialog");
  await hands.type(sheet.getByLabel("姓名"), "王专责");
  await hands.type(sheet.getByLabel("登录名"), "wang");
  await hands.tap(sheet.getByRole("button", { name: "开通账号" }));
  await hands.until(sheet.locator("code"));
  const initial = (await sheet.locator("code").textContent()) ?? "";
  await hands.tap(sheet.getByRole("button", { name: "确定" }));
  await signOut(hands);
  return initial;
}

async function makeOfficer(hands: Hands): Promise<void> {
  const { page } = hands;
  await signIn(hands, "anquan", password);
  await hands.tap(page.getByRole("link", { name: "授权" }).first());
  await hands.tap(page.getByRole("button", { name: "授予角色" }));
  const sheet = page.getByRole("dialog");
  await hands.tap(sheet.getByLabel("账号"));
  await hands.tap(sheet.getByText("王专责 · wang").last());
  await hands.choose(sheet.getByLabel("角色"), "党建部专责");
  await hands.tap(sheet.getByRole("button", { name: "授予角色" }));
  await hands.until(page.getByRole("cell", { name: "王专责" }));
  await signOut(hands);
}

async function importRoster(hands: Hands, initial: string): Promise<void> {
  const { page } = hands;
  await signIn(hands, "wang", initial);
  await hands.type(page.getByLabel("当前密码"), initial);
  await hands.type(page.getByLabel("新密码", { exact: true }), password);
  await hands.type(page.getByLabel("再输入一次新密码"), password);
  await hands.tap(page.getByRole("button", { name: "保存新密码" }));
  await hands.tap(page.getByRole("navigation").getByRole("link", { name: "导入", exact: true }));
  await hands.read(page.getByText(/下载空白模板填写/));
  const buffer = rosterFile(people, 0, { founded, joined: founded });
  const file = { name: "名册.xlsx", mimeType: "application/octet-stream", buffer };
  await hands.give(page.locator("input[type=file]"), file);
  const counts = page.getByRole("table", { name: "各表核对结果" });
  await hands.until(counts);
  await hands.read(counts);
  await hands.tap(page.getByRole("button", { name: "确认导入" }));
  await hands.until(page.getByText(new RegExp(`已导入：新增 ${people + 1} 行`)));
}

async function signIn(hands: Hands, name: string, secret: string): Promise<void> {
  const { page } = hands;
  await hands.type(page.getByLabel("登录名", { exact: true }), name);
  await hands.type(page.getByLabel("密码", { exact: true }), secret);
  await hands.tap(page.getByRole("button", { name: "登录", exact: true }));
  await page.getByLabel("登录名", { exact: true }).waitFor({ state: "detached" });
  await hands.until(page.getByRole("heading", { level: 1 }));
}

async function signOut(hands: Hands): Promise<void> {
  const menu = hands.page.getByRole("banner").locator("button[aria-expanded]").last();
  await hands.tap(menu);
  await hands.tap(hands.page.getByRole("button", { name: "退出登录" }));
  await hands.page.getByLabel("登录名", { exact: true }).waitFor();
}
