import { expect, test } from "@playwright/test";
import { monthBack, quarterHolding } from "./months.ts";
import { desk, phone, signIn } from "./product.ts";
import { send } from "./through-the-api.ts";

const { firstDay } = quarterHolding(monthBack(7));

test("the officer names a judge, who marks a branch on the phone, and ends the judge's time", async ({ browser }) => {
  const officer = await (await browser.newContext({ viewport: desk })).newPage();
  await signIn(officer, "officer");
  await expect(officer.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await send(officer, "/api/v1/organizations/ORG/adoptions", { code: "quarterly", version: 1, periodFrom: firstDay });
  await officer.goto("/board/judging");
  await officer.getByRole("button", { name: "指定评委" }).click();
  const sheet = officer.getByRole("dialog");
  await sheet.getByLabel("指标").selectOption({ label: "纪实抽评" });
  await sheet.getByRole("button", { name: "指定评委" }).click();
  await expect(sheet.getByText("请选择评委。")).toBeVisible();
  const organizer = await sheet.getByLabel("评委").locator("option", { hasText: "组织员" }).textContent();
  await sheet.getByLabel("评委").selectOption({ label: organizer ?? "" });
  await sheet.getByRole("button", { name: "指定评委" }).click();
  await expect(sheet).toBeHidden();
  const named = officer.getByRole("listitem").filter({ hasText: "纪实抽评" });
  await expect(named.getByText(/起$/)).toBeVisible();

  const judge = await (await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true })).newPage();
  await signIn(judge, "organizer");
  await expect(judge.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await judge.goto("/board/judging?span=quarter");
  const branch = judge.getByRole("button", { name: /^变电检修中心党支部/ });
  await branch.click();
  const mark = judge.getByRole("dialog");
  await mark.getByLabel("得分").fill("优");
  await mark.getByRole("button", { name: "提交打分" }).click();
  await expect(mark.getByText("请写 0 到 100 的数字，如 85.5，不带单位和负号。")).toBeVisible();
  await mark.getByLabel("得分").fill("100.5");
  await mark.getByLabel("理由").fill("记录齐全，缺一次表决结果");
  await mark.getByRole("button", { name: "提交打分" }).click();
  await expect(mark.getByText("分数须在 0 与 100 之间，请修改。").first()).toBeVisible();
  await mark.getByLabel("得分").fill("88.5");
  await judge.reload();
  await branch.click();
  await expect(mark.getByLabel("得分")).toHaveValue("88.5");
  await expect(mark.getByLabel("理由")).toHaveValue("记录齐全，缺一次表决结果");
  await mark.getByRole("button", { name: "提交打分" }).click();
  await expect(mark).toBeHidden();
  await expect(branch.getByText("88.5")).toBeVisible();

  await named.getByRole("button", { name: /^结束任期/ }).click();
  await sheet.getByRole("button", { name: "结束任期" }).click();
  await expect(sheet).toBeHidden();
  await expect(named.getByText(/至/)).toBeVisible();
});
