import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../platform/embedded-postgres/index.ts";
import { meetingBody } from "../../testing/meeting.ts";
import { openStage, type Stage } from "../../testing/stage.ts";
import { buildWorld, type World } from "../../testing/world.ts";
import { foldAllScores } from "../assessment/index.ts";
import { submitRecord } from "../fulfilment/index.ts";
import { postDueFacts } from "./post-due-facts.ts";

let stage: Stage;
let world: World;
let secretary: string;
beforeAll(async () => {
  stage = await openStage();
  world = await buildWorld(stage);
  secretary = await world.alpha.account("alpha.first.secretary", "branch_secretary", world.alpha.first.id);
});
afterAll(() => stage.close());

const query = async <Row extends object>(text: string, values: unknown[] = []) =>
  withClient(stage.database.superUrl, async (client) => (await client.query<Row>(text, values)).rows);
const post = () => postDueFacts(stage.application.workshop, world.alpha.tenantId);
const dueFacts = () =>
  query<{ month: string; posted: string; n: number }>(
    `SELECT to_char(counts_on, 'YYYY-MM') AS month, to_char(posted_in, 'YYYY-MM') AS posted, count(*)::int AS n FROM fact
     WHERE tenant_id = $1 AND kind = 'obligation.due' GROUP BY 1, 2 ORDER BY 1, 2`,
    [world.alpha.tenantId],
  );

test("what was not done by its day counts as due once, however often and by how many it is posted", async () => {
  const owed = await query(
    "SELECT 1 FROM obligation WHERE tenant_id = $1 AND due_on < '2026-03-18' AND NOT due_posted",
    [world.alpha.tenantId],
  );
  const counts = await Promise.all([post(), post(), post()]);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(owed.length);
  expect(owed.length).toBeGreaterThan(0);
  expect(await post()).toBe(0);
  const doubled = await query(
    "SELECT source_id FROM fact WHERE kind = 'obligation.due' AND tenant_id = $1 GROUP BY 1 HAVING count(*) > 1",
    [world.alpha.tenantId],
  );
  expect(doubled).toEqual([]);
});

test("a duty isn't due before its last day has passed in the group's time zone", async () => {
  stage.clock.set("2026-03-31T15:59:59Z");
  expect(await post()).toBe(0);
  stage.clock.set("2026-03-31T16:00:01Z");
  expect(await post()).toBeGreaterThan(0);
});

test("a record entered after its deadline doesn't make the duty due a second time", async () => {
  const record = await world.alpha.act(
    submitRecord,
    { ...meetingBody(world.alpha.first, { occurredOn: "2026-02-20" }), organizationId: world.alpha.first.id },
    secretary,
  );
  expect(record.satisfied).toHaveLength(1);
  const facts = await query("SELECT kind FROM fact WHERE source_id = $1 ORDER BY kind", [
    record.satisfied[0]?.obligationId,
  ]);
  expect(facts).toEqual([{ kind: "obligation.discharged" }, { kind: "obligation.due" }]);
});

test("what counts in a closed month is booked in the next open one, and the closed month's score stays", async () => {
  await foldAllScores(stage.application.workshop.database, world.alpha.tenantId, stage.clock());
  const sheet = () =>
    query(
      "SELECT total::text, lines FROM score_sheet WHERE organization_id = $1 AND period_from = '2026-01-01' AND basis = 'published'",
      [world.alpha.first.id],
    );
  const before = await sheet();
  expect(before).toHaveLength(1);
  await query(
    `WITH closed AS (INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
       SELECT $1, month, 'month', make_date(2026, month, 1), 1, now() FROM generate_series(1, 2) month)
     INSERT INTO period (tenant_id, span, period_from, state, closing)
       SELECT $1, 'month', make_date(2026, month, 1), 'closed', month FROM generate_series(1, 2) month`,
    [world.alpha.tenantId],
  );
  const late = await world.alpha.act(
    submitRecord,
    {
      ...meetingBody(world.alpha.first, { occurredOn: "2026-01-20", lateReason: "漏录" }),
      organizationId: world.alpha.first.id,
    },
    secretary,
  );
  const booked = await query<{ month: string }>(
    "SELECT DISTINCT to_char(posted_in, 'YYYY-MM') AS month FROM fact WHERE record_id = $1",
    [late.recordId],
  );
  expect(booked).toEqual([{ month: "2026-03" }]);
  await foldAllScores(stage.application.workshop.database, world.alpha.tenantId, stage.clock());
  expect(await sheet()).toEqual(before);
  expect((await dueFacts()).filter(({ month, posted }) => month < "2026-03" && posted < month)).toEqual([]);
});

test("a month can't be closed between a writer's look and his commit", async () => {
  const close = (client: { query: (text: string) => Promise<unknown> }) =>
    client.query(
      "SELECT pg_try_advisory_xact_lock(7080003, (" +
        world.alpha.tenantId +
        " * 6000 + (2026 - 1900) * 12 + 3)) AS closed",
    );
  const { database } = stage.application.workshop;
  await database.writing(world.alpha.tenantId, { months: ["2026-03"] }, async () => {
    const tried = await withClient(stage.database.superUrl, (client) => close(client));
    expect((tried as { rows: unknown[] }).rows).toEqual([{ closed: false }]);
  });
  const free = await withClient(stage.database.superUrl, (client) => close(client));
  expect((free as { rows: unknown[] }).rows).toEqual([{ closed: true }]);
});
