import { expect, type Page, type Route } from "@playwright/test";
import { expectLoaded } from "./accessible.ts";
import { desk, signIn } from "./product.ts";
import { test } from "./quiet-console.ts";

test.use({ viewport: desk });

const whoami = /\/api\/v1\/(session|events)/;
const internal = { code: "internal", message: "系统出错了，请稍后再试。", requestId: "R-4711" };

/** From now on every question about the group's work goes this way. */
async function divert(page: Page, way: (route: Route) => Promise<void>): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.route("**/api/v1/**", async (route) => {
    if (whoami.test(route.request().url()) || route.request().method() !== "GET") return route.continue();
    return way(route);
  });
}

/** From now on the server answers every question about the group's work like this. */
function answerEverything(page: Page, status: number, body: object | string): Promise<void> {
  return divert(page, (route) =>
    route.fulfill(typeof body === "string" ? { status, contentType: "text/html", body } : { status, json: body }),
  );
}

/** From now on answers wait until they are let go. */
async function holdAnswers(page: Page): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await divert(page, (route) => held.then(() => route.continue()));
  return letGo;
}

const accounts: [string, string[]][] = [
  ["leader", ["/", "/board", "/duties", "/duties/matrix", "/records", "/organizations", "/standards/theme_day"]],
  [
    "officer",
    [
      ...["/people", "/people/transfers", "/development", "/organizations/terms", "/organizations/gaps"],
      ...["/organizations/units", "/reorganizations", "/reorganizations/new", "/quarantine", "/standards/benchmark"],
      ...["/duties/plans", "/board/schemes", "/board/schemes/scheme_631/edit", "/board/periods", "/records/samples"],
    ],
  ],
  ["secretary", ["/", "/record/theme_day", "/records/drafts", "/records/absences", "/duties/mine", "/board"]],
  ["system", ["/admin/accounts", "/admin/status", "/admin/status?which=settings"]],
  ["security", ["/admin/grants", "/admin/post-roles", "/admin/alarms"]],
  ["audit", ["/admin/audit"]],
];

const loading = (page: Page) => page.getByRole("status", { name: "正在加载" });

for (const [name, paths] of accounts) {
  test(`the pages of ${name} say what went wrong, and none waits for ever or shows a raw code`, async ({ page }) => {
    test.setTimeout(20_000 * (1 + 3 * paths.length));
    await signIn(page, name);
    const answers = [
      [500, internal, "请把编号 R-4711 告诉管理员"],
      [403, { code: "forbidden", message: "", requestId: "R-4712" }, "没有查看权限"],
      [502, "<html>Bad Gateway</html>", "服务器没有正常答复"],
    ] as const;
    for (const [status, body, said] of answers) {
      await answerEverything(page, status, body);
      for (const path of paths) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
        const alert = page.getByRole("alert").filter({ hasText: said }).first();
        await expect(alert, `${path} ${status}`).toBeVisible();
        // Whoever may not see it is shown the way on.
        if (status === 403) await expect(alert.getByRole("link", { name: "回到首页" }), path).toBeVisible();
        await expect(loading(page), `${path} ${status}`).toHaveCount(0);
      }
    }
  });

  test(`the pages of ${name} say that they load while answers are slow, and their heads stay where they are`, async ({
    page,
  }) => {
    test.setTimeout(20_000 * (1 + paths.length));
    await signIn(page, name);
    for (const path of paths) {
      const letGo = await holdAnswers(page);
      await page.goto(path);
      await expect(loading(page).first(), path).toBeVisible();
      const title = page.getByRole("heading", { level: 1 });
      const before = await title.boundingBox();
      letGo();
      await expect(loading(page), path).toHaveCount(0);
      await expect(title, path).toBeVisible();
      expect((await title.boundingBox())?.y, `${path} jumps`).toBe(before?.y);
    }
  });

  test(`the pages of ${name} say that there is no network, and stop saying so`, async ({ page, context }) => {
    test.setTimeout(20_000 * (1 + paths.length));
    await signIn(page, name);
    for (const path of paths) {
      await page.goto(path);
      await expectLoaded(page);
      const said = page.getByRole("alert").filter({ hasText: "当前没有网络" });
      await context.setOffline(true);
      await expect(said, path).toBeVisible();
      await expect(page.getByRole("heading", { name: "页面出了问题" }), path).toHaveCount(0);
      await context.setOffline(false);
      await expect(said, path).toHaveCount(0);
    }
  });
}

test("a page whose words can't be explained, because that part doesn't arrive, is there all the same", async ({
  page,
}) => {
  await page.route(/\/assets\/Explained-.*\.(?:js|css)$/, (route) => route.abort());
  await signIn(page, "officer");
  await page.goto("/board/schemes/scheme_631/edit");
  await expect(page.getByText(/改动随时保存，发布后才生效/)).toBeVisible();
  await expect(page.getByRole("tab", { name: "表单" })).toBeVisible();
});

test("a chooser whose list couldn't be had says so, and asks for it again", async ({ page }) => {
  await signIn(page, "leader");
  await page.route("**/api/v1/templates", (route) => route.fulfill({ status: 500, json: internal }));
  await page.goto("/records");
  const kinds = page.getByRole("combobox", { name: "类型", exact: true });
  const said = page.getByRole("alert").filter({ hasText: "没能取到“类型”可选的内容" });
  await expect(said).toContainText("R-4711");
  await expect(kinds.getByRole("option")).toHaveCount(1);
  await page.unrouteAll({ behavior: "wait" });
  await said.getByRole("button", { name: "再试一次" }).click();
  await expect(said).toHaveCount(0);
  await expect(kinds.getByRole("option", { name: "主题党日" })).toBeAttached();
});
