import type { Body } from "@dutyloop/contract/endpoints.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";

type Correction = Body<"correctFigure">;

let group: AssessedGroup;
let office: Client;
let data: Client;
const ids: Record<string, string> = {};
beforeAll(async () => {
  group = await assessedGroup();
  for (const code of ["ZB-01", "ZB-02", "ZB-03"]) ids[code] = await group.organization(code);
  await group.office.ask("adoptScheme", {
    params: { organizationId: group.rootId },
    body: { code: "monthly_safety", version: 1, periodFrom: "2026-03-01" },
  });
  await comes("2026-03-18");
  const deliveries = [
    { organizationCode: "ZB-01", figures: [event("3"), { ...event("1"), note: "另一起" }] },
    { organizationCode: "ZB-02", figures: [event("1")] },
    { organizationCode: "ZB-03", figures: [] },
  ];
  await data.ask("importMeasures", { params: top(), body: { ...march, deliveries } });
});
afterAll(() => group.close());

const march = { source: "safety", month: "2026-03" };
const top = () => ({ organizationId: group.rootId });
const event = (quantity: string) => ({
  kind: "metric" as const,
  metric: "safety_events",
  occurredOn: "2026-03-11",
  quantity,
  attributes: { severity: "general" },
});

let callers = 0;
/** Another day: whoever works on it signs in anew. */
async function comes(day: string): Promise<void> {
  callers += 1;
  group.clock.set(`${day}T06:00:00.000Z`);
  office = await group.caller(`office${callers}`, "party_affairs_officer");
  data = await group.caller(`data${callers}`, "data_officer");
}

async function figuresOf(code: string) {
  const { items } = await data.ask("listFigures", { params: { organizationId: ids[code] as string }, query: march });
  return items;
}
async function factOf(code: string, quantity: string): Promise<string> {
  const found = (await figuresOf(code)).find((figure) => figure.quantity === quantity);
  return found?.factId as string;
}
const correcting = (code: string, over: Partial<Correction>) => ({
  params: { organizationId: ids[code] as string },
  body: { ...march, factId: "", instead: null, reason: "多报了两起", ...over } as Correction,
});

async function scoreOf(code: string) {
  await group.fold();
  return office.ask("getScore", {
    params: { organizationId: ids[code] as string, period: "2026-03" },
    query: { scheme: "monthly_safety" },
  });
}
async function safety(code: string) {
  const line = (await scoreOf(code)).lines.find((one) => one.code === "safety_events");
  return [line?.state, line?.points];
}
/** Everything that was ever delivered for one organisation, and what became of it. */
async function historyOf(code: string) {
  const asked = { params: { organizationId: ids[code] as string }, query: { ...march, which: "all", reach: "own" } };
  const { deliveries, entries, items } = await data.ask("listFigures", asked as never);
  return { deliveries, entries, rows: items.map(({ quantity, origin, state }) => [quantity, origin, state].join(" ")) };
}
async function receiptOf(code: string) {
  const asked = { params: { organizationId: ids[code] as string }, query: march };
  const { deliveries, figures } = (await data.ask("listReceipts", asked)).items[0] ?? {};
  return [deliveries, figures];
}
const lastAudit = async () => {
  const [entry] = await group.query<{ action: string; object: string; before: string | null; after: string | null }>(
    "SELECT action, object, before_digest AS before, after_digest AS after FROM audit_entry ORDER BY recorded_at DESC, id DESC LIMIT 1",
  );
  return entry;
};

test("who delivers sees the figures that count, page by page", async () => {
  const all = await data.ask("listFigures", { params: top(), query: march });
  expect(
    all.items.map(({ organizationCode, metric, quantity, note, origin }) => [
      organizationCode,
      metric,
      quantity,
      note,
      origin,
    ]),
  ).toEqual([
    ["ZB-01", "safety_events", "3", "", "delivery"],
    ["ZB-01", "safety_events", "1", "另一起", "delivery"],
    ["ZB-02", "safety_events", "1", "", "delivery"],
  ]);
  expect(all.items[0]?.metricName?.zh).toBe("安全事件");
  expect([all.deliveries, all.entries]).toEqual([0, "open"]);
  const first = await data.ask("listFigures", { params: top(), query: { ...march, limit: 2 } });
  const rest = await data.ask("listFigures", { params: top(), query: { ...march, after: first.next as string } });
  expect([...first.items, ...rest.items]).toEqual(all.items);
  expect(rest.next).toBeNull();
});

