import { type Browser, expect, type Page, test } from "@playwright/test";
import { monthBack, publicityMonth, wordMonth } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

// One month in publicity on its way through three pairs of hands.
test.describe.configure({ mode: "serial" });
const month = publicityMonth();
/** Long closed, so that its days of grace are over. */
const oldMonth = monthBack(10);
const rowOf = (page: Page, of: string) => page.getByRole("row", { name: new RegExp(`^${wordMonth(of)}`) });
const periodRow = (page: Page) => rowOf(page, month);

async function openPeriods(page: Page): Promise<void> {
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board/periods?period=${month}`);
}

test("the officer opens a closed month again with a reason and puts its second version into publicity", async ({
  browser,
}) => {
  const page = await onDesk(browser);
  await openPeriods(page);
  await rowOf(page, oldMonth).getByRole("button", { name: "重开" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(/原来的版本和已发布的榜不变/)).toBeVisible();
  await sheet.getByLabel("理由").fill("补录倒班班组的党小组会，经党委会同意重开");
  await sheet.getByRole("button", { name: "重开" }).click();
  await expect(sheet).toBeHidden();
  await expect(rowOf(page, oldMonth).getByText("开放", { exact: true })).toBeVisible();
  await expect(rowOf(page, oldMonth).getByText("第 2 版")).toBeVisible();

  await rowOf(page, oldMonth).getByRole("button", { name: "进入公示" }).click();
  await expect(sheet.getByText(/五个工作日内公示/)).toBeVisible();
  await sheet.getByRole("button", { name: "进入公示" }).click();
  await expect(sheet).toBeHidden();
  await expect(rowOf(page, oldMonth).getByText("公示", { exact: true })).toBeVisible();
});

test("the secretary disputes a fact of the branch's score on the phone", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true })).newPage();
  await signIn(page, "secretary");
  await expect(page.getByRole("heading", { name: "今天该做什么" })).toBeVisible();
  await page.goto(`/board?period=${month}`);
  await expect(page.getByRole("button", { name: new RegExp(`${wordMonth(month)} 月积分.*公示`) })).toBeVisible();
  await page.getByRole("tab", { name: "依据" }).click();
  await page
    .getByRole("row", { name: /已完成/ })
    .first()
    .getByRole("link", { name: "申诉" })
    .click();
  await expect(page.getByLabel("对哪一条依据")).not.toHaveValue("");
  await page.getByLabel("理由").fill("这次会议录入了两遍，请冲回一条。");
  await page.getByRole("button", { name: "提交申诉" }).click();
  await expect(page.getByText("待答复")).toBeVisible();
  await expect(page.getByText("这次会议录入了两遍，请冲回一条。")).toBeVisible();
});

test("the officer sees the score before and after, upholds the dispute, and the secretary reads the answer", async ({
  browser,
}) => {
  const page = await onDesk(browser);
  await openPeriods(page);
  await periodRow(page).getByRole("link", { name: "1", exact: true }).click();
  await page.getByRole("button", { name: "变电运维中心党支部" }).click();
  const drawer = page.getByRole("dialog");
  const disputed = drawer.getByRole("listitem").filter({ hasText: "申诉所指" });
  await disputed.getByRole("checkbox").check();
  await drawer.getByRole("button", { name: "重算看前后" }).click();
  const replay = drawer.getByRole("table", { name: "更正前后的得分" });
  await expect(replay.getByRole("row", { name: /三会一课按期率.*变/ })).toBeVisible();
  await drawer.getByLabel("答复意见").fill("经核对确为重复录入，冲回一条。");
  await drawer.getByRole("button", { name: "认定成立并更正" }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText("没有待答复的申诉")).toBeVisible();

  const secretary = await onDesk(browser);
  await signIn(secretary, "secretary");
  await expect(secretary.getByRole("heading", { name: "今天该做什么" })).toBeVisible();
  await secretary.goto(`/board?period=${month}&tab=disputes`);
  await expect(secretary.getByText("经核对确为重复录入，冲回一条。")).toBeVisible();
  await expect(secretary.getByText("成立", { exact: true })).toBeVisible();
  await secretary.getByRole("tab", { name: "依据" }).click();
  await expect(secretary.getByText("红冲").first()).toBeVisible();
});

test("the leader reads what publishing would freeze, and from when it is possible", async ({ browser }) => {
  const page = await onDesk(browser);
  await signIn(page, "leader");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board?period=${month}`);
  await expect(page.getByRole("list", { name: "榜的进度" }).locator("[aria-current=step]")).toContainText("公示");
  await page.getByRole("button", { name: "发布榜单" }).click();
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByText(/名称、位次、总分/)).toBeVisible();
  await expect(sheet.getByText(/期满后才能发布/)).toBeVisible();
  await expect(sheet.getByRole("button", { name: "发布榜单" })).toBeDisabled();
});

async function onDesk(browser: Browser): Promise<Page> {
  return (await browser.newContext({ viewport: desk })).newPage();
}
