import { expect, test } from "@playwright/test";
import { monthBack, wordMonth } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";

const month = monthBack(1);
const title = `关于${wordMonth(month)}党建责任落实情况的通报`;

test("an officer makes the month's bulletin with three texts, and a leader reads it on his phone", async ({
  browser,
}) => {
  const office = await (await browser.newContext({ viewport: desk })).newPage();
  await signIn(office, "officer");
  await office.goto(`/board/bulletins?period=${month}`);
  const sheet = office.getByRole("article", { name: title });
  await expect(sheet.getByRole("heading", { name: "一、总体情况" })).toBeVisible();
  await expect(sheet).toContainText(/本月应开展 \d+ 项，已开展 \d+ 项，完成率 [\d.]+%。/);
  await office.getByRole("textbox", { name: /^主送/ }).fill("各党支部");
  await office.getByRole("textbox", { name: /^下一步工作要求/ }).fill("补齐逾期的党小组会。");
  await office.getByRole("textbox", { name: /^抄送/ }).fill("公司领导");
  const download = office.waitForEvent("download");
  await office.getByRole("button", { name: "生成通报草稿" }).click();
  expect((await download).suggestedFilename()).toBe(`${title}（草稿）.docx`);
  await expect(sheet).toContainText("补齐逾期的党小组会。");
  await expect(sheet).toContainText("抄送：公司领导。");

  const leader = await (await browser.newContext({ viewport: phone })).newPage();
  await signIn(leader, "leader");
  await leader.goto(`/board/bulletins?period=${month}`);
  await expect(leader.getByRole("article", { name: title })).toContainText("补齐逾期的党小组会。");
  await expect(leader.getByRole("button", { name: "生成通报草稿" })).toHaveCount(0);
  await expect(leader.getByRole("link", { name: `下载${title}` }).first()).toBeVisible();
});
