import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, openDatabase } from "../../../platform/db/pools.ts";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import { scoreDirty } from "../../../platform/facts/post-facts.ts";
import { type FreshDatabase, freshDatabase } from "../../../testing/database.ts";
import { letScoresGoFirst } from "./fold-counts.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  await say("INSERT INTO tenant (code, name, founded_at) VALUES ('a', 'A', now()), ('b', 'B', now())");
  database = openDatabase(fresh.appUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const say = (statement: string, values: unknown[] = []) =>
  withClient(fresh.ownerUrl, async (client) => void (await client.query(statement, values)));
const at = (second: number) => new Date(Date.UTC(2026, 2, 10, 8, 0, second));
const first = (tenantId: number, second: number) => letScoresGoFirst(database, tenantId, at(second));

test("counts wait while scores are written, but not longer than five seconds, and not for another group", async () => {
  const asked = "INSERT INTO count_request (tenant_id, topic, recorded_at) VALUES ($1, 'tree', $2)";
  await say(asked, [1, at(0)]);
  await say(asked, [2, at(0)]);
  expect(await first(1, 1)).toBe(false);
  await say(
    "INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at) VALUES (1, $1, gen_random_uuid(), '2026-03-01', $2)",
    [scoreDirty, at(0)],
  );
  expect(await first(1, 1)).toBe(true);
  expect(await first(2, 1)).toBe(false);
  expect(await first(1, 6)).toBe(false);
  // Nobody asks for a count: there is nothing to hurry for.
  await say("DELETE FROM count_request WHERE tenant_id = 1");
  expect(await first(1, 6)).toBe(true);
});
