import { expect, type Page } from "@playwright/test";
import { desk, signIn } from "./product.ts";
import { test } from "./quiet-console.ts";

test.use({ viewport: desk });

const whoami = /\/api\/v1\/(session|events)/;
const internal = { code: "internal", message: "系统出错了，请稍后再试。", requestId: "R-4711" };

/** From now on the server answers every question about the group's work like this. */
async function answerEverything(page: Page, status: number, body: object | string): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.route("**/api/v1/**", async (route) => {
    if (whoami.test(route.request().url()) || route.request().method() !== "GET") return route.continue();
    if (typeof body === "string") return route.fulfill({ status, contentType: "text/html", body });
    return route.fulfill({ status, json: body });
  });
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
  ["system", ["/admin/accounts", "/admin/status", "/admin/status?which=settings"]],
];

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
        await expect(page.getByRole("alert").filter({ hasText: said }).first(), `${path} ${status}`).toBeVisible();
        await expect(page.getByRole("status", { name: "正在加载" }), `${path} ${status}`).toHaveCount(0);
      }
    }
  });
}

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
