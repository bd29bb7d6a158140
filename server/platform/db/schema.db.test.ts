import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../testing/database.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { tablePrivileges } from "./privileges.ts";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const rows = <Row extends object>(query: string) =>
  withClient(database.ownerUrl, async (client) => (await client.query<Row>(query)).rows);
const tables = `FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition`;

test("every table has its line of rights, and no line is of a table that isn't there", async () => {
  const names = await rows<{ name: string }>(`SELECT c.relname AS name ${tables}`);
  expect(names.map(({ name }) => name).toSorted()).toEqual(Object.keys(tablePrivileges).toSorted());
});

test("every table's key begins with the group, and the wall stands on it", async () => {
  const found = await rows<{ name: string; first: string; wall: boolean; policies: string[] | null }>(
    `SELECT c.relname AS name, c.relrowsecurity AS wall,
       (SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE i.indrelid = c.oid AND i.indisprimary) AS first,
       (SELECT array_agg(pg_get_expr(polqual, polrelid)) FROM pg_policy WHERE polrelid = c.oid) AS policies ${tables}`,
  );
  for (const { name, first, wall, policies } of found.filter((table) => table.name !== "migration")) {
    expect(first, name).toBe("tenant_id");
    if (name === "tenant") continue;
    expect([wall, policies?.length], name).toEqual([true, 1]);
    expect(policies?.[0], name).toContain("dutyloop.tenant");
  }
});

test("every unique index and every foreign key stays inside one group", async () => {
  const loose = await rows<{ name: string }>(
    `SELECT x.relname AS name FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
     WHERE n.nspname = 'public' AND i.indisunique AND c.relname NOT IN ('tenant', 'migration') AND a.attname <> 'tenant_id'`,
  );
  expect(loose).toEqual([]);
  const keys = await rows<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND a.attname <> 'tenant_id'`,
  );
  expect(keys).toEqual([]);
});

test("there is no trigger and no function that acts unseen", async () => {
  expect(await rows(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal`)).toEqual([]);
  const own = `SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;
  expect(await rows(own)).toEqual([]);
});

test("every table and every column says what it is", async () => {
  const silent = await rows<{ name: string }>(
    `SELECT c.relname || coalesce('.' || a.attname, '') AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN LATERAL (SELECT 0 AS attnum, NULL::name AS attname
         UNION ALL SELECT attnum, attname FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) a ON true
     WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migration'
       AND col_description(c.oid, a.attnum) IS NULL AND (a.attnum > 0 OR obj_description(c.oid) IS NULL)`,
  );
  expect(silent).toEqual([]);
});

test("no instant is stored without its time zone, and no score as a binary fraction", async () => {
  const found = await rows(
    `SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'
     AND data_type IN ('timestamp without time zone', 'real', 'double precision', 'money', 'character varying')`,
  );
  expect(found).toEqual([]);
});
