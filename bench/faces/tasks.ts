import type { Browser, Page } from "playwright-core";
import { atMost, type Measure } from "../measure.ts";
import { type DemoProduct, desk, phone, settled, signedIn } from "./demo-product.ts";
import { type Effort, Hands, told } from "./hands.ts";

type Task = {
  readonly name: string;
  readonly who: string;
  readonly size: typeof desk | typeof phone;
  readonly seconds: number;
  /** At most so many taps besides typing, where that is a goal. */
  readonly taps?: number;
  readonly perform: (hands: Hands) => Promise<void>;
};

const tasks: readonly Task[] = [
  { name: "secretary_closes_theme_day", who: "secretary", size: phone, seconds: 30, taps: 3, perform: closeThemeDay },
  { name: "officer_issues_plan_to_43", who: "officer", size: desk, seconds: 120, perform: issuePlan },
  { name: "officer_writes_bulletin", who: "officer", size: desk, seconds: 300, perform: writeBulletin },
  { name: "leader_finds_three_weakest", who: "leader", size: desk, seconds: 10, perform: findWeakest },
];

export const taskNames = tasks.flatMap(({ name, taps }) => (taps === undefined ? [name] : [name, `${name}_taps`]));

/**
 * How long everyday work takes a practised person in a real browser, from his first page on: what the product needs is
 * measured, what the person needs is reckoned (see `Hands`).
 */
export async function measureTasks(
  browser: Browser,
  demo: DemoProduct,
  say: (line: string) => void,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { name, who, size, seconds, taps, perform } of tasks) {
    const context = await (await signedIn(browser, demo, who, size))();
    try {
      const effort = await work(await context.newPage(), demo.origin, perform);
      say(`${name}: ${told(effort)}`);
      measures.push(atMost(name, "s", effort.seconds, seconds));
      if (taps !== undefined) measures.push(atMost(`${name}_taps`, "taps", effort.taps, taps));
    } finally {
      await context.close();
    }
  }
  return measures;
}

async function work(page: Page, origin: string, perform: Task["perform"]): Promise<Effort> {
  await page.goto(origin);
  await settled(page);
  const hands = new Hands(page);
  await perform(hands);
  return hands.effort();
}

async function closeThemeDay(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.tap(page.getByRole("link", { name: /主题党日/ }).first());
  await hands.until(page.getByRole("button", { name: "全员到会" }));
  await hands.type(page.getByLabel("主题", { exact: true }), "安全生产月");
  await hands.tap(page.getByRole("button", { name: "全员到会" }));
  await hands.type(page.getByRole("textbox", { name: "纪要" }), "学习方案，领题三项");
  await hands.tap(page.getByRole("button", { name: "提交" }));
  await hands.until(page.getByText(/满足 1 项责任/));
}

/** The five kinds of organisational life that every branch owes, for the year after this one. */
async function issuePlan(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.tap(page.getByRole("navigation").getByRole("link", { name: "明责" }));
  await hands.tap(page.getByRole("link", { name: "年度计划" }).first());
  await hands.tap(page.getByRole("link", { name: "制定计划" }).first());
  const year = new Date().getFullYear() + 1;
  await hands.type(page.getByLabel("年度", { exact: true }), String(year));
  const works = ["党员大会", "支委会", "党小组会", "党课", "主题党日"];
  for (const [index, label] of works.entries()) {
    if (index > 0) await hands.tap(page.getByRole("button", { name: "加一条要求" }));
    const line = page.getByRole("group", { name: `要求 ${index + 1}`, exact: true });
    await hands.choose(line.getByLabel("工作"), label);
  }
  await hands.tap(page.getByRole("button", { name: "预览" }));
  await hands.until(page.getByRole("heading", { name: /涉及 43 个组织/ }));
  await hands.read(page.getByRole("heading", { name: /涉及 43 个组织/ }));
  await hands.tap(page.getByRole("button", { name: "下达", exact: true }).last());
  await hands.until(page.getByRole("heading", { level: 1, name: new RegExp(String(year)) }));
}

/** 通报 of last month: read through, its three usual texts typed, and taken as Word. */
async function writeBulletin(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.tap(page.getByRole("navigation").getByRole("link", { name: "考责" }));
  await hands.tap(page.getByRole("link", { name: "通报", exact: true }));
  const now = new Date();
  const last = new Date(now.getFullYear(), now.getMonth() - 1);
  await hands.choose(page.getByLabel("月份", { exact: true }), `${last.getFullYear()}年${last.getMonth() + 1}月`);
  const sheet = page.getByRole("article", { name: new RegExp(`${last.getFullYear()}年${last.getMonth() + 1}月`) });
  await hands.until(sheet.getByRole("heading", { name: "一、总体情况" }));
  await hands.read(sheet);
  await hands.type(page.getByRole("textbox", { name: /^主送/ }), "各党支部");
  await hands.type(
    page.getByRole("textbox", { name: /^下一步工作要求/ }),
    "各支部对照所列逾期事项，月底前补齐；党小组会由支部书记到场督促。",
  );
  await hands.type(page.getByRole("textbox", { name: /^抄送/ }), "公司领导");
  const saved = page.waitForEvent("download");
  await hands.tap(page.getByRole("button", { name: "生成通报草稿" }));
  await saved;
}

/** The three at the top of the list of those that need care stand on the first page, each with its reason in words. */
async function findWeakest(hands: Hands): Promise<void> {
  const { page } = hands;
  const rows = page.getByRole("table").filter({ hasText: "差在哪里" }).locator("tbody tr");
  await hands.until(rows.nth(2));
  for (const index of [0, 1, 2]) await hands.read(rows.nth(index));
}
