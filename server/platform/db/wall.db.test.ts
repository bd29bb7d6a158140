import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { foldAllCounts } from "../../modules/dashboard/index.ts";
import { fillNameWords } from "../../modules/organization/index.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { buildWorld, type World } from "../../testing/world.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { requestCountsSince } from "../facts/count-requests.ts";
import { tablePrivileges } from "./privileges.ts";

let stage: Stage;
let world: World;
beforeAll(async () => {
  stage = await openStage();
  world = await buildWorld(stage);
  const { database } = stage.application.workshop;
  for (const { tenantId } of [world.alpha, world.beta]) {
    await foldAllCounts(database, tenantId, "2026-03-18");
    await fillNameWords(database, tenantId);
    await database.writing(tenantId, {}, (transaction) =>
      requestCountsSince(transaction, tenantId, "2026-03-01", stage.clock()),
    );
  }
});
afterAll(() => stage.close());

const walled = Object.keys(tablePrivileges).filter((table) => table !== "tenant" && table !== "migration");
/** Tables into which nothing of this small world has come yet. */
const empty = new Set([
  "period",
  "period_closing",
  "period_structure",
  "audit_seal",
  "audit_anchor",
  "password_history",
  "personal_token",
  "alarm",
  "post_role",
  "benchmark_own_set",
  "list_view",
  "session",
  "second_factor",
  "recovery_code",
  "vote_tally",
  "election_tally",
  "upload",
  "quarantined_file",
  "record_awaited",
  "record_entry",
  "record_word",
  "record_to_word",
  "record_draft",
  "record_sample",
  "record_sample_item",
  "record_make_up",
  "definition_draft",
  "receipt",
  "receipt_withdrawal",
  "judge",
  "judgement",
  "settlement",
  "veto_decision",
  "grade_decision",
  "score_sheet",
  "score_rollup",
  "metric_rollup",
  "board",
  "board_row",
  "dispute",
  "idempotency",
  "person_private",
  "member_act",
  "member_tag",
  "voter_exclusion",
  "voting_impediment",
  "person_transfer",
  "term_of_office",
  "development_step",
  "development_act",
  "reorganization",
  "reorganization_successor",
  "change_image",
  "import_batch",
  "bulletin",
  "bulletin_draft",
  "benchmark_result",
  "benchmark_target",
  "template_act",
  "template_review",
  "template_adoption",
  "plan_change",
  "obligation_request",
  "obligation_step",
]);
const filled = walled.filter((table) => !empty.has(table));

async function asApplication<T>(tenantId: number | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withClient(stage.database.appUrl, async (client) => {
    if (tenantId !== null) await client.query(`SET dutyloop.tenant = ${tenantId}`);
    return work(client);
  });
}
const count = async (client: pg.Client, table: string, where = "true") =>
  Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)).rows[0]?.n);

test("without a group the application sees no row of any table", () =>
  asApplication(null, async (client) => {
    for (const table of walled) expect(await count(client, table), table).toBe(0);
  }));

test("with a group it sees that group's rows in every table and no other's", async () => {
  for (const group of [world.alpha, world.beta])
    await asApplication(group.tenantId, async (client) => {
      for (const table of walled) expect(await count(client, table, `tenant_id <> ${group.tenantId}`), table).toBe(0);
      for (const table of filled) expect(await count(client, table), table).toBeGreaterThan(0);
    });
});

test("a setting that is no number opens nothing", () =>
  asApplication(null, async (client) => {
    await client.query("SET dutyloop.tenant = ''");
    expect(await count(client, "organization")).toBe(0);
    await client.query("SET dutyloop.tenant = '1 OR true'");
    await expect(count(client, "organization")).rejects.toThrow("invalid input syntax");
  }));

test("another group's rows can't be written, changed or taken away by any statement", () =>
  asApplication(world.alpha.tenantId, async (client) => {
    const foreign = world.beta.tenantId;
    const insert = `INSERT INTO person (tenant_id, id, name) VALUES (${foreign}, gen_random_uuid(), 'intruder')`;
    await expect(client.query(insert)).rejects.toThrow("row-level security");
    const move = `UPDATE person SET tenant_id = ${foreign}`;
    await expect(client.query(move)).rejects.toThrow("row-level security");
    expect((await client.query(`UPDATE organization SET name = 'x' WHERE tenant_id = ${foreign}`)).rowCount).toBe(0);
    expect((await client.query(`DELETE FROM outbox WHERE tenant_id = ${foreign}`)).rowCount).toBe(0);
    expect(
      (await client.query(`UPDATE account SET locked_until = now() WHERE sign_in_name LIKE 'beta%'`)).rowCount,
    ).toBe(0);
  }));

test.each([
  "fact",
  "fact_source",
  "audit_entry",
  "audit_seal",
  "audit_anchor",
  "record_version",
  "record_participant",
  "vote_tally",
  "template_version",
  "template_act",
  "indicator_version",
  "scheme_version",
  "password_history",
])("the application may neither change nor take away a row of %s", (table) =>
  asApplication(world.alpha.tenantId, async (client) => {
    await expect(client.query(`UPDATE ${table} SET tenant_id = tenant_id`)).rejects.toThrow("permission denied");
    await expect(client.query(`DELETE FROM ${table}`)).rejects.toThrow("permission denied");
    await expect(client.query(`TRUNCATE ${table}`)).rejects.toThrow("permission denied");
  }),
);

test("there is no way round the wall through the parts of the facts", () =>
  asApplication(world.alpha.tenantId, async (client) => {
    await expect(client.query("SELECT * FROM fact_2026")).rejects.toThrow("permission denied");
  }));

test("the application can't lift the wall, make tables or take another role", () =>
  asApplication(world.alpha.tenantId, async (client) => {
    const attempts = [
      "ALTER TABLE person DISABLE ROW LEVEL SECURITY",
      "DROP POLICY tenant_wall ON person",
      "CREATE TABLE loot (x text)",
      "SET ROLE dutyloop_owner",
      "COPY (SELECT 1) TO PROGRAM 'true'",
    ];
    for (const attempt of attempts)
      await expect(client.query(attempt), attempt).rejects.toThrow(/permission denied|must be owner|must be superuser/);
    await client.query("SET row_security = off");
    await expect(client.query("SELECT * FROM person")).rejects.toThrow("row-level security");
  }));

test("a connection for reading can't write, and stays with its group", async () => {
  const reading = stage.application.workshop.database.reading(world.alpha.tenantId);
  const names = await reading.selectFrom("organization").select("name").execute();
  expect(names.every(({ name }) => name.startsWith("canary-alpha"))).toBe(true);
  const write = reading.updateTable("organization").set({ name: "x" }).execute();
  await expect(write).rejects.toThrow("read-only transaction");
});

test("the backup role reads the rows of all groups and writes none", () =>
  withClient(stage.database.backupUrl, async (client) => {
    expect(await count(client, "organization")).toBe(18);
    await expect(client.query("UPDATE organization SET name = 'x'")).rejects.toThrow("permission denied");
  }));
