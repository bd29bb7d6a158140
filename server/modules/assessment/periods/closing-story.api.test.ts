import { afterAll, beforeAll, expect, test } from "vitest";
import type { Client } from "../../../testing/client.ts";
import { type Example, openExample } from "../../../testing/example-branch.ts";
import { openStage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { loadDefinitions } from "../definitions.ts";

let example: Example;
let office: Client;
let secretary: Client;
beforeAll(async () => {
  example = await openExample(await openStage());
  await example.adopt("monthly_full");
  await example.adopt("monthly_safety");
  await example.adopt("scheme_631");
  office = await example.client("office2", "party_affairs_officer", example.rootId);
  secretary = await example.client("secretary", "branch_secretary", example.branch.id);
});
afterAll(() => example.close());

const scoreOf = (scheme: string, period: string, version?: number) =>
  office.ask("getScore", {
    params: { organizationId: example.branch.id, period },
    query: { scheme, ...(version === undefined ? {} : { version }) },
  });
const leafOf = async (period: string, version?: number) => {
  const { lines } = await scoreOf("monthly_full", period, version);
  return lines.find(({ code }) => code === "meetings_on_time")?.points;
};

test("January and February give 40.00 for the first leaf: what was held early counts in March", async () => {
  const { branch } = example;
  const [one, two] = branch.groupIds;
  for (const month of ["01", "02", "03"]) {
    example.clock.set(`2026-${month}-20T06:00:00.000Z`);
    await example.enter(secretary, branch, { template: "committee_meeting", on: `2026-${month}-12` });
    await example.enter(secretary, branch, { template: "group_meeting", on: `2026-${month}-13`, groupId: one });
    if (month !== "03")
      await example.enter(secretary, branch, { template: "group_meeting", on: `2026-${month}-14`, groupId: two });
    if (month === "01") await example.enter(secretary, branch, { template: "general_meeting", on: "2026-01-15" });
    if (month === "02") await example.enter(secretary, branch, { template: "party_lecture", on: "2026-02-10" });
  }
  await example.settle();
  expect([await leafOf("2026-01"), await leafOf("2026-02")]).toEqual(["40.00", "40.00"]);
});

test("a leaf isn't settled while its month runs: what it waits for may still come", async () => {
  const params = { organizationId: example.branch.id };
  const refused = await office.call("settleLeaf", { params, body: { ...settlement, period: "2026-03" } });
  expect(refused.refusal.code).toBe("settlement.period_running");
});

const march = { params: { period: "2026-03" } };
const settlement = {
  scheme: "monthly_safety",
  line: "safety_events",
  outcome: "zero",
  value: null,
  reason: "安监部没有报来",
} as const;
const codeOf = async (asked: Promise<{ refusal: { code: string } }>) => (await asked).refusal.code;

test("March can't close before its grace days are over, by publicity neither", async () => {
  example.clock.set("2026-04-05T15:00:00.000Z");
  await example.settle();
  const before = await tableMarks(example.database.superUrl);
  const refused = await office.call("closePeriod", march);
  expect(refused.refusal).toMatchObject({ code: "period.grace_days", values: { from: "2026-04-06" } });
  expect(await codeOf(office.call("startPublicity", march))).toBe("period.grace_days");
  expect(await tableMarks(example.database.superUrl)).toEqual(before);
});

test("nor while leaves are pending; each is settled with a reason", async () => {
  example.clock.set("2026-04-06T01:00:00.000Z");
  const before = await tableMarks(example.database.superUrl);
  expect((await office.call("closePeriod", march)).refusal).toMatchObject({
    code: "period.leaves_pending",
    values: { count: 2 },
  });
  expect(await tableMarks(example.database.superUrl)).toEqual(before);
  const { items } = await office.ask("listPendingLeaves", march);
  expect(items.map(({ organizationId, scheme, line }) => [organizationId, scheme.code, line])).toEqual([
    [example.branch.id, "monthly_safety", "safety_events"],
    [example.other.id, "monthly_safety", "safety_events"],
  ]);
  const first = await office.ask("listPendingLeaves", { ...march, query: { limit: 1 } });
  const second = await office.ask("listPendingLeaves", { ...march, query: { limit: 1, after: first.next as string } });
  expect([...first.items, ...second.items, second.next]).toEqual([...items, null]);
  const settle = (body: object, organizationId = example.branch.id) =>
    office.call("settleLeaf", { params: { organizationId }, body: { ...settlement, period: "2026-03", ...body } });
  expect(await codeOf(settle({ outcome: "value" }))).toBe("settlement.value_missing");
  expect(await codeOf(settle({ value: "1" }))).toBe("settlement.value_not_needed");
  expect(await codeOf(settle({ line: "meetings_on_time" }))).toBe("settlement.leaf_not_pending");
  const right = { params: { organizationId: example.branch.id }, body: { ...settlement, period: "2026-03" } };
  await example.audited(office, "settleLeaf", right);
  expect(await codeOf(settle({}))).toBe("settlement.already_settled");
  expect((await settle({ outcome: "not_applicable" }, example.other.id)).status).toBe(200);
});

test("a settlement made by mistake is replaced while the month is open, and the audit keeps both", async () => {
  const lineOf = async () => {
    await example.settle();
    const { lines } = await scoreOf("monthly_safety", "2026-03");
    const line = lines.find(({ code }) => code === "safety_events");
    return [line?.state, line?.points, line?.why];
  };
  const right = { params: { organizationId: example.branch.id }, body: { ...settlement, period: "2026-03" } };
  const otherwise = (body: object) => ({ ...right, body: { ...right.body, ...body } });
  expect(await lineOf()).toEqual(["scored", "0.00", "settled"]);
  await example.audited(office, "settleLeaf", otherwise({ outcome: "not_applicable", reason: "不涉及安全生产" }));
  expect(await lineOf()).toEqual(["not_applicable", null, "settled"]);
  await example.audited(office, "settleLeaf", otherwise({ outcome: "value", value: "0", reason: "补报为零" }));
  expect(await lineOf()).toEqual(["scored", "30.00", "settled"]);
  expect(
    await example.refused(office, "settleLeaf", otherwise({ outcome: "value", value: "0.0", reason: "补报为零" })),
  ).toBe("settlement.already_settled");
  await example.audited(office, "settleLeaf", right);
  const entries = await example.query<{ before: string | null; after: string }>(
    `SELECT before_digest AS before, after_digest AS after FROM audit_entry
     WHERE action = 'assessment.settle_leaf' AND object LIKE 'leaf safety_events of ' || $1 || ' %' ORDER BY id`,
    [example.branch.id],
  );
  expect(entries.map(({ before }) => before)).toEqual([null, ...entries.slice(0, -1).map(({ after }) => after)]);
  expect(entries).toHaveLength(4);
  expect(await example.query("SELECT 1 FROM settlement")).toHaveLength(2);
});

test("data that come before the close stand instead of a settlement, which can't be replaced any more", async () => {
  const deliveries = [{ organizationId: example.other.id, figures: [] }];
  const params = { organizationId: example.rootId };
  await office.ask("importMeasures", { params, body: { source: "safety", month: "2026-03", deliveries } });
  await example.settle();
  const late = { params: { organizationId: example.other.id }, body: { ...settlement, period: "2026-03" } };
  expect(await example.refused(office, "settleLeaf", late)).toBe("settlement.leaf_not_pending");
});

test("closing freezes the tree and changes no number but full marks where nothing happened", async () => {
  await example.settle();
  const [before, findings] = [await scoreOf("monthly", "2026-03"), await scoreOf("monthly_full", "2026-03")];
  const stateOf = ({ lines }: typeof findings) => lines.find(({ code }) => code === "overdue_findings")?.state;
  expect([await leafOf("2026-03"), stateOf(findings)]).toEqual(["32.00", "pending"]);
  const closed = await office.ask("closePeriod", march);
  expect(closed).toMatchObject({ state: "closed", version: 1, closing: 1, organizations: 7 });
  const after = await scoreOf("monthly", "2026-03");
  expect([await leafOf("2026-03"), after.total, after.lines]).toEqual(["32.00", before.total, before.lines]);
  expect((await scoreOf("monthly_full", "2026-03")).lines.at(-1)).toMatchObject({ state: "scored", points: "30.00" });
  const stored = await example.query<{ findings: string }>(
    "SELECT lines->>-1 AS findings FROM score_sheet WHERE scheme_code = 'monthly_full' AND period_from = '2026-03-01'",
  );
  expect(stored.map(({ findings }) => findings.split(" ")[0])).toEqual(["30.00", "30.00"]);
  const [year] = await example.query<{ lines: string[] }>(
    "SELECT lines FROM score_sheet WHERE scheme_code = 'scheme_631' AND organization_id = $1",
    [example.branch.id],
  );
  const reading = example.application.workshop.database.reading(example.tenantId);
  const { frames } = await loadDefinitions(reading, example.tenantId, "scheme_631", 1);
  expect(year?.lines[frames.findIndex(({ code }) => code === "monthly_figure")]).toMatch(`${after.total} `);
  expect(await example.query("SELECT 1 FROM outbox")).toEqual([]);
  const [structure] = await example.query<{ members: number; class: string; whole: boolean }>(
    "SELECT members, class, whole FROM period_structure WHERE organization_id = $1",
    [example.branch.id],
  );
  expect(structure).toEqual({ members: 9, class: "生产类", whole: true });
});

test("a closed month isn't closed again, nor settled, nor published without publicity", async () => {
  const before = await tableMarks(example.database.superUrl);
  expect(await codeOf(office.call("closePeriod", march))).toBe("period.already_closed");
  expect(await codeOf(office.call("startPublicity", march))).toBe("period.not_open");
  const body = { ...settlement, period: "2026-03" };
  expect(await codeOf(office.call("settleLeaf", { params: { organizationId: example.branch.id }, body }))).toBe(
    "settlement.period_not_open",
  );
  expect(await tableMarks(example.database.superUrl)).toEqual(before);
});

test("what is entered on 04-20 leaves the board at 32.00 and adjusts the quarter's mean by 4.00", async () => {
  for (const period of ["2026-01", "2026-02"]) {
    for (const leaf of (await office.ask("listPendingLeaves", { params: { period } })).items)
      await office.ask("settleLeaf", {
        params: { organizationId: leaf.organizationId },
        body: { ...settlement, period },
      });
    await office.ask("closePeriod", { params: { period } });
  }
  const quarter = async () =>
    office.ask("getScore", { params: { organizationId: example.branch.id, period: "2026-Q1" } });
  const totals = async () => (await quarter()).mean?.counted.map(({ total }) => Number(total)) ?? [];
  const before = await totals();
  await example.query(
    "UPDATE obligation SET period_to = '2026-04-10', extended_to = '2026-04-10' WHERE subject_id = $1 AND due_on = '2026-03-31'",
    [example.branch.groupIds[1]],
  );
  example.clock.set("2026-04-20T06:00:00.000Z");
  await example.enter(secretary, example.branch, {
    template: "group_meeting",
    on: "2026-04-02",
    groupId: example.branch.groupIds[1],
  });
  await example.settle();
  expect(await leafOf("2026-03")).toBe("32.00");
  const { items } = await office.ask("listAdjustments", {
    params: { organizationId: example.rootId },
    query: { period: "2026-04" },
  });
  expect(items.map(({ scheme, change }) => [scheme.code, change])).toEqual([
    ["monthly", "4.00"],
    ["monthly_full", "4.00"],
    ["monthly_safety", "4.00"],
  ]);
  expect(items[0]).toMatchObject({ organizationId: example.branch.id, period: "2026-03", entries: 1, gone: false });
  expect(items[0]?.facts).toMatchObject([{ kind: "obligation.discharged", countsOn: "2026-03-31", sign: 1 }]);
  const ended = (day: string | null) =>
    example.query("UPDATE organization SET valid_to = $1::date WHERE id = $2", [day, example.branch.id]);
  const adjusted = { params: { organizationId: example.rootId }, query: { period: "2026-04", limit: 2 } };
  await ended("2026-03-31");
  const page = await office.ask("listAdjustments", adjusted);
  expect(page.items.map(({ gone }) => gone)).toEqual([true, true]);
  await ended(null);
  const rest = await office.ask("listAdjustments", {
    ...adjusted,
    query: { ...adjusted.query, after: page.next as string },
  });
  expect([...page.items, ...rest.items].map(({ scheme }) => scheme.code)).toEqual(
    items.map(({ scheme }) => scheme.code),
  );
  const after = await totals();
  expect(after.map((total, index) => (total - (before[index] ?? 0)).toFixed(2))).toEqual(["0.00", "0.00", "4.00"]);
  const listed = await office.ask("listPeriods", { query: { year: 2026 } });
  expect(listed.items[2]).toMatchObject({
    period: "2026-03",
    state: "closed",
    version: 1,
    lateEntries: 1,
    pendingLeaves: 0,
  });
});

test("reopened as version 2 it gives 36.00, and version 1 still 32.00", async () => {
  expect(await codeOf(office.call("reopenPeriod", { params: { period: "2026-04" }, body: { reason: "r" } }))).toBe(
    "period.not_closed",
  );
  const body = { reason: "延期的党小组会补录" };
  expect(await office.ask("reopenPeriod", { ...march, body })).toMatchObject({
    state: "open",
    version: 2,
    closing: null,
  });
  expect([await leafOf("2026-03"), await leafOf("2026-03", 1)]).toEqual(["36.00", "32.00"]);
  expect(await office.ask("closePeriod", march)).toMatchObject({ state: "closed", version: 2, closing: 4 });
  expect([await leafOf("2026-03"), await leafOf("2026-03", 1)]).toEqual(["36.00", "32.00"]);
  const { items } = await office.ask("listPeriods", { query: { year: 2026 } });
  expect(items[2]?.versions.map(({ version, closing, reason }) => [version, closing, reason])).toEqual([
    [2, 4, "延期的党小组会补录"],
    [1, 1, null],
  ]);
  const adjustments = { params: { organizationId: example.rootId }, query: { period: "2026-04" } };
  expect((await office.ask("listAdjustments", adjustments)).items).toEqual([]);
});

test("the quarter closes once its months have, and then holds them", async () => {
  const quarter = { params: { period: "2026-Q1" } };
  expect(await office.ask("closePeriod", quarter)).toMatchObject({ period: "2026-Q1", state: "closed", closing: 5 });
  expect((await office.call("reopenPeriod", { ...march, body: { reason: "r" } })).refusal).toMatchObject({
    code: "period.longer_not_open",
    values: { longer: "2026-Q1" },
  });
  expect((await office.call("closePeriod", { params: { period: "2026" } })).refusal.code).toBe("period.grace_days");
});
