import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { markMissingSheets } from "./mark-missing-sheets.ts";

let group: AssessedGroup;
let office: Client;
let committee: string;
let branch: string;

const name = { zh: "基层党委", en: "Committees" };

async function assess(code: string, over: object): Promise<void> {
  const leaf = { kind: "leaf", indicator: "outage_hours", version: 1, fullMarks: "20" };
  const root = { kind: "sum", code: `${code}_all`, name, children: [leaf] };
  const body = schemeBody.parse({ code, version: 1, name, root, ...over });
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

beforeAll(async () => {
  group = await assessedGroup();
  committee = await group.organization("C", { kind: "COMMITTEE" });
  branch = await group.organization("A", { parentId: committee, class: "管理类" });
  await assess("of_committees", { appliesTo: { kinds: ["COMMITTEE"], classes: [] } });
  await assess("by_the_quarter", { cadence: "quarter", appliesTo: { kinds: ["BRANCH"], classes: ["管理类"] } });
  await assess("elsewhere", { appliesTo: { kinds: ["BRANCH"], classes: ["生产类"] } });
  group.clock.set("2026-05-07T06:00:00.000Z");
  office = await group.caller("officer", "party_affairs_officer");
});
afterAll(() => group.close());

const mark = (monthsBack: number) => markMissingSheets(group.application.workshop, group.tenantId, monthsBack);
const sheets = (scheme: string) =>
  group.query<{ organization_id: string; period_from: string }>(
    `SELECT organization_id, period_from::text FROM score_sheet WHERE scheme_code = $1 AND organization_id <> $2
     ORDER BY period_from`,
    [scheme, group.rootId],
  );

test("at first only this month is asked for, of each scheme's own kinds, classes and length", async () => {
  await mark(0);
  await group.fold();
  expect(await sheets("of_committees")).toEqual([{ organization_id: committee, period_from: "2026-05-01" }]);
  expect(await sheets("by_the_quarter")).toEqual([{ organization_id: branch, period_from: "2026-04-01" }]);
  expect(await sheets("elsewhere")).toEqual([]);
});

test("looking back, every open period from the adoption on has its sheet, and once is enough", async () => {
  expect(await mark(13)).toBeGreaterThan(0);
  expect(await mark(13)).toBe(0);
  await group.fold();
  const months = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01", "2026-05-01"];
  expect((await sheets("of_committees")).map(({ period_from }) => period_from)).toEqual(months);
  expect((await sheets("by_the_quarter")).map(({ period_from }) => period_from)).toEqual(["2026-01-01", "2026-04-01"]);
  expect(await mark(13)).toBe(0);
});

test("what nobody had delivered can be settled, and the month is closed", async () => {
  const period = "2026-03";
  const { items } = await office.ask("listPendingLeaves", { params: { period } });
  expect(items.map(({ organizationId, scheme }) => [organizationId, scheme.code])).toContainEqual([
    committee,
    "of_committees",
  ]);
  for (const { organizationId, scheme, line } of items) {
    const body = { scheme: scheme.code, line, period, outcome: "zero" as const, value: null, reason: "没有报来" };
    await office.ask("settleLeaf", { params: { organizationId }, body });
  }
  await group.fold();
  expect((await office.ask("closePeriod", { params: { period } })).state).toBe("closed");
});
