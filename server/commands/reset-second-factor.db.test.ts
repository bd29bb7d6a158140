import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { password } from "../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../testing/assessed-group.ts";
import { Client } from "../testing/client.ts";
import { enrol } from "../testing/second-factors.ts";
import { readOptions, resetWith } from "./reset-second-factor.ts";

let group: AssessedGroup;
let said: string[];
beforeAll(async () => {
  group = await assessedGroup();
});
afterAll(() => group.close());
beforeEach(() => {
  said = [];
  for (const method of ["log", "error"] as const)
    vi.spyOn(console, method).mockImplementation((text: string) => void said.push(text));
});
afterEach(() => vi.restoreAllMocks());

const reset = (...args: string[]) => resetWith(group.application, readOptions(args)!);
const entries = () =>
  group.query<{ name: string }>(
    "SELECT account_name AS name FROM audit_entry WHERE action = 'identity.reset_second_factor'",
  );

test("the only security administrator gets in again by the password alone, and the audit says so", async () => {
  const security = await group.client("security");
  await enrol(security, group.clock());
  const again = new Client(group.server);
  expect(await again.signIn("security", password, "group")).toMatchObject({ status: 401 });
  expect(await reset("Security")).toBe(0);
  expect(said[0]).toMatch(/^已重置 Security 的两步验证/);
  expect(await again.signIn("security", password, "group")).toMatchObject({ status: 200 });
  expect((await security.call("getSession", {})).status).toBe(401);
  expect(await entries()).toEqual([{ name: "system" }]);
});

test("an account without a second factor, and one that isn't there, are told and nothing is written", async () => {
  const before = await entries();
  expect(await reset("audit", "--language", "en")).toBe(0);
  expect(said[0]).toBe("audit has no second step; nothing was changed.");
  expect(await reset("nobody")).toBe(1);
  expect(said[1]).toBe("没有在用的账号 nobody，请核对登录名。");
  expect(await entries()).toEqual(before);
  expect(readOptions([])).toBeNull();
});