test("a correction that says nothing, nothing new or something wrong is refused", async () => {
  const factId = await factOf("ZB-01", "3");
  const refused = (over: Partial<Correction>, code: string) =>
    group.refused(data, "correctFigure", correcting("ZB-01", { factId, ...over }), code);
  await refused({ factId: await factOf("ZB-02", "1") }, "measure.figure_unknown");
  await refused({ source: "operations" }, "measure.figure_unknown");
  await refused({ month: "2026-02" }, "measure.figure_unknown");
  await refused({ instead: event("3.0") }, "measure.figure_unchanged");
  await refused({ instead: { ...event("1"), note: "另一起" } }, "measure.figure_twice");
  await refused({ instead: { ...event("1"), occurredOn: "2026-04-01" } }, "measure.outside_month");
  await refused({ instead: { ...event("1"), metric: "nobody_reads" } }, "measure.metric_unknown");
  await refused({ instead: { ...event("1"), attributes: { category: "login_count" } } }, "measure.red_line");
  await refused({ reason: " " }, "request.invalid");
});

test("in an open month a correction is a storno and a new fact, and the sheet changes; before and after are audited", async () => {
  expect(await safety("ZB-01")).toEqual(["scored", "22.00"]);
  const factId = await factOf("ZB-01", "3");
  expect(await data.ask("correctFigure", correcting("ZB-01", { factId, instead: event("2") }))).toEqual({
    afterClose: false,
  });
  expect(await lastAudit()).toMatchObject({
    action: "assessment.correct_figure",
    object: `figure ${factId} of safety for 2026-03`,
    before: expect.anything(),
    after: expect.anything(),
  });
  expect(await safety("ZB-01")).toEqual(["scored", "24.00"]);
  expect(
    await group.query(
      "SELECT sign, quantity::text, corrects = $1 AS takes_back, details->>'reason' AS reason FROM fact WHERE organization_id = $2 AND (corrects = $1 OR source_version = 2) ORDER BY sign, id",
      [factId, ids["ZB-01"]],
    ),
  ).toEqual([
    { sign: -1, quantity: "3", takes_back: true, reason: "多报了两起" },
    { sign: 1, quantity: "2", takes_back: null, reason: "多报了两起" },
  ]);
  const corrected = (await figuresOf("ZB-01")).find(({ quantity }) => quantity === "2");
  expect([corrected?.origin, corrected?.reason]).toEqual(["correction", "多报了两起"]);
  await group.refused(data, "correctFigure", correcting("ZB-01", { factId }), "measure.figure_reversed");
});

test("a figure taken back no longer counts, and the same file again doesn't bring it or what was corrected back", async () => {
  await data.ask("correctFigure", correcting("ZB-01", { factId: await factOf("ZB-01", "1") }));
  expect(await safety("ZB-01")).toEqual(["scored", "26.00"]);
  const figures = [event("3"), { ...event("1"), note: "另一起" }, event("2")];
  const again = await data.ask("importMeasures", {
    params: top(),
    body: { ...march, deliveries: [{ organizationCode: "ZB-01", figures }] },
  });
  expect(again.figures).toEqual({ added: 0, unchanged: 3 });
  expect(await safety("ZB-01")).toEqual(["scored", "26.00"]);
});

test("the receipt counts what counts now, and the history says of each figure what became of it", async () => {
  expect(await receiptOf("ZB-01")).toEqual([1, 1]);
  expect(await historyOf("ZB-01")).toEqual({
    deliveries: 1,
    entries: "open",
    rows: ["3 delivery corrected", "1 delivery withdrawn", "2 correction in_force"],
  });
  expect(await receiptOf("ZB-03")).toEqual([1, 0]);
});

test("back to what it was and corrected again: each time one fact stands", async () => {
  for (const quantity of ["3", "2", "3", "2"]) {
    const [figure] = await figuresOf("ZB-01");
    await data.ask(
      "correctFigure",
      correcting("ZB-01", { factId: figure?.factId as string, instead: event(quantity) }),
    );
    expect((await figuresOf("ZB-01")).map((one) => one.quantity)).toEqual([quantity]);
  }
  expect(await safety("ZB-01")).toEqual(["scored", "26.00"]);
});

