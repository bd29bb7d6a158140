import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { checkDatabase } from "./check-roles.ts";
import { migrate } from "./migrate.ts";
import { openDatabase } from "./pools.ts";

let database: FreshDatabase;
beforeEach(async () => {
  database = await freshDatabase();
});
afterEach(() => database.drop());

async function checked(url: string): Promise<void> {
  const opened = openDatabase(url);
  try {
    await checkDatabase(opened);
  } finally {
    await opened.close();
  }
}
const asSuperuser = (query: string) => withClient(database.superUrl, (client) => client.query(query));

test("the program starts with the application's role", () => checked(database.appUrl));
test("it doesn't start as a superuser, and says what to use", () =>
  expect(checked(database.superUrl)).rejects.toThrow(/is a superuser: use a role with NOSUPERUSER/));
test("it doesn't start as the owner of the tables", () =>
  expect(checked(database.ownerUrl)).rejects.toThrow(/owns \d+ tables/));
test("it doesn't start as a role that the wall doesn't hold", async () => {
  const role = `test_bypass_${process.pid}`;
  await asSuperuser(`CREATE ROLE ${role} LOGIN BYPASSRLS PASSWORD 'tests-only'`);
  try {
    await asSuperuser(`GRANT CONNECT ON DATABASE ${new pg.Client(database.superUrl).database} TO ${role}`);
    const url = database.appUrl.replace(/dutyloop_app(:[^@]*)?@/, `${role}:tests-only@`);
    await expect(checked(url)).rejects.toThrow(/has BYPASSRLS: take it away/);
  } finally {
    await asSuperuser(`DROP OWNED BY ${role}`);
    await asSuperuser(`DROP ROLE ${role}`);
  }
});

test("migrating again applies nothing and keeps the rights", async () => {
  expect(await migrate(database.ownerUrl)).toEqual({ applied: [] });
  await checked(database.appUrl);
});
test("two programs that migrate at once don't disturb each other", async () => {
  const both = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  expect(both).toEqual([{ applied: [] }, { applied: [] }]);
});
test("a database that is newer than the program is refused, naming what it has, and nothing is changed", async () => {
  await withClient(database.ownerUrl, (client) =>
    client.query("INSERT INTO migration (name) VALUES ('209901010000-later.sql')"),
  );
  await asSuperuser("REVOKE SELECT ON person FROM dutyloop_app");
  await expect(migrate(database.ownerUrl)).rejects.toThrow(/newer than this program: it has 209901010000-later\.sql/);
  const rights = await asSuperuser("SELECT has_table_privilege('dutyloop_app', 'person', 'SELECT') AS may");
  expect(rights.rows).toEqual([{ may: false }]);
});
test("a table without a line of rights stops the migration and says which", async () => {
  await withClient(database.ownerUrl, (client) => client.query("CREATE TABLE forgotten (tenant_id integer)"));
  await expect(migrate(database.ownerUrl)).rejects.toThrow("The table forgotten has no line in privileges.ts");
});
