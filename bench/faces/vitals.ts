import type { Browser, BrowserContext, Page } from "playwright-core";
import { atMost, type Measure, percentile } from "../measure.ts";
import { type DemoProduct, desk, phone, settled, signedIn } from "./demo-product.ts";

export const vitalNames = ["largest_contentful_paint", "interaction_to_next_paint", "cumulative_layout_shift"];

type Visit = { readonly path: string; readonly act?: (page: Page) => Promise<void> };
type Seen = { readonly paint: number; readonly shift: number; readonly interactions: readonly number[] };

const rounds = 3;

/** What each user opens every day, and what he touches there first. */
const visits: readonly { name: string; size: typeof desk | typeof phone; pages: readonly Visit[] }[] = [
  {
    name: "secretary",
    size: phone,
    pages: [{ path: "/" }, { path: "/record/theme_day", act: tickEverybody }, { path: "/records" }, { path: "/me" }],
  },
  {
    name: "leader",
    size: desk,
    pages: [{ path: "/" }, { path: "/board", act: openAScore }, { path: "/duties/matrix" }, { path: "/organizations" }],
  },
  {
    name: "officer",
    size: desk,
    pages: [
      { path: "/" },
      { path: "/duties" },
      { path: "/duties/plans" },
      { path: "/people", act: typeInFirstField },
      { path: "/standards" },
      { path: "/board/schemes" },
    ],
  },
];

/**
 * What a person feels of each everyday page when it is opened for the first time in a browser: when the largest part is
 * there (ms), how long the slowest answer to a touch or key took (ms), and how much what was there moved by itself. The
 * figure is that of the slowest page; of a page the middle of its rounds counts.
 */
export async function measureVitals(
  browser: Browser,
  demo: DemoProduct,
  say: (line: string) => void,
): Promise<Measure[]> {
  const seen: Seen[] = [];
  for (const { name, size, pages } of visits) {
    const open = await signedIn(browser, demo, name, size);
    for (const visit of pages) {
      const looks: Seen[] = [];
      for (let round = 0; round < rounds; round += 1) looks.push(await look(await open(), demo.origin, visit));
      const page = middle(looks);
      seen.push(page);
      const slowest = page.interactions.length > 0 ? `${Math.max(...page.interactions)} ms` : "–";
      say(
        `${name} ${visit.path}: largest paint ${Math.round(page.paint)} ms, slowest answer ${slowest}, moved ${page.shift.toFixed(3)}`,
      );
    }
  }
  const interactions = seen.flatMap((page) => page.interactions);
  if (interactions.length === 0) throw new Error("No page was touched");
  return [
    atMost("largest_contentful_paint", "ms", Math.max(...seen.map(({ paint }) => paint)), 1500),
    atMost("interaction_to_next_paint", "ms", Math.max(...interactions), 200),
    { ...atMost("cumulative_layout_shift", "", 0, 0.05), ...shiftOf(seen) },
  ];
}

/** A hundredth of a shift counts, so that it isn't rounded like a time. */
function shiftOf(seen: readonly Seen[]): { figure: number; ok: boolean } {
  const worst = Math.max(...seen.map(({ shift }) => shift));
  return { figure: Number(worst.toFixed(3)), ok: worst <= 0.05 };
}

function middle(looks: readonly Seen[]): Seen {
  const of = (values: readonly number[]) => percentile(values, 0.5);
  const slowest = looks.map(({ interactions }) => Math.max(0, ...interactions));
  return {
    paint: of(looks.map(({ paint }) => paint)),
    shift: of(looks.map(({ shift }) => shift)),
    interactions: looks.some(({ interactions }) => interactions.length > 0) ? [of(slowest)] : [],
  };
}

async function look(context: BrowserContext, origin: string, { path, act }: Visit): Promise<Seen> {
  try {
    const page = await context.newPage();
    await page.addInitScript(watch);
    await page.goto(origin + path);
    await settled(page);
    await act?.(page);
    await settled(page);
    return await page.evaluate(() => (window as unknown as { vitals: Seen }).vitals);
  } finally {
    await context.close();
  }
}

/** Runs in the page: the browser's own observers write down what it sees. */
function watch(): void {
  const vitals = { paint: 0, shift: 0, interactions: [] as number[] };
  Object.assign(window, { vitals });
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
  const observe = (type: string, each: (entry: PerformanceEntry) => void, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  observe("largest-contentful-paint", ({ startTime }) => {
    vitals.paint = startTime;
  });
  observe("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as Shift;
    if (!hadRecentInput) vitals.shift += value;
  });
  observe(
    "event",
    (entry) => {
      const { duration, interactionId } = entry as PerformanceEventTiming;
      if (interactionId) vitals.interactions.push(duration);
    },
    { durationThreshold: 16 },
  );
}

async function tickEverybody(page: Page): Promise<void> {
  await page.getByRole("button", { name: "全员到会" }).tap();
  await page.getByRole("textbox", { name: "纪要" }).pressSequentially("学习安全生产月活动方案");
}

async function typeInFirstField(page: Page): Promise<void> {
  const search = page.getByRole("searchbox").or(page.getByRole("textbox")).first();
  await search.pressSequentially("安全");
}

async function openAScore(page: Page): Promise<void> {
  await page.locator("tbody tr").first().getByRole("link").first().click();
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
}
