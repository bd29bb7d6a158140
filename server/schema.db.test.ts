import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "./platform/embedded-postgres/index.ts";
import { type FreshDatabase, freshDatabase } from "./testing/database.ts";
import { describeSchema } from "./testing/describe-schema.ts";
import { generateTypes } from "./testing/generate-types.ts";

const committed = (path: string) => readFile(join(import.meta.dirname, path), "utf8");

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("schema.sql is what the migrations make (npm run schema writes it)", async () => {
  const described = await withClient(database.ownerUrl, describeSchema);
  expect(described).toBe(await committed("schema.sql"));
  expect(described.match(/^CREATE TABLE /gm)?.length).toBeGreaterThan(25);
});

test("the Kysely types are those of the migrated database (npm run schema writes them)", async () => {
  expect(await generateTypes(database.ownerUrl)).toBe(await committed("platform/db/database-types.ts"));
});

test("a changed column, a new index and a lost wall are seen", async () => {
  const before = await withClient(database.ownerUrl, describeSchema);
  const changes = [
    "ALTER TABLE person ALTER COLUMN name TYPE varchar(50)",
    "CREATE INDEX planted ON record (tenant_id, title)",
    "DROP POLICY tenant_wall ON record",
    "GRANT DELETE ON fact TO dutyloop_app",
    "COMMENT ON COLUMN record.title IS 'planted'",
  ];
  for (const change of changes) {
    const after = await withClient(database.ownerUrl, async (client) => {
      await client.query("BEGIN");
      await client.query(change);
      const described = await describeSchema(client);
      await client.query("ROLLBACK");
      return described;
    });
    expect(after, change).not.toBe(before);
  }
});

test("every table and column has a comment, no table has a trigger, and the wall stands around every group's rows", async () => {
  const described = await withClient(database.ownerUrl, describeSchema);
  const tables = described.split(/^(?=-- .*\nCREATE TABLE )/m).slice(1);
  const withoutComment = tables.filter((table) => /^-- $/m.test(table) || / -- $/m.test(table));
  expect(withoutComment.map((table) => table.split("\n")[1])).toEqual(["CREATE TABLE migration ("]);
  expect(described).not.toMatch(/CREATE TRIGGER/);
  const withoutWall = tables.filter((table) => !table.includes("CREATE POLICY tenant_wall"));
  expect(withoutWall.map((table) => table.split("\n")[1])).toEqual([
    "CREATE TABLE migration (",
    "CREATE TABLE tenant (",
  ]);
});
