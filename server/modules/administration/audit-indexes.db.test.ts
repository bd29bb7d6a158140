import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import { writeAuditEntries } from "../../testing/many-audit-entries.ts";
import { entriesAsked } from "./audit-view.ts";

let group: AssessedGroup;
beforeAll(async () => {
  group = await assessedGroup();
  const { superUrl } = group.database;
  const { audit } = group.application.settings.keys;
  await withClient(superUrl, async (client) => {
    await writeAuditEntries(client, audit, group.tenantId, 30_000);
    await client.query("UPDATE audit_entry SET place = '1.' || substr(md5(id::text), 1, 2) || '.'");
    await client.query("UPDATE audit_entry SET action = 'drill.rare' WHERE request_id IN ('drill-7', 'drill-9')");
    await client.query("VACUUM ANALYZE audit_entry");
  });
});
afterAll(() => group.close());

type Plan = { "Index Name"?: string; Plans?: Plan[] };
const indexesOf = (plan: Plan): string[] => [
  ...(plan["Index Name"] ? [plan["Index Name"]] : []),
  ...(plan.Plans ?? []).flatMap(indexesOf),
];

async function indexesFor(query: Record<string, unknown>): Promise<string[]> {
  const database = group.application.workshop.database.reading(group.tenantId);
  const asked = await entriesAsked(database, group.tenantId, { limit: 50, ...query } as never, "Asia/Shanghai");
  if (asked === null) return [];
  const { rows } = await sql<{ "QUERY PLAN": [{ Plan: Plan }] }>`EXPLAIN (FORMAT JSON) ${asked}`.execute(database);
  return indexesOf(rows[0]?.["QUERY PLAN"][0].Plan ?? {}).filter((name) => name.startsWith("audit_entry"));
}

test.each([
  ["a request's number", { requestId: "drill-77" }, "audit_entry_request"],
  ["an account", { account: "ACCOUNT 77" }, "audit_entry_account"],
  ["a rare act", { action: "rare" }, "audit_entry_action"],
  ["what was refused", { outcome: "refused" }, "audit_entry_refused"],
  ["an hour of a day", { from: "2026-01-02", to: "2026-01-02", object: "nothing" }, "audit_entry_recorded"],
])("%s is found by its index", async (_what, query, index) => expect(await indexesFor(query)).toEqual([index]));

test("entries of one organisation are found by its index, and those of the top as they come", async () => {
  const place = await group.organization("indexed");
  await group.query("UPDATE organization SET path = '1.a7.' WHERE id = $1", [place]);
  expect(await indexesFor({ organizationId: place })).toEqual(["audit_entry_place"]);
  expect(await indexesFor({ organizationId: group.rootId })).toEqual(["audit_entry_pkey"]);
});

test("nothing is read where no name holds the part", async () => {
  expect(await indexesFor({ account: "nobody at all" })).toEqual([]);
});
