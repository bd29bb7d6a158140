import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callerOf } from "../../testing/accounts.ts";
import { Client } from "../../testing/client.ts";
import { type Founded, foundedStage } from "../../testing/founded.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { rowCounts, tableMarks } from "../../testing/table-marks.ts";
import { untilWaiting } from "../../testing/waiting.ts";
import { monthLockNumber } from "../db/opening.ts";
import { withClient } from "../embedded-postgres/index.ts";
import { perform } from "./perform.ts";
import type { Caller, UseCase } from "./use-case.ts";

let stage: Stage;
let group: Founded;
let office: Caller;
beforeAll(async () => {
  stage = await openStage();
  group = await foundedStage(stage);
  const id = await group.account("office", "party_affairs_officer");
  office = await callerOf(stage.application.workshop, group.tenantId, id);
});
afterAll(() => stage.close());

type Input = { name: string };
const person = ({ name }: Input) => ({
  tenant_id: group.tenantId,
  id: crypto.randomUUID(),
  name,
  exempt_from_attendance: false,
});

/** Enters one person at once and another at the end; in between happens what the test wants. */
function enterTwo(between: (pid: number) => Promise<void>): UseCase<Input, object, object, { done: boolean }> {
  return {
    name: "test.enter_two",
    access: "person.manage",
    load: async () => ({}),
    place: () => "1.",
    decide: () => ({}),
    async save(saving, _decision, _context, input) {
      const { transaction } = saving;
      await transaction.insertInto("person").values(person(input)).execute();
      saving.insert("person", person(input));
      const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(transaction);
      await between(rows[0]?.pid ?? 0);
    },
    audit: () => ({ object: "two people" }),
    answer: () => ({ done: true }),
  };
}
const run = (between: (pid: number) => Promise<void>, key?: string) =>
  perform(stage.application.workshop, enterTwo(between), { ...office, idempotencyKey: key }, { name: "somebody" });

/** Cuts the connection of this backend and waits until the server says it is gone. */
async function cut(pid: number): Promise<void> {
  await withClient(stage.database.superUrl, async (client) => {
    await client.query("SELECT pg_terminate_backend($1, 5000)", [pid]);
  });
}

test("a use case that fails after its first rows leaves none of them", async () => {
  const before = await tableMarks(stage.database.superUrl);
  const failing = run(async () => {
    throw new Error("the disk is full");
  }, "failing-key");
  await expect(failing).rejects.toThrow("the disk is full");
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
});

test("a connection that is lost in the middle leaves nothing, and the next request is served", async () => {
  const before = await tableMarks(stage.database.superUrl);
  await expect(run(cut, "lost-key")).rejects.toThrow();
  expect(await tableMarks(stage.database.superUrl)).toEqual(before);
  expect(await run(async () => {}, "lost-key")).toEqual({ done: true });
  const after = await rowCounts(stage.database.superUrl);
  expect([after.person, after.idempotency]).toEqual([2, 1]);
});

test("whoever may do it nowhere is refused at once, also while others hold the month", async () => {
  const nobody: Caller = { ...office, actor: { ...office.actor, grants: [] } };
  const closing = { ...enterTwo(async () => {}), closes: () => ["2026-03"] };
  await withClient(stage.database.superUrl, async (other) => {
    await other.query("BEGIN");
    const held = [7_080_003, monthLockNumber(group.tenantId, "2026-03")];
    await other.query("SELECT pg_advisory_xact_lock_shared($1, $2)", held);
    const refused = perform(stage.application.workshop, closing, nobody, { name: "nobody" });
    await expect(refused).rejects.toMatchObject({ refusal: { code: "access.not_allowed" } });
    await other.query("ROLLBACK");
  });
});

