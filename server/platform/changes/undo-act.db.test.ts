import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { type Database, openDatabase, type Transaction } from "../db/pools.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { type Act, keepDeleted, keepInserted, keepUpdated, undoAct } from "./index.ts";

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase();
  await withClient(fresh.ownerUrl, async (client) => {
    await client.query("INSERT INTO tenant (code, name, founded_at) VALUES ('a', 'A', now())");
  });
  database = openDatabase(fresh.appUrl);
});
afterAll(async () => {
  await database.close();
  await fresh.drop();
});

const newAct = (kind: Act["kind"] = "import"): Act => ({ tenantId: 1, kind, id: crypto.randomUUID() });
const write = <T>(work: (transaction: Transaction) => Promise<T>) => database.writing(1, {}, work);
const undo = (act: Act) =>
  write(async (transaction) => {
    const since = await undoAct(transaction, act);
    if (since !== null) throw Object.assign(new Error("changed since"), { since });
    return since;
  });
const refusedFor = (act: Act) =>
  undo(act).then(
    () => null,
    (error: { since?: unknown }) => error.since,
  );

async function peopleNow(): Promise<unknown[]> {
  const { rows } = await sql`SELECT * FROM person ORDER BY id`.execute(database.reading(1));
  return rows;
}
const add = (names: readonly string[]) => sql`INSERT INTO person (tenant_id, id, name, exempt_from_attendance)
  SELECT 1, gen_random_uuid(), name, false FROM unnest(${[...names]}::text[]) AS name`;
const rename = (from: string, to: string) => ({ set: sql`name = ${to}`, where: sql`t.name = ${from}` });

test("what an act added, changed and took is as before once it is taken back, even where it did several to one row", async () => {
  await write((transaction) => add(["甲", "乙", "丙"]).execute(transaction));
  const before = await peopleNow();
  const act = newAct();
  const counts = await write(async (transaction) => [
    await keepInserted(transaction, act, "person", add(Array.from({ length: 2500 }, (_, i) => `新${i}`))),
    await keepUpdated(transaction, act, "person", rename("甲", "甲甲")),
    await keepUpdated(transaction, act, "person", rename("甲甲", "甲三")),
    await keepDeleted(transaction, act, "person", sql`t.name = '乙'`),
    await keepUpdated(transaction, act, "person", rename("新7", "新七")),
    await keepUpdated(transaction, act, "person", rename("没有", "有")),
  ]);
  expect(counts).toEqual([2500, 1, 1, 1, 1, 0]);
  expect(await peopleNow()).toHaveLength(2502);
  expect(await undo(act)).toBeNull();
  expect(await peopleNow()).toEqual(before);
});

test("a row that was changed since is named and nothing is put back", async () => {
  const act = newAct("reorganization");
  await write(async (transaction) => {
    await keepInserted(transaction, act, "person", add(["丁"]));
    await keepUpdated(transaction, act, "person", rename("丙", "丙二"));
  });
  await write((transaction) => sql`UPDATE person SET born_on = '1990-01-01' WHERE name = '丁'`.execute(transaction));
  const before = await peopleNow();
  expect(await refusedFor(act)).toMatchObject({ table: "person", key: { id: expect.any(String) } });
  expect(await peopleNow()).toEqual(before);
});

test("a row that something new uses is named by what uses it", async () => {
  const act = newAct();
  await write((transaction) => keepInserted(transaction, act, "person", add(["戊"])));
  await write((transaction) =>
    sql`INSERT INTO person_private (tenant_id, person_id) SELECT 1, id FROM person WHERE name = '戊'`.execute(
      transaction,
    ),
  );
  expect(await refusedFor(act)).toEqual({ table: "person_private", key: {} });
});

test("a row that can't go back because another one has taken its place is named by its table", async () => {
  const act = newAct();
  const addUnit = (code: string, label: number) => sql`
    INSERT INTO unit (tenant_id, id, kind, code, name, path, label, valid_from)
    VALUES (1, gen_random_uuid(), 'DEPARTMENT', ${code}, ${code}, ${`${label}.`}, ${label}, '2026-01-01')`;
  await write((transaction) => addUnit("U1", 1).execute(transaction));
  const changed = { set: sql`code = 'U2'`, where: sql`t.code = 'U1'` };
  await write((transaction) => keepUpdated(transaction, act, "unit", changed));
  await write((transaction) => addUnit("U1", 2).execute(transaction));
  expect(await refusedFor(act)).toEqual({ table: "unit", key: {} });
});

test("a row that an act took and that was entered again since is named", async () => {
  const act = newAct();
  await write((transaction) => add(["己"]).execute(transaction));
  const [row] = (await sql<{ id: string }>`SELECT id FROM person WHERE name = '己'`.execute(database.reading(1))).rows;
  await write((transaction) => keepDeleted(transaction, act, "person", sql`t.id = ${row?.id}`));
  await write((transaction) =>
    sql`INSERT INTO person (tenant_id, id, name, exempt_from_attendance) VALUES (1, ${row?.id}, '庚', false)`.execute(
      transaction,
    ),
  );
  expect(await refusedFor(act)).toEqual({ table: "person", key: { id: row?.id } });
});
