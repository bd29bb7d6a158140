import { expect, test } from "@playwright/test";
import { workbookOf } from "../server/testing/workbooks.ts";
import { monthBack } from "./months.ts";
import { desk, signIn } from "./product.ts";

test.use({ viewport: desk });

const month = monthBack(0);
const heading = ["组织编码", "组织名称", "指标", "日期", "数值", "基数", "严重程度", "备注"];
const event = (quantity: string, day = `${month}-01`) => ["15", "", "safety_events", day, quantity, null, "一般", ""];
const receipts = { 回执: [["组织编码", "组织名称"]] };
const file = (buffer: Buffer) => ({ name: "报送.xlsx", mimeType: "application/octet-stream", buffer });

test("a wrong workbook is refused with its cells and what to do, and the mended one counts once", async ({ page }) => {
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "考责" })).toBeVisible();
  await page.goto(`/board/deliveries?source=safety&period=${month}`);
  const chosen = page.locator("input[type=file]");
  await chosen.setInputFiles(file(Buffer.from("组织编码,数值\n15,1\n")));
  await expect(page.getByText(/这不是 Excel 工作簿（.xlsx），请用下载的表格填写。/)).toBeVisible();
  await chosen.setInputFiles(file(workbookOf({ Sheet1: [["别的"]] })));
  await expect(page.getByText(/缺少工作表“数据”，请用下载的表格填写。/)).toBeVisible();

  await chosen.setInputFiles(file(workbookOf({ 数据: [heading, event("１"), event("1", "2026-02-30")], ...receipts })));
  const cells = page.getByRole("table", { name: "有误的单元格" });
  await expect(cells.getByRole("row", { name: /数据!E2 数字是全角的，请改为半角。/ })).toBeVisible();
  await expect(cells.getByRole("row", { name: /数据!D3 日历上没有这一天，请修改。/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "确认报送" })).toHaveCount(0);

  await chosen.setInputFiles(file(workbookOf({ 数据: [heading, event("1")], ...receipts })));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await page.getByRole("button", { name: "确认报送" }).dblclick();
  await expect(page.getByText("已计入：回执 1 份，数据 1 条。")).toBeVisible();
  expect(sent).toHaveLength(1);
  await expect(page.getByRole("row", { name: /变电运维中心党支部.*1 条/ })).toBeVisible();
});
