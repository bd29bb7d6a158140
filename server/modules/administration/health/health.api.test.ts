import { chmod, mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anchorAudit } from "../../../platform/audit/anchor.ts";
import { sealAudit } from "../../../platform/audit/sealer.ts";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { backupMark, demoAccessFile } from "./machine-signs.ts";

let group: AssessedGroup;
let system: Client;
let keysFile: string;
let dataFolder: string;
beforeAll(async () => {
  group = await assessedGroup();
  system = await group.client("system");
  ({ keysFile, dataFolder } = group.application.settings.configured.configuration);
  await mkdir(dataFolder, { recursive: true });
});
afterAll(async () => {
  await rm(keysFile, { force: true });
  await group.close();
});

async function found(check: string) {
  const { items } = await system.ask("getHealth", {});
  const finding = items.find((one) => one.check === check);
  return { ...finding?.values, state: finding?.state } as Record<string, unknown>;
}
async function line(item: string) {
  const { items } = await system.ask("getSelfCheck", {});
  const { result, values } = items.find((one) => one.item === item) ?? {};
  return { result, ...values } as Record<string, unknown>;
}
const asSuperuser = (statement: string) =>
  withClient(group.database.superUrl, async (client) => void (await client.query(statement)));

test("the database, the wall and the disk are looked at as they are", async () => {
  expect(await found("database")).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+/) });
  expect(await found("wall")).toEqual({ state: "good", count: 0, tables: "" });
  await asSuperuser("ALTER TABLE record DISABLE ROW LEVEL SECURITY");
  expect(await found("wall")).toEqual({ state: "bad", count: 1, tables: "record" });
  expect(await line("groups_walled")).toEqual({ result: "fail", count: 1 });
  await asSuperuser("ALTER TABLE record ENABLE ROW LEVEL SECURITY");
  expect((await found("disk")).percent).toBeGreaterThan(0);
});

test("a file of keys that is gone or open to others is bad, and stands first", async () => {
  await rm(keysFile, { force: true });
  expect(await found("keys")).toEqual({ state: "bad", keys: "missing" });
  await writeFile(keysFile, "{}", { mode: 0o600 });
  expect(await found("keys")).toEqual({ state: "good", keys: "private" });
  await chmod(keysFile, 0o644);
  expect(await found("keys")).toEqual({ state: "bad", keys: "open" });
  const { items } = await system.ask("getHealth", {});
  expect(items.findIndex(({ check }) => check === "keys")).toBeLessThan(
    items.findIndex(({ state }) => state === "good"),
  );
});

test("sealing that lags and a head that is missing outside are seen", async () => {
  const { database } = group.application.workshop;
  const { keys, anchorFile } = group.application.settings;
  group.clock.forward(3);
  expect(await found("seals")).toMatchObject({ state: "bad" });
  while ((await sealAudit(database, keys.audit, group.tenantId)) > 0);
  expect(await found("seals")).toEqual({ state: "good", waiting: 0, seconds: 0 });
  await anchorAudit(database, keys.audit, group.tenantId, group.clock(), anchorFile);
  expect(await found("anchors")).toEqual({ state: "good", uncovered: 0, hours: 0, outside: "yes" });
  await rm(anchorFile);
  expect(await found("anchors")).toMatchObject({ state: "bad", outside: "no" });
  expect(await line("audit_outside")).toMatchObject({ result: "fail" });
});

test("a backup is as old as its mark", async () => {
  expect(await found("backup")).toEqual({ state: "warn", days: "" });
  const mark = join(dataFolder, backupMark);
  await writeFile(mark, "");
  const daysAgo = (days: number) => new Date(group.clock().getTime() - days * 86_400_000 - 1000);
  await utimes(mark, daysAgo(1), daysAgo(1));
  expect(await found("backup")).toEqual({ state: "good", days: 1 });
  await utimes(mark, daysAgo(9), daysAgo(9));
  expect(await found("backup")).toEqual({ state: "bad", days: 9 });
  expect(await line("backup_recent")).toEqual({ result: "fail", days: 9 });
});

test("without loops the background work is bad", async () => {
  expect(await found("loops")).toEqual({ state: "bad", count: 0, names: "", where: "here" });
});

test("the self-check counts administrators, accounts without a role and what the program could do to the audit", async () => {
  expect(await line("administrators_there")).toEqual({ result: "pass", count: 0 });
  expect(await line("administrators_apart")).toEqual({ result: "pass", count: 0 });
  expect(await line("second_factor_set")).toEqual({ result: "fail", count: 3, without: 3 });
  const before = Number((await line("accounts_without_role")).count);
  await system.ask("openAccount", { body: { signInName: "idle", displayName: "闲" } });
  expect(await line("accounts_without_role")).toEqual({ result: "fail", count: before + 1 });
  expect(await line("audit_append_only")).toEqual({ result: "pass", count: 0 });
  await asSuperuser("GRANT UPDATE (object) ON audit_entry TO PUBLIC");
  expect(await line("audit_append_only")).toEqual({ result: "fail", count: 1 });
  await asSuperuser("REVOKE UPDATE (object) ON audit_entry FROM PUBLIC");
  expect(await line("demo_absent")).toEqual({ result: "pass" });
  await writeFile(join(dataFolder, demoAccessFile), "{}");
  expect(await line("demo_absent")).toEqual({ result: "fail" });
  expect(await line("restore_tested")).toEqual({ result: "operator" });
});

test("settings come with where they came from", async () => {
  const { items } = await system.ask("getConfiguration", {});
  const of = (name: string) => items.find((one) => one.name === name);
  expect(of("DUTYLOOP_DATA")).toMatchObject({ value: dataFolder, source: "environment" });
  expect(of("PORT")).toMatchObject({ value: "7080", source: "default" });
  expect(of("DATABASE_URL")).toMatchObject({ value: "" });
});