test("a delivery withdrawn as a whole leaves the organisation awaited, and it may be delivered for anew", async () => {
  const withdrawing = { params: { organizationId: ids["ZB-02"] as string }, body: { ...march, reason: "报错了单位" } };
  expect(await safety("ZB-02")).toEqual(["scored", "28.00"]);
  expect(await data.ask("withdrawDelivery", withdrawing)).toEqual({ deliveries: 1, figures: 1, afterClose: false });
  expect((await lastAudit())?.action).toBe("assessment.withdraw_delivery");
  expect(await safety("ZB-02")).toEqual(["pending", null]);
  expect(await figuresOf("ZB-02")).toEqual([]);
  expect(await historyOf("ZB-02")).toEqual({ deliveries: 0, entries: "open", rows: ["1 delivery withdrawn"] });
  const missing = await data.ask("listReceipts", { params: top(), query: { ...march, which: "missing" } });
  expect(missing.items.map(({ organizationCode }) => organizationCode)).toEqual(["ZB-02"]);
  await group.refused(data, "withdrawDelivery", withdrawing, "measure.nothing_delivered");
  const body = { ...march, deliveries: [{ organizationCode: "ZB-02", figures: [event("1")] }] };
  expect((await data.ask("importMeasures", { params: top(), body })).figures).toEqual({ added: 1, unchanged: 0 });
  expect(await safety("ZB-02")).toEqual(["scored", "28.00"]);
});

test("a 零报告 withdrawn is pending again", async () => {
  expect(await safety("ZB-03")).toEqual(["scored", "30.00"]);
  const params = { organizationId: ids["ZB-03"] as string };
  const withdrawn = await data.ask("withdrawDelivery", { params, body: { ...march, reason: "没有核实" } });
  expect(withdrawn).toEqual({ deliveries: 1, figures: 0, afterClose: false });
  expect(await safety("ZB-03")).toEqual(["pending", null]);
  const body = { ...march, deliveries: [{ organizationCode: "ZB-03", figures: [] }] };
  await data.ask("importMeasures", { params: top(), body });
  expect(await safety("ZB-03")).toEqual(["scored", "30.00"]);
});

test("in publicity only a dispute changes a figure, and the refusal says so", async () => {
  await comes("2026-04-07");
  await group.fold();
  await office.ask("startPublicity", { params: { period: "2026-03" } });
  const factId = await factOf("ZB-02", "1");
  const told = await group.refused(data, "correctFigure", correcting("ZB-02", { factId }), "measure.in_publicity");
  expect(told.message).toContain("申诉");
  expect((await historyOf("ZB-02")).entries).toBe("in_publicity");
  const params = { organizationId: ids["ZB-02"] as string };
  await group.refused(data, "withdrawDelivery", { params, body: { ...march, reason: "报错" } }, "measure.in_publicity");
});

function adjustedLine({ adjustment }: Awaited<ReturnType<typeof scoreOf>>) {
  const line = adjustment?.lines.find(({ code }) => code === "safety_events");
  return [line?.published, line?.adjusted];
}

test("after the close a correction is an adjustment: the published figure stays", async () => {
  await comes("2026-04-16");
  await office.ask("closePeriod", { params: { period: "2026-03" } });
  const factId = await factOf("ZB-02", "1");
  expect(await data.ask("correctFigure", correcting("ZB-02", { factId, instead: event("3") }))).toEqual({
    afterClose: true,
  });
  const score = await scoreOf("ZB-02");
  expect(score.lines.find(({ code }) => code === "safety_events")?.points).toBe("28.00");
  expect(adjustedLine(score)).toEqual(["28.00", "24.00"]);
  expect((await historyOf("ZB-02")).entries).toBe("closed");
});

test("a delivery withdrawn after the close: the published sheet stays, the adjusted one waits for what is missing", async () => {
  const params = { organizationId: ids["ZB-01"] as string };
  const withdrawn = await data.ask("withdrawDelivery", { params, body: { ...march, reason: "报错了单位" } });
  expect(withdrawn.afterClose).toBe(true);
  const score = await scoreOf("ZB-01");
  expect(score.lines.find(({ code }) => code === "safety_events")?.points).toBe("26.00");
  expect(adjustedLine(score)).toEqual(["26.00", null]);
});
