import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { postFact } from "../../../testing/graded-scheme.ts";
import { openStage } from "../../../testing/stage.ts";
import { untilWaiting } from "../../../testing/waiting.ts";
import { recomputeAll } from "../index.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-04-07T01:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

const march = { params: { period: "2026-03" } };
const reopen = () => office.ask("reopenPeriod", { ...march, body: { reason: "再来一次" } });
/** A meeting of March, entered after its end. */
const enter = (day: number) =>
  example.enter(secretary, example.branch, { template: "committee_meeting", on: `2026-03-${day}` });
const factsOf = (day: number) =>
  example.query<{ closing: number; posted_in: string }>(
    "SELECT closing, posted_in::text FROM fact WHERE kind = 'attendance' AND occurred_on = $1::date",
    [`2026-03-${day}`],
  );
const sheets = () =>
  example.query(
    "SELECT organization_id, basis, period_version, total, lines FROM score_sheet WHERE period_from = '2026-03-01' ORDER BY 1, 2, 3",
  );

/** The sheets are those that all facts give anew: nothing was counted twice, early or not at all. */
async function nothingLost() {
  await example.settle();
  const folded = await sheets();
  const wanted = { schemeCode: "monthly", from: "2026-03", to: "2026-03" };
  await recomputeAll(example.application.workshop.database, example.tenantId, wanted, example.clock());
  expect(await sheets()).toEqual(folded);
}

/** Somebody else holds the group's folding, so that a closing has begun and can't go on until it is let go. */
async function whileFolding(work: (release: () => Promise<void>) => Promise<void>) {
  await withClient(example.database.superUrl, async (other) => {
    await other.query("BEGIN");
    await other.query("SELECT pg_advisory_xact_lock(7080004, $1::int)", [example.tenantId]);
    await work(async () => void (await other.query("ROLLBACK")));
  });
}
const waiting = (count: number) =>
  withClient(example.database.superUrl, async (client) => void (await untilWaiting(client, count)));

/** A writer that has posted what was done on a day and doesn't commit before `end`. */
async function postAndWait(day: number, end: Promise<void>): Promise<void> {
  const { database } = example.application.workshop;
  await database.writing(example.tenantId, { months: ["2026-03"] }, async (transaction, opened) => {
    await postFact(example, transaction, opened, attendanceOn(`2026-03-${day}`));
    await end;
  });
}
const attendanceOn = (day: string) => ({
  kind: "attendance" as const,
  organizationId: example.branch.id,
  occurredOn: day,
  countsOn: day,
  quantity: "5",
  base: "9",
  attributes: { template: "committee_meeting" },
});

test("a writer that came first is waited for, and his entry is in the version that closes", async () => {
  const gate = Promise.withResolvers<void>();
  const writing = postAndWait(12, gate.promise);
  await vi.waitFor(async () => expect(await heldMonths()).toBeGreaterThan(0));
  const closing = office.ask("closePeriod", march);
  await waiting(1);
  gate.resolve();
  await writing;
  expect(await closing).toMatchObject({ state: "closed", closing: 1 });
  expect(await factsOf(12)).toEqual([{ closing: 1, posted_in: "2026-03-01" }]);
  const total = () =>
    example.query("SELECT total, coverage FROM score_sheet WHERE organization_id = $1", [example.branch.id]);
  const closed = await total();
  await nothingLost();
  expect(await total()).toEqual(closed);
  expect(await example.query("SELECT 1 FROM score_sheet WHERE basis = 'adjusted'")).toEqual([]);
});

/** How many months writers hold open. */
const heldMonths = async () =>
  (
    await example.query(
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND classid = 7080003 AND mode = 'ShareLock' AND granted",
    )
  ).length;

test("a writer that comes while a month is closing waits, and his entry comes after it", async () => {
  await reopen();
  await whileFolding(async (release) => {
    const closing = office.ask("closePeriod", march);
    await waiting(1);
    const entering = enter(17);
    await waiting(2);
    await release();
    expect(await closing).toMatchObject({ state: "closed", version: 2, closing: 2 });
    await entering;
  });
  expect(await factsOf(17)).toEqual([{ closing: 3, posted_in: "2026-04-01" }]);
  await nothingLost();
  const adjusted = await example.query<{ period_version: number }>(
    "SELECT period_version FROM score_sheet WHERE basis = 'adjusted'",
  );
  expect(adjusted).toEqual([{ period_version: 2 }]);
});

test("two closings at once: one closes, the other is told so", async () => {
  await reopen();
  const answers = await Promise.all([office.call("closePeriod", march), office.call("closePeriod", march)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect(answers.find(({ status }) => status === 422)?.refusal.code).toBe("period.already_closed");
  await nothingLost();
});

test("writers and closings in any order: every entry is in exactly one version's sheet or an adjustment", async () => {
  await reopen();
  const days = [18, 19, 20, 21, 22, 23, 24, 25];
  const [closed] = await Promise.all([office.ask("closePeriod", march), ...days.map(enter)]);
  await nothingLost();
  const facts = (await Promise.all(days.map(factsOf))).flat();
  expect(facts).toHaveLength(days.length);
  const inTime = facts.filter(({ closing }) => closing <= Number(closed.closing));
  expect(inTime.every(({ posted_in }) => posted_in === "2026-03-01")).toBe(true);
  const late = facts.filter(({ closing }) => closing > Number(closed.closing));
  expect(late.every(({ posted_in }) => posted_in === "2026-04-01")).toBe(true);
});
