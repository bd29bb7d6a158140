import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

let group: AssessedGroup;
let data: Client;
const branches: { id: string; code: string }[] = [];
beforeAll(async () => {
  group = await assessedGroup();
  for (let number = 1; number <= 43; number += 1) {
    const code = `ZB-${String(number).padStart(2, "0")}`;
    branches.push({ id: await group.organization(code), code });
  }
  data = await group.caller("data", "data_officer");
  const params = { organizationId: group.rootId };
  await group.office.ask("adoptScheme", {
    params,
    body: { code: "monthly_safety", version: 1, periodFrom: "2026-03-01" },
  });
  await group.fold();
});
afterAll(() => group.close());

const deliver = (codes: readonly string[], figures: object[] = []) =>
  data.ask("importMeasures", {
    params: { organizationId: group.rootId },
    body: {
      source: "safety",
      month: "2026-03",
      deliveries: codes.map((organizationCode) => ({ organizationCode, figures })) as never,
    },
  });
const event = { metric: "safety_events", occurredOn: "2026-03-11", quantity: "1", attributes: { severity: "general" } };

async function safety(organizationId: string) {
  await group.fold();
  const score = await group.office.ask("getScore", {
    params: { organizationId, period: "2026-03" },
    query: { scheme: "monthly_safety" },
  });
  // What is told is worked out anew; the sheet that boards are made of must say the same.
  const stored = await group.query(
    "SELECT total::text AS total, coverage::text AS coverage FROM score_sheet WHERE organization_id = $1 AND scheme_code = 'monthly_safety'",
    [organizationId],
  );
  expect(stored).toEqual([{ total: score.total, coverage: score.coverage }]);
  const line = score.lines.find(({ code }) => code === "safety_events");
  return [line?.state, line?.points];
}
const receipts = (which: "all" | "missing" = "all") =>
  data.ask("listReceipts", {
    params: { organizationId: group.rootId },
    query: { source: "safety", month: "2026-03", which, limit: 200 },
  });
const [first, last] = [() => branches[0]?.id as string, () => branches[42]?.id as string];

test("who delivers sees the sources by name, also without the right to read schemes", async () => {
  const params = { organizationId: group.rootId };
  expect((await data.call("listIndicators", {})).refusal.code).toBe("access.not_allowed");
  const { items } = await data.ask("listSources", { params });
  const codes = items.map(({ code }) => code);
  expect(codes).toEqual([...codes].sort());
  expect(codes).not.toContain("system");
  const safety = items.find(({ code }) => code === "safety");
  expect(safety?.indicators.map(({ zh }) => zh)).toContain("安全事件");
});

test("before anything is delivered every branch is expected and missing, and its line is 待补报", async () => {
  const { expected, delivered, missing, items } = await receipts();
  expect([expected, delivered, missing, items.length]).toEqual([43, 0, 43, 43]);
  expect(await safety(first())).toEqual(["pending", null]);
});

test("of 42 of 43 branches: the 43rd is 待补报, an empty receipt is 30.00", async () => {
  const outcome = await deliver(branches.slice(0, 42).map(({ code }) => code));
  expect(outcome).toEqual({
    deliveries: { added: 42, unchanged: 0 },
    figures: { added: 0, unchanged: 0 },
    afterClose: false,
  });
  const { delivered, missing } = await receipts();
  expect([delivered, missing]).toEqual([42, 1]);
  expect((await receipts("missing")).items.map(({ organizationCode }) => organizationCode)).toEqual(["ZB-43"]);
  expect(await safety(first())).toEqual(["scored", "30.00"]);
  expect(await safety(last())).toEqual(["pending", null]);
});

test("one event later is 28.00, and the same delivery again changes nothing and says so", async () => {
  expect((await deliver(["ZB-01"], [event])).figures).toEqual({ added: 1, unchanged: 0 });
  expect(await safety(first())).toEqual(["scored", "28.00"]);
  const before = await group.query("SELECT id FROM fact");
  const again = await deliver(["ZB-01"], [event]);
  expect([again.deliveries, again.figures]).toEqual([
    { added: 0, unchanged: 1 },
    { added: 0, unchanged: 1 },
  ]);
  expect(await group.query("SELECT id FROM fact")).toEqual(before);
  expect(await safety(first())).toEqual(["scored", "28.00"]);
});

test("the event after the close is an adjustment of −2.00, and the closed figure stays", async () => {
  group.clock.set("2026-04-07T06:00:00.000Z");
  data = await group.caller("data-april", "data_officer");
  const office = await group.caller("office-april", "party_affairs_officer");
  await deliver(["ZB-43"]);
  await group.fold();
  for (const month of ["2026-01", "2026-02", "2026-03"]) await office.ask("closePeriod", { params: { period: month } });
  const late = await deliver(["ZB-02"], [event]);
  expect([late.figures, late.afterClose]).toEqual([{ added: 1, unchanged: 0 }, true]);
  await group.fold();
  const score = await office.ask("getScore", {
    params: { organizationId: branches[1]?.id as string, period: "2026-03" },
    query: { scheme: "monthly_safety" },
  });
  expect(score.lines.find(({ code }) => code === "safety_events")?.points).toBe("30.00");
  const line = score.adjustment?.lines.find(({ code }) => code === "safety_events");
  expect([line?.published, line?.adjusted]).toEqual(["30.00", "28.00"]);
});
