import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { Client } from "../../testing/client.ts";

let group: AssessedGroup;
let branch: string;
let security: Client;
let other: Client;

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("branch");
  await group.query(
    `WITH more AS (INSERT INTO person (tenant_id, id, name) SELECT $1, gen_random_uuid(), 'x' || n FROM generate_series(1, 501) n RETURNING id)
     INSERT INTO membership (tenant_id, id, person_id, organization_id, state, valid_from)
     SELECT $1, gen_random_uuid(), id, $2, 'FULL', '2026-01-01' FROM more`,
    [group.tenantId, branch],
  );
  security = await group.client("security");
  other = await group.caller("other", "security_administrator");
});
beforeEach(() => group.query("DELETE FROM alarm"));
afterAll(() => group.close());

const open = async (query: { state?: "open" | "handled" } = { state: "open" }) =>
  (await security.ask("listAlarms", { query })).items;
const people = (over: Partial<Body<"exportList">> = {}) => ({
  body: { list: "listPeople" as const, params: { organizationId: group.rootId }, columns: ["name"], ...over },
});
const exported = async (over: Partial<Body<"exportList">> = {}) => {
  const got = await group.office.call("exportList", people(over));
  expect(got.status, got.text.slice(0, 300)).toBe(200);
};

test("more than 500 rows of people leave for a stated purpose only, and the security administrators are told of it", async () => {
  const refusal = await group.refused(group.office, "exportList", people(), "export.purpose_missing");
  expect(refusal).toMatchObject({ values: { most: 500 }, field: "purpose" });
  await exported({ purpose: "  年度党员统计 " });
  const [alarm, ...others] = await open();
  expect(others).toEqual([]);
  expect(alarm).toMatchObject({
    ...{ kind: "bulk_export", figure: 501, purpose: "年度党员统计", own: false, handledBy: null, note: null },
    list: { zh: "人员名册" },
  });
  const [entry] = await group.query<{ object: string }>(
    "SELECT object FROM audit_entry WHERE action = 'lists.export_list' ORDER BY id DESC LIMIT 1",
  );
  expect(entry?.object).toBe("list listPeople, 501 rows, for: 年度党员统计");
});

test("500 rows leave without a purpose and nobody is told", async () => {
  await group.query("UPDATE person SET name = 'y' WHERE name = 'x501'");
  await exported({ query: { startsWith: "x" } });
  expect(await open()).toEqual([]);
});

test("the attempt that locks an account is told of once, whatever is tried while it is locked", async () => {
  await group.account("guessed", "employee");
  const wrong = () => new Client(group.server).signIn("guessed", "Wrong-pass-2026");
  for (let attempt = 1; attempt <= 4; attempt += 1) await wrong();
  expect(await open()).toEqual([]);
  for (let attempt = 5; attempt <= 8; attempt += 1) await wrong();
  expect(await open()).toMatchObject([{ kind: "account_locked", figure: 5, list: null }]);
});

test("who asks for many things beyond his scope is told of once, however long he goes on", async () => {
  const own = await group.caller("curious", "branch_secretary", branch);
  const elsewhere = (n: number) => ({
    params: { organizationId: `01a203c7-0000-7000-8000-${String(n).padStart(12, "0")}` },
  });
  for (let n = 0; n < 19; n += 1) await group.refused(own, "getOrganization", elsewhere(n), "not_found");
  for (let n = 0; n < 5; n += 1) await group.refused(own, "getOrganization", elsewhere(0), "not_found");
  expect(await open()).toEqual([]);
  expect((await own.call("listAlarms")).status).toBe(403);
  expect(await open()).toMatchObject([{ kind: "beyond_scope", figure: 20, own: false, list: null }]);
  for (let n = 20; n < 45; n += 1) await group.refused(own, "getOrganization", elsewhere(n), "not_found");
  expect(await open()).toHaveLength(1);
  const whose = "SELECT w.sign_in_name AS name FROM alarm a JOIN account w ON w.id = a.account_id";
  expect(await group.query(whose)).toEqual([{ name: "curious" }]);
});

test("what is refused for other reasons isn't an attempt beyond scope", async () => {
  for (let n = 0; n < 25; n += 1)
    expect((await group.office.call("searchOrganizations", { query: { q: "长".repeat(61 + n) } })).status).toBe(400);
  expect(await open()).toEqual([]);
});

test("a security administrator enters what was found: once, with one audit entry, and never about his own account", async () => {
  await exported({ purpose: "年度党员统计" });
  const [alarm] = await open();
  const params = { alarmId: alarm?.id ?? "" };
  const before = (await group.query("SELECT 1 FROM audit_entry")).length;
  await other.ask("handleAlarm", { params, body: { note: "与专责核实，用于年报" } });
  expect(await open()).toEqual([]);
  expect(await open({ state: "handled" })).toMatchObject([
    { note: "与专责核实，用于年报", handledBy: expect.any(String) },
  ]);
  expect(await group.query("SELECT 1 FROM audit_entry")).toHaveLength(before + 1);
  await group.refused(security, "handleAlarm", { params, body: { note: "再查" } }, "alarm.handled_already");

  await group.query(
    "UPDATE alarm SET note = NULL, handled_by = NULL, handled_at = NULL, account_id = a.id FROM account a WHERE sign_in_name = 'security'",
  );
  await group.refused(security, "handleAlarm", { params, body: { note: "自查" } }, "alarm.own");
  expect((await open())[0]?.own).toBe(true);
});

test("nobody else sees them, and the security administrator of a part doesn't either", async () => {
  await group.refused(group.office, "listAlarms", {}, "access.not_allowed");
  const ofPart = await group.caller("part", "security_administrator", branch);
  expect((await ofPart.call("listAlarms")).status).not.toBe(200);
});

test("pages follow one another without gaps", async () => {
  for (const purpose of ["甲用途", "乙用途", "丙用途"]) await exported({ purpose });
  const first = await security.ask("listAlarms", { query: { limit: 2 } });
  const second = await security.ask("listAlarms", { query: { limit: 2, after: first.next ?? "" } });
  expect([...first.items, ...second.items].map(({ purpose }) => purpose)).toEqual(["丙用途", "乙用途", "甲用途"]);
  expect(second.next).toBeNull();
});
