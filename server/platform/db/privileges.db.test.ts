import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { migrate } from "./migrate.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** As a program opens the database; whoever would have to wait for a table is sent away. */
const opened = () => migrate(`${database.ownerUrl}&options=-c%20lock_timeout%3D1000`);
const rightsOf = (table: string) =>
  withClient(database.superUrl, async (client) => {
    const { rows } = await client.query(
      `SELECT ARRAY(SELECT a::text FROM unnest(c.relacl) a ORDER BY 1) AS rights, c.relrowsecurity AS secured, p.polname AS policy, pg_get_expr(p.polqual, p.polrelid) AS wall
       FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid WHERE c.oid = to_regclass($1)`,
      [table],
    );
    return rows[0];
  });

test("a second program opens the database while a table is being read", async () => {
  const reader = new pg.Client({ connectionString: database.superUrl });
  await reader.connect();
  try {
    await reader.query("BEGIN");
    await reader.query("SELECT 1 FROM fact LIMIT 1; SELECT 1 FROM person LIMIT 1");
    expect(await opened()).toEqual({ applied: [] });
  } finally {
    await reader.end();
  }
});

test.each([
  ["a right too many", "GRANT DELETE ON fact TO dutyloop_app"],
  ["a right that may be passed on", "GRANT INSERT ON fact TO dutyloop_app WITH GRANT OPTION"],
  ["a right too few", "REVOKE SELECT ON fact FROM dutyloop_app"],
  ["a backup that can't read", "REVOKE SELECT ON fact FROM dutyloop_backup"],
  ["a wall that is off", "ALTER TABLE fact DISABLE ROW LEVEL SECURITY"],
  ["a wall that is gone", "DROP POLICY tenant_wall ON fact"],
  ["a wall that lets all through", "ALTER POLICY tenant_wall ON fact USING (true)"],
])("%s is put right by the next program that opens it", async (_what, statement) => {
  const before = await rightsOf("fact");
  expect(before.wall).toContain("dutyloop.tenant");
  await withClient(database.superUrl, (client) => client.query(`SET ROLE dutyloop_owner; ${statement}`));
  expect(await rightsOf("fact")).not.toEqual(before);
  await opened();
  expect(await rightsOf("fact")).toEqual(before);
});
