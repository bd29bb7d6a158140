import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { Client, type Sending } from "../../testing/client.ts";

let group: AssessedGroup;
let audit: Client;
let branch: string;
beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("searched");
  group.clock.set("2026-04-01T15:59:00.000Z");
  const office = await group.client("office");
  await office.ask("admitPerson", {
    params: { organizationId: branch },
    body: { name: "王小红", memberState: "FULL", groupId: null, validFrom: "2026-01-01" },
  });
  group.clock.set("2026-04-01T16:01:00.000Z");
  await new Client(group.server).signIn("Office", "wrong");
  audit = await group.client("audit");
});
afterAll(() => group.close());

const found = async (query: NonNullable<Sending<"listAudit">["query"]>) =>
  (await audit.ask("listAudit", { query: { ...query, limit: 200 } })).items;

test("entries are found by who, what, where, outcome and number", async () => {
  const admissions = await found({ action: "admit", account: "OFFI" });
  expect(admissions).toHaveLength(1);
  const [entry] = admissions;
  expect(entry).toMatchObject({ action: "organization.admit_person", accountName: "office", outcome: "done" });
  expect(await found({ organizationId: branch, action: "admit" })).toEqual(admissions);
  expect(await found({ requestId: entry?.requestId as string })).toEqual(admissions);
  const object = entry?.object.slice(2) as string;
  expect(await found({ object, action: "admit" })).toEqual(admissions);
  expect((await found({ outcome: "refused" })).map(({ action, accountName }) => [action, accountName])).toEqual([
    ["identity.sign_in", "office"],
  ]);
  const top = await found({ organizationId: group.rootId });
  expect(top.length).toBeGreaterThan(admissions.length);
  expect(await found({ organizationId: "00000000-0000-7000-8000-000000000000" })).toEqual([]);
  expect(await found({ action: "%" })).toEqual([]);
});

test("days begin and end at midnight of the group's time zone", async () => {
  const [before, after] = [await found({ to: "2026-04-01" }), await found({ from: "2026-04-02" })];
  expect(before.some(({ action }) => action === "organization.admit_person")).toBe(true);
  expect(after.every(({ action }) => action === "identity.sign_in")).toBe(true);
  expect(after.map(({ outcome }) => outcome)).toEqual(expect.arrayContaining(["refused"]));
  expect(before.length + after.length).toBe((await found({})).length);
});

test("a search is paged by key like the whole list", async () => {
  const all = await found({ outcome: "done" });
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const query = { outcome: "done" as const, limit: 2, ...(after === undefined ? {} : { after }) };
    const page = await audit.ask("listAudit", { query });
    paged.push(...page.items.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(paged).toEqual(all.map(({ id }) => id));
});

test("what is asked for leaves as a workbook, which is itself an entry", async () => {
  const body = { list: "listAudit" as const, params: {}, query: { action: "admit" }, columns: [] };
  const got = await audit.call("exportList", { body });
  expect([got.status, got.bytes.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  expect((await found({ action: "export_list" })).map(({ object, accountName }) => [object, accountName])).toEqual([
    ["list listAudit, 1 rows", "audit"],
  ]);
  await group.refused(await group.client("office"), "exportList", { body }, "access.not_allowed");
});

test("the verification tells how far it is to whoever asked for it", async () => {
  const progress = "00000000-0000-4000-8000-000000000001";
  const { intact, entries } = await audit.ask("verifyAudit", { query: { progress } });
  expect(intact).toBe(true);
  expect(entries).toBeGreaterThan(3);
  const told = await audit.ask("getImportProgress", { params: { progress } });
  expect(told.done).toBe(told.total);
  const other = await group.client("office");
  expect(await other.ask("getImportProgress", { params: { progress } })).toMatchObject({ step: "waiting" });
});