test("what takes long is prepared once before anything is held, and not for whoever may do it nowhere", async () => {
  const held = [7_080_003, monthLockNumber(group.tenantId, "2026-03")];
  const isFree = () =>
    withClient(stage.database.superUrl, async (other) => {
      const { rows } = await other.query<{ free: boolean }>("SELECT pg_try_advisory_lock_shared($1, $2) AS free", held);
      return rows[0]?.free;
    });
  const free: unknown[] = [];
  const loaded: unknown[] = [];
  const useCase: UseCase<Input, object, object, { done: boolean }, string> = {
    ...enterTwo(async () => {}),
    closes: () => ["2026-03"],
    async prepare(_database, { name }) {
      free.push(await isFree());
      return `prepared for ${name}`;
    },
    async load(_transaction, _input, _context, prepared) {
      free.push(await isFree());
      loaded.push(prepared);
      // The first time a race is lost.
      if (loaded.length === 1) throw Object.assign(new Error("serialisation"), { code: "40001" });
      return {};
    },
  };
  const run = (caller: Caller) => perform(stage.application.workshop, useCase, caller, { name: "somebody" });
  expect(await run(office)).toEqual({ done: true });
  expect(free).toEqual([true, false, false]);
  expect(loaded).toEqual(["prepared for somebody", "prepared for somebody"]);
  await expect(run({ ...office, actor: { ...office.actor, grants: [] } })).rejects.toMatchObject({
    refusal: { code: "access.not_allowed" },
  });
  expect(free).toHaveLength(3);
});

test("a connection that breaks while nothing is asked of it doesn't end the program", async () => {
  const { database } = stage.application.workshop;
  const rest = withClient(stage.database.superUrl, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = 'dutyloop_app' AND datname = current_database()",
    ),
  );
  await rest;
  const pools = [database.outside, database.reading(group.tenantId)];
  for (const pool of pools) {
    // The first answers may still meet a dead connection; each of them is replaced.
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const served = await sql`SELECT 1`.execute(pool).then(
        () => true,
        () => false,
      );
      if (served) break;
      expect(attempt).toBeLessThan(19);
    }
  }
});

test("a lost connection is told as a recovery, not as a fault of the user", async () => {
  const client = await group.client("office");
  const locker = withClient(stage.database.superUrl, async (superuser) => {
    await superuser.query("BEGIN");
    await superuser.query("LOCK TABLE organization IN ACCESS EXCLUSIVE MODE");
    const body = {
      parentId: group.rootId,
      kind: "BRANCH" as const,
      class: null,
      code: "cut",
      name: "cut",
      validFrom: "2026-01-01",
    };
    const asked = client.call("createOrganization", { body });
    const [pid] = await untilWaiting(superuser, 1);
    await superuser.query("SELECT pg_terminate_backend($1, 5000)", [pid]);
    await superuser.query("ROLLBACK");
    return asked;
  });
  const got = await locker;
  expect([got.status, got.refusal.code]).toEqual([503, "server.unavailable"]);
  expect(got.refusal.requestId).toBe(got.headers["x-request-id"]);
  expect((await client.ask("listOrganizations", { query: { parentId: group.rootId } })).items).toEqual([]);
});

test("a fault says nothing of its inside, in either language, and carries its number", async () => {
  const client = new Client(stage.server);
  const broken = await stage.application.server({
    webFolder: null,
    overTls: false,
    trustProxy: false,
    metricsToken: null,
  });
  broken.addHook("preHandler", async () => {
    throw new TypeError("secret inside");
  });
  for (const [language, word] of [
    ["zh", "系统出了问题"],
    ["en", "Something went wrong"],
  ] as const) {
    const response = await broken.inject({
      method: "GET",
      url: "/api/v1/setup",
      headers: { "accept-language": language },
    });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toMatch(/secret|TypeError|\.ts|at /);
    expect(response.json()).toMatchObject({ code: "server.fault", requestId: response.headers["x-request-id"] });
    expect((response.json() as { message: string }).message).toContain(word);
  }
  await broken.close();
  expect((await client.call("getSetup")).status).toBe(200);
});
