import { expect, type Page } from "@playwright/test";
import type { Role } from "../domain/identity/things.ts";
import { password } from "./product.ts";

type Session = { csrfToken: string; grants: { organizationId: string }[] };

async function ask<T>(page: Page, method: "GET" | "POST" | "PUT" | "DELETE", path: string, data?: object): Promise<T> {
  const session = await page.request.get("/api/v1/session");
  const headers: Record<string, string> = {};
  if (session.ok()) headers["x-csrf-token"] = ((await session.json()) as Session).csrfToken;
  const answer = await page.request.fetch(path, { method, headers, ...(data && { data }) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  const text = await answer.text();
  return (text === "" ? {} : JSON.parse(text)) as T;
}

const enter = (page: Page, signInName: string, secret = password) =>
  ask<Session>(page, "POST", "/api/v1/session", { signInName, password: secret });

/**
 * Opens a further account at the secretary's branch, as the administrators do: one opens it, another grants the role.
 * @returns the name to sign in with; nobody is signed in afterwards
 */
export async function openAccountOf(page: Page, role: Role, called: string, displayName: string): Promise<string> {
  // A story that is run once more against the same product opens another one.
  const signInName = `${called}${Date.now() % 1_000_000}`;
  const { grants } = await enter(page, "secretary");
  const organizationId = grants[0]?.organizationId ?? "";
  await page.context().clearCookies();
  await enter(page, "system");
  const opened = await ask<{ id: string; initialPassword: string }>(page, "POST", "/api/v1/accounts", {
    signInName,
    displayName,
  });
  await page.context().clearCookies();
  await enter(page, "security");
  const validFrom = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());
  await ask(page, "POST", "/api/v1/grants", { accountId: opened.id, role, organizationId, validFrom, validTo: null });
  await page.context().clearCookies();
  await enter(page, signInName, opened.initialPassword);
  await ask(page, "PUT", "/api/v1/password", { current: opened.initialPassword, next: password });
  await page.context().clearCookies();
  return signInName;
}
