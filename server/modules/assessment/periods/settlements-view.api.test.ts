import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { openStage } from "../../../testing/stage.ts";

let example: Example;
let office: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  await example.adopt("monthly_safety");
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  example.clock.set("2026-04-06T01:00:00.000Z");
  await example.settle();
});
afterAll(() => example.close());

const march = { params: { period: "2026-03" } };
const settle = (organizationId: string, body: object) =>
  office.ask("settleLeaf", {
    params: { organizationId },
    body: {
      scheme: "monthly_safety",
      line: "safety_events",
      period: "2026-03",
      outcome: "zero",
      value: null,
      reason: "安监部没有报来",
      ...body,
    },
  });

test("what was settled is listed with its reason and who did it, page by page", async () => {
  expect((await office.ask("listSettlements", march)).items).toEqual([]);
  await settle(example.branch.id, {});
  await settle(example.other.id, { outcome: "value", value: "2.50", reason: "按安监部电话" });
  await example.settle();
  const { version, items, next } = await office.ask("listSettlements", march);
  expect([version, next]).toEqual([1, null]);
  const told = items.map(({ organizationId, outcome, value, reason, counts, line, fullMarks }) => [
    organizationId,
    outcome,
    value,
    reason,
    counts,
    line,
    fullMarks,
  ]);
  expect(new Set(told.map(String))).toEqual(
    new Set([
      `${example.branch.id},zero,,安监部没有报来,true,safety_events,30`,
      `${example.other.id},value,2.5,按安监部电话,true,safety_events,30`,
    ]),
  );
  const first = await office.ask("listSettlements", { ...march, query: { limit: 1 } });
  const second = await office.ask("listSettlements", { ...march, query: { limit: 1, after: first.next as string } });
  expect([...first.items, ...second.items, second.next]).toEqual([...items, null]);
});

test("a settlement that was replaced is listed as it stands now", async () => {
  await settle(example.branch.id, { outcome: "not_applicable", reason: "不涉及安全生产" });
  const { items } = await office.ask("listSettlements", march);
  expect(items.find(({ organizationId }) => organizationId === example.branch.id)).toMatchObject({
    outcome: "not_applicable",
    reason: "不涉及安全生产",
    counts: true,
  });
});

test("one that data came before is told not to count any more", async () => {
  const deliveries = [{ organizationId: example.other.id, figures: [] }];
  const params = { organizationId: example.rootId };
  await office.ask("importMeasures", { params, body: { source: "safety", month: "2026-03", deliveries } });
  await example.settle();
  const { items } = await office.ask("listSettlements", march);
  expect(items.map(({ organizationId, counts }) => [organizationId, counts])).toEqual(
    expect.arrayContaining([
      [example.branch.id, true],
      [example.other.id, false],
    ]),
  );
});

test("another month and the quarter that begins the same day list nothing of it", async () => {
  for (const period of ["2026-02", "2026-Q1"]) {
    expect((await office.ask("listSettlements", { params: { period } })).items).toEqual([]);
  }
});
