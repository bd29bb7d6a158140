import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";

let group: AssessedGroup;
let branch: string;
let office: Client;
const months = ["2026-01", "2026-02", "2026-03"];
const name = { zh: "考核", en: "Assessment" };

/** A scheme of one leaf, adopted at the top. */
async function adopt(code: string, indicator: string, cadence: "month" | "quarter"): Promise<void> {
  const leaf = { kind: "leaf", indicator, version: 1, fullMarks: "100" };
  const root = { kind: "sum", code: `${code}_total`, name, children: [leaf] };
  const body = schemeBody.parse({ code, version: 1, name, cadence, root });
  await group.query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum) VALUES ($1, $2, 1, $3::jsonb, 'test')",
    [group.tenantId, code, JSON.stringify(body)],
  );
  await group.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     VALUES ($1, $2, $3, '2026-01-01', 1, now())`,
    [group.tenantId, group.rootId, code],
  );
}

/** Totals by basis. */
async function totals(scheme: string, from: string): Promise<Record<string, string | null>> {
  const rows = await group.query<{ basis: string; total: string | null }>(
    "SELECT basis, total::text FROM score_sheet WHERE organization_id = $1 AND scheme_code = $2 AND period_from = $3",
    [branch, scheme, from],
  );
  return Object.fromEntries(rows.map(({ basis, total }) => [basis, total]));
}

/** Settles what is pending as zero. */
async function settle(period: string): Promise<void> {
  for (;;) {
    const { items } = await office.ask("listPendingLeaves", { params: { period } });
    if (items.length === 0) break;
    for (const { organizationId, scheme, line } of items) {
      await office.ask("settleLeaf", {
        params: { organizationId },
        body: { scheme: scheme.code, line, period, outcome: "zero", value: null, reason: "没有报来" },
      });
    }
    await group.fold();
  }
}

async function close(period: string): Promise<void> {
  await settle(period);
  await office.ask("closePeriod", { params: { period } });
}

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("A");
  await adopt("safety_only", "safety_events", "month");
  await adopt("quarter_figure", "monthly_figure", "quarter");
  await bookFacts(
    group,
    months.map((month) => passed(branch, month, "8")),
  );
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("office.2", "party_affairs_officer");
  await group.fold();
  for (const month of months) await close(month);
  await close("2026-Q1");
});
afterAll(() => group.close());

test("a delivery that comes after the close leaves the closed figure and shows as an adjustment", async () => {
  expect(await totals("safety_only", "2026-03-01")).toEqual({ published: "0.00" });
  const data = await group.caller("data.2", "data_officer");
  await data.ask("importMeasures", {
    params: { organizationId: group.rootId },
    body: { source: "safety", month: "2026-03", deliveries: [{ organizationCode: "A", figures: [] }] },
  });
  await group.fold();
  const after = await totals("safety_only", "2026-03-01");
  expect(after.published).toBe("0.00");
  expect(Number(after.adjusted)).toBeGreaterThan(0);
});

test("a late fact of a month leaves the closed quarter that reads the month's figure, and adjusts it", async () => {
  const before = await totals("quarter_figure", "2026-01-01");
  expect(before.adjusted).toBeUndefined();
  await bookFacts(group, [
    passed(branch, "2026-03", "10", { countsOn: "2026-03-20", postedIn: "2026-04", closing: 9 }),
  ]);
  await group.fold();
  const after = await totals("quarter_figure", "2026-01-01");
  expect(after.published).toBe(before.published);
  expect(after.adjusted).not.toBe(before.published);
  expect(after.adjusted).toBeDefined();
});

test("a late fact of a month in 公示 leaves the figure that is shown there, and adjusts it", async () => {
  group.clock.set("2026-05-07T06:00:00.000Z");
  office = await group.caller("office.3", "party_affairs_officer");
  await bookFacts(group, [passed(branch, "2026-04", "8", { closing: 5 })]);
  await settle("2026-04");
  await office.ask("startPublicity", { params: { period: "2026-04" } });
  expect(await totals("monthly", "2026-04-01")).toEqual({ published: "80.00" });
  await bookFacts(group, [passed(branch, "2026-04", "2", { countsOn: "2026-04-20", postedIn: "2026-05", closing: 9 })]);
  expect(await totals("monthly", "2026-04-01")).toEqual({ published: "80.00", adjusted: "50.00" });
});
