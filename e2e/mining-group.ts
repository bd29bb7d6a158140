import { expect, type Page } from "@playwright/test";
import { workbookOf } from "../server/testing/workbooks.ts";

const password = "Zhongyao-2026!";
type Session = { csrfToken: string; group: { code: string }; grants: { organizationId: string }[] };
export type Group = { readonly code: string; readonly rootId: string; readonly year: string };

/** Asks the API as the account that signed in last. */
export async function ask<T>(page: Page, method: "GET" | "POST" | "PUT", path: string, data?: object): Promise<T> {
  const session = await page.request.get("/api/v1/session");
  const headers: Record<string, string> = {};
  if (session.ok()) headers["x-csrf-token"] = ((await session.json()) as Session).csrfToken;
  const answer = await page.request.fetch(path, { method, headers, ...(data && { data }) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const enter = (page: Page, signInName: string, secret = password) =>
  ask<Session>(page, "POST", "/api/v1/session", { signInName, password: secret });

/**
 * Opens an account with these rights from a day on, where no story did it before, and signs it in: the system
 * administrator opens it, the security administrator grants.
 */
export async function signInAs(
  page: Page,
  account: { readonly signInName: string; readonly displayName: string },
  rights: readonly { readonly role: string; readonly organizationId: string }[],
  validFrom: string,
): Promise<void> {
  await page.context().clearCookies();
  const data = { signInName: account.signInName, password };
  if ((await page.request.post("/api/v1/session", { data })).ok()) return;
  await enter(page, "xitong");
  const opened = await ask<{ id: string; initialPassword: string }>(page, "POST", "/api/v1/accounts", account);
  await page.context().clearCookies();
  await enter(page, "anquan");
  for (const right of rights)
    await ask(page, "POST", "/api/v1/grants", { accountId: opened.id, ...right, validFrom, validTo: null });
  await page.context().clearCookies();
  await enter(page, account.signInName, opened.initialPassword);
  await ask(page, "PUT", "/api/v1/password", { current: opened.initialPassword, next: password });
  await page.context().clearCookies();
  await enter(page, account.signInName);
}

/**
 * A Party affairs officer of the system that began empty, signed in: its three administrators are set up where no story
 * did it before.
 */
export async function officerOfTheEmptySystem(page: Page): Promise<Group> {
  const { needed } = await ask<{ needed: boolean }>(page, "GET", "/api/v1/setup");
  if (needed) {
    const administrator = (signInName: string) => ({ signInName, displayName: signInName, password });
    await ask(page, "POST", "/api/v1/setup", {
      group: { code: "haitang", name: "海棠电力集团" },
      systemAdministrator: administrator("xitong"),
      securityAdministrator: administrator("anquan"),
      auditAdministrator: administrator("shenji"),
    });
  }
  const { group, grants } = await enter(page, "xitong");
  const rootId = grants[0]?.organizationId ?? "";
  const year = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date()).slice(0, 4);
  const officer = { signInName: "dangjian", displayName: "宋怀谷" };
  await signInAs(page, officer, [{ role: "party_affairs_officer", organizationId: rootId }], `${year}-01-01`);
  return { code: group.code, rootId, year };
}

/** How many departments each of the thirteen joint branches covers: forty-three. */
const shape = [4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3];

/**
 * A committee with thirteen joint branches over forty-three departments, three full members in each; the first one of a
 * department leads it, and the first of a branch is its secretary.
 */
export function mineRoster({ code, year }: Group) {
  const from = `${year}-01-01`;
  const organizations = [["MINE", "矿业党委", "党委", code, null, from]];
  const units: (string | null)[][] = [];
  const coverage: string[][] = [];
  const people: (string | null)[][] = [];
  const posts: string[][] = [];
  for (const [index, departments] of shape.entries()) {
    const branch = `J${index + 1}`;
    organizations.push([branch, `第${index + 1}联合党支部`, "联合党支部", "MINE", "生产类", from]);
    for (let at = 0; at < departments; at += 1) {
      const number = units.length + 1;
      units.push([`D${number}`, `第${number}部门`, "部门", null, from]);
      coverage.push([`D${number}`, branch, from]);
      for (const place of [1, 2, 3]) {
        const who = `R${number}-${place}`;
        people.push([
          who,
          `党员${number}之${place}`,
          "正式党员",
          branch,
          from,
          `D${number}`,
          place === 1 ? "是" : "否",
        ]);
        if (at === 0 && place === 1) posts.push([who, branch, "书记", from]);
      }
    }
  }
  return workbookOf({
    组织: [["组织代码", "组织名称", "组织类型", "上级组织代码", "考核类别", "设立日期"], ...organizations],
    单位: [["单位代码", "单位名称", "单位类型", "上级单位代码", "成立日期"], ...units],
    覆盖: [["单位代码", "组织代码", "覆盖日期"], ...coverage],
    人员: [["人员编号", "姓名", "党员状态", "党支部代码", "编入日期", "单位代码", "单位负责人"], ...people],
    任职: [["人员编号", "组织代码", "职务", "任职日期"], ...posts],
  });
}
