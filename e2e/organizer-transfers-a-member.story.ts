import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { desk, phone, signIn } from "./product.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

type Organization = { id: string; code: string; name: string; kind: string };

/** Two branches of the demo's committee, in the order of the tree. */
async function twoBranches(page: Page): Promise<[Organization, Organization]> {
  const branches: Organization[] = [];
  const look = async (parent: string) => {
    const answer = await page.request.get(`/api/v1/organizations?limit=200${parent}`);
    for (const found of ((await answer.json()) as { items: Organization[] }).items) {
      if (found.kind === "BRANCH") branches.push(found);
      else if (branches.length < 2) await look(`&parentId=${found.id}`);
    }
  };
  await look("");
  const [first, second] = branches;
  if (!first || !second) throw new Error("The demo has no two branches");
  return [first, second];
}

test("a member is transferred: the letter, a return with its reason, a second letter and the receipt", async ({
  page,
}) => {
  await page.setViewportSize(desk);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "人员" })).toBeVisible();
  const [source, target] = await twoBranches(page);
  await page.goto(`/people?org=${source.id}&state=FULL&sort=name`);
  const link = page.getByRole("table", { name: "人员名册" }).getByRole("link").last();
  const name = (await link.textContent()) ?? "";
  await link.click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();

  const sheet = page.getByRole("dialog");
  const issue = async () => {
    await page.getByRole("button", { name: "转出组织关系" }).click();
    await sheet.getByLabel("查找接收党支部").fill(target.name);
    await sheet.getByRole("button", { name: target.name }).click();
    await expect(sheet.getByLabel("接收党支部的组织代码")).toHaveValue(target.code);
    await sheet.getByLabel("介绍信编号").fill("转〔2026〕7号");
    await sheet.getByRole("button", { name: "转出组织关系" }).click();
    await expect(sheet).toHaveCount(0);
    await expect(page.getByText(`${source.name} → ${target.name}`).first()).toBeVisible();
  };
  await page.getByRole("button", { name: "转出组织关系" }).click();
  await sheet.getByLabel("接收党支部的组织代码").fill("no-such-code");
  await sheet.getByRole("button", { name: "转出组织关系" }).click();
  // Said once, at the field.
  await expect(sheet.getByText("没有代码为“no-such-code”的组织")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await issue();

  const letters = async (which: string) => {
    await page.goto(`/people/transfers?org=${target.id}`);
    await page.getByRole("button", { name: "转入", exact: true }).click();
    await page.getByRole("button", { name: which, exact: true }).click();
  };
  await letters("在途");
  await page.getByRole("button", { name: `退回 ${name}` }).click();
  await sheet.getByLabel("退回理由").fill("缺少党员档案");
  await sheet.getByRole("button", { name: "退回", exact: true }).click();
  await expect(sheet).toHaveCount(0);
  await page.getByRole("button", { name: "已办结", exact: true }).click();
  await expect(page.getByText("退回理由：缺少党员档案").first()).toBeVisible();

  await page.goto(`/people?org=${source.id}&q=${encodeURIComponent(name)}`);
  await page.getByRole("table", { name: "人员名册" }).getByRole("link", { name, exact: true }).first().click();
  await issue();
  await letters("在途");
  await page.getByRole("button", { name: `登记回执 ${name}` }).click();
  await sheet.getByRole("button", { name: "登记回执" }).click();
  await expect(sheet).toHaveCount(0);
  await page.goto(`/people?org=${target.id}&q=${encodeURIComponent(name)}`);
  await page.getByRole("table", { name: "人员名册" }).getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByText("已接收").first()).toBeVisible();
});

test("a probationary member from outside comes by letter, with the day of joining from which probation counts", async ({
  page,
}) => {
  await page.setViewportSize(phone);
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").first()).toBeVisible();
  const [branch] = await twoBranches(page);
  await page.goto(`/people?org=${branch.id}`);
  await page.getByRole("button", { name: "凭介绍信接收" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("姓名").fill("林知远");
  await sheet.getByLabel("开具介绍信的组织").fill("外省某公司党委");
  await sheet.getByLabel("介绍信编号").fill("转〔2026〕12号");
  await sheet.getByLabel("介绍信上的党员身份").selectOption({ label: "预备党员" });
  await sheet.getByRole("button", { name: "凭介绍信接收" }).click();
  // A probationary member without the day of joining isn't sent.
  await expect(sheet.getByLabel("入党日期")).toBeFocused();
  await sheet.getByLabel("入党日期").fill("2026-03-02");
  await sheet.getByRole("button", { name: "凭介绍信接收" }).click();
  await expect(sheet).toHaveCount(0);
  await page.goto(`/people?org=${branch.id}&q=${encodeURIComponent("林知远")}`);
  await page.getByRole("link", { name: "林知远" }).filter({ visible: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "林知远" })).toBeVisible();
  await expect(page.getByText(`外省某公司党委 → ${branch.name}`)).toBeVisible();
  await expect(page.getByText("已接收")).toBeVisible();
});

test("the organizer enters a correction; the officer goes on reading a full member", async ({ page }) => {
  await page.setViewportSize(desk);
  await signIn(page, "organizer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "人员" })).toBeVisible();
  await page.goto("/people?state=FULL&sort=name");
  const link = page.getByRole("table", { name: "人员名册" }).getByRole("link").nth(3);
  const name = (await link.textContent()) ?? "";
  const address = (await link.getAttribute("href")) ?? "";
  await link.click();
  await page.getByRole("button", { name: "组织处置" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("变动为").selectOption({ label: "限期改正" });
  await sheet.getByLabel("作出决定的组织或文号").fill("党委〔2026〕9号");
  for (const paper of await sheet.getByRole("checkbox").all()) await paper.check();
  await sheet.getByRole("textbox", { name: "理由" }).fill("长期不参加组织生活");
  await sheet.getByRole("button", { name: "确认" }).click();
  await expect(sheet).toHaveCount(0);
  await expect(page.getByText("正式党员 → 限期改正")).toBeVisible();
  await page.goto("/people/dispositions");
  await expect(page.getByRole("link", { name, exact: true }).first()).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, "officer");
  await expect(page.getByRole("navigation").getByRole("link", { name: "人员" })).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(page.getByText("正式党员").first()).toBeVisible();
  await expect(page.getByText("限期改正")).toHaveCount(0);
});

for (const viewport of [desk, phone]) {
  test(`a person and the sheet of a disposition hold to WCAG 2.2 AA at ${viewport.width} px and don't scroll sideways`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await signIn(page, "organizer");
    await expect(page.getByRole("navigation").first()).toBeVisible();
    await page.goto("/people?state=FULL&sort=name");
    await page.getByRole("main").locator('a[href^="/people/0"]:visible').first().click();
    await expect(page.getByRole("heading", { name: "基本信息" })).toBeVisible();
    await expect(page.getByRole("status", { name: /加载/ })).toHaveCount(0);
    const sound = async (what: string) => {
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`),
        what,
      ).toEqual([]);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, what).toBeLessThanOrEqual(0);
    };
    await sound("the person");
    await page.getByRole("button", { name: "组织处置" }).click();
    // Refused without what it needs: the first empty field has the focus and says so.
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "确认" }).click();
    await expect(sheet.getByLabel("变动为")).toBeFocused();
    await expect(sheet.getByText("请选择变动为。")).toBeVisible();
    await sound("the sheet");
  });
}
