import { afterAll, beforeAll, expect, test } from "vitest";
import { monthLockNumber } from "../../../platform/db/opening.ts";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { gradedScheme } from "../../../testing/graded-scheme.ts";
import { openStage } from "../../../testing/stage.ts";
import { untilWaiting } from "../../../testing/waiting.ts";

let example: Example;
let office: Client;
let leader: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  await gradedScheme(example);
  await gradedScheme(example, { code: "by_quarter", cadence: "quarter" });
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  leader = await example.client("leader", "party_committee_leader", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
  example.clock.set("2026-03-20T06:00:00.000Z");
  await example.enter(secretary, example.branch, { template: "committee_meeting", on: "2026-03-12" });
  example.clock.set("2026-04-07T01:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

const quarter = { params: { period: "2026-Q1" } };
const ofBranch = () => ({ organizationId: example.branch.id });
const scoreOf = (scheme: string, period: string) =>
  office.ask("getScore", { params: { ...ofBranch(), period }, query: { scheme } });

test("a quarter's entries end after its months have closed", async () => {
  const refused = await office.call("startPublicity", quarter);
  expect(refused.refusal).toMatchObject({ code: "period.sub_period_open", values: { open: "2026-01" } });
  for (const period of ["2026-01", "2026-02", "2026-03"]) await office.ask("closePeriod", { params: { period } });
  expect(await office.ask("startPublicity", quarter)).toMatchObject({ closing: 4, publicityTo: "2026-04-14" });
  example.clock.set("2026-04-08T01:00:00.000Z");
});

test("an upheld dispute about a quarter enters the quarter, and is an adjustment of its month", async () => {
  const before = [await scoreOf("by_quarter", "2026-Q1"), await scoreOf("graded", "2026-03")].map(({ total }) => total);
  const raised = {
    scheme: "by_quarter",
    period: "2026-Q1",
    line: "meetings_on_time",
    factId: null,
    reason: "党课没有计入",
  };
  const { id } = await secretary.ask("raiseDispute", { params: ofBranch(), body: raised });
  const lecture = {
    kind: "obligation.discharged" as const,
    subjectId: null,
    occurredOn: "2026-02-10",
    countsOn: "2026-03-31",
    quantity: "1",
    base: null,
    attributes: { template: "party_lecture", timeliness: "on_time" },
  };
  // While somebody closes April, where the late entry is to be booked, the answer waits.
  const answered = await withClient(example.database.superUrl, async (closing) => {
    await closing.query("BEGIN");
    const april = [7_080_003, monthLockNumber(example.tenantId, "2026-04")];
    await closing.query("SELECT pg_advisory_xact_lock($1, $2)", april);
    const asked = office.ask("answerDispute", {
      params: { disputeId: id },
      body: { outcome: "upheld", answer: "属实", reversals: [], additions: [lecture] },
    });
    await untilWaiting(closing, 1);
    await closing.query("ROLLBACK");
    return asked;
  });
  await example.settle();
  const [ofQuarter, ofMarch] = [await scoreOf("by_quarter", "2026-Q1"), await scoreOf("graded", "2026-03")];
  expect([answered.totalBefore, answered.totalAfter]).toEqual([before[0], ofQuarter.total]);
  expect(ofQuarter.total).not.toBe(before[0]);
  expect([ofQuarter.adjustment, ofMarch.total]).toEqual([null, before[1]]);
  expect(ofMarch.adjustment).toMatchObject({ facts: 1, adjustment: "8.00" });
  const { items } = await office.ask("listAdjustments", { params: ofBranch(), query: { period: "2026-04" } });
  expect(items.map(({ scheme, period, change }) => [scheme.code, period, change])).toEqual([
    ["graded", "2026-03", "8.00"],
    ["monthly", "2026-03", "8.00"],
  ]);
});

test("what is entered meanwhile comes after the quarter as well", async () => {
  const before = (await scoreOf("by_quarter", "2026-Q1")).total;
  await example.enter(secretary, example.branch, { template: "general_meeting", on: "2026-03-30" });
  await example.settle();
  const { total, adjustment } = await scoreOf("by_quarter", "2026-Q1");
  expect(total).toBe(before);
  expect(adjustment?.adjustment).toMatch(/^[1-9]/);
});

test("the quarter is published after its publicity, and closed", async () => {
  example.clock.set("2026-04-15T01:00:00.000Z");
  const board = { scheme: "by_quarter", period: "2026-Q1", class: "生产类" };
  const published = await leader.ask("publishBoard", { params: { organizationId: example.rootId }, body: board });
  expect(published).toMatchObject({ period: "2026-Q1", organizations: 2 });
  expect(await office.ask("closePeriod", quarter)).toMatchObject({ state: "closed", closing: 4 });
  const { items } = await office.ask("listPeriods", { query: { year: 2026, span: "quarter" } });
  expect(items[0]).toMatchObject({ period: "2026-Q1", state: "closed", openDisputes: 0 });
  expect(items[0]?.lateEntries).toBeGreaterThan(0);
});
