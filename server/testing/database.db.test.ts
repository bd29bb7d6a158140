import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../platform/embedded-postgres/index.ts";
import { type FreshDatabase, freshDatabase } from "./database.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test("a fresh database is migrated, and the application may enter it", async () => {
  const found = await withClient(database.appUrl, (client) =>
    client.query("SELECT current_user AS who, to_regclass('public.migration') IS NOT NULL AS migrated"),
  );
  expect(found.rows).toEqual([{ who: "dutyloop_app", migrated: true }]);
});
