import type { Body } from "@dutyloop/contract/endpoints.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { password } from "../../../testing/accounts.ts";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import type { Client } from "../../../testing/client.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";
import { whatDiffersAnew } from "../../../testing/scores-anew.ts";

let group: AssessedGroup;
let branch: string;
let office: Client;
let secretary: Client;
const period = "2026-03";
const name = { zh: "安全和月积分", en: "Safety and the month" };

/** Two leaves: deliveries of the safety system, and the figure of the month itself. */
const both = schemeBody.parse({
  code: "both",
  version: 1,
  name,
  root: {
    kind: "sum",
    code: "both_total",
    name,
    children: [
      { kind: "leaf", indicator: "safety_events", version: 1, fullMarks: "30" },
      { kind: "leaf", indicator: "monthly_figure", version: 1, fullMarks: "70" },
    ],
  },
});

/** Another day: whoever works on it signs in again. */
async function comes(day: string): Promise<void> {
  group.clock.set(`${day}T06:00:00.000Z`);
  await office.signIn("officer", password, "group");
  await secretary.signIn("secretary", password, "group");
}

async function settle(month: string): Promise<void> {
  const { items } = await office.ask("listPendingLeaves", { params: { period: month } });
  for (const { organizationId, scheme, line } of items) {
    const settled = { scheme: scheme.code, line, period: month, outcome: "zero" as const, value: null, reason: "没有" };
    await office.ask("settleLeaf", { params: { organizationId }, body: settled });
  }
  await group.fold();
}

type Sheet = { basis: string; total: string | null; lines: string[] };
const sheets = () =>
  group.query<Sheet>(
    `SELECT basis, total::text AS total, lines FROM score_sheet
     WHERE organization_id = $1 AND scheme_code = 'both' AND period_from = '2026-03-01' ORDER BY basis DESC`,
    [branch],
  );

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("A");
  await group.query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum) VALUES ($1, 'both', 1, $2::jsonb, 'test')",
    [group.tenantId, JSON.stringify(both)],
  );
  await group.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     VALUES ($1, $2, 'both', '2026-01-01', 1, now())`,
    [group.tenantId, group.rootId],
  );
  await bookFacts(group, [passed(branch, period, "8")]);
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("officer", "party_affairs_officer");
  secretary = await group.caller("secretary", "branch_secretary", branch);
  await settle(period);
  await office.ask("startPublicity", { params: { period } });
  await comes("2026-04-08");
}, 60_000);
afterAll(() => group.close());

test("from the start of 公示 a scheme reads the figure of its own month, settled or not", async () => {
  expect(await sheets()).toEqual([{ basis: "published", total: "56.00", lines: ["56.00", "0.00*", "56.00 80"] }]);
});

test("what comes during the 公示 leaves the sheet as it is, and an answer is worked out on the same data", async () => {
  const data = await group.caller("data", "data_officer");
  await data.ask("importMeasures", {
    params: { organizationId: group.rootId },
    body: { source: "safety", month: period, deliveries: [{ organizationCode: "A", figures: [] }] },
  });
  const late = { countsOn: "2026-03-20", postedIn: "2026-04", closing: 2 };
  await bookFacts(group, [passed(branch, period, "10", late)]);
  expect(await sheets()).toEqual([
    { basis: "published", total: "56.00", lines: ["56.00", "0.00*", "56.00 80"] },
    { basis: "adjusted", total: "93.00", lines: ["93.00", "30.00", "63.00 90"] },
  ]);
  const dispute = { scheme: "both", period, line: "safety_events", factId: null, reason: "漏了一件" };
  const { id } = await secretary.ask("raiseDispute", { params: { organizationId: branch }, body: dispute });
  const event: Body<"previewDispute">["additions"][number] = {
    kind: "metric",
    subjectId: null,
    occurredOn: "2026-03-12",
    countsOn: "2026-03-12",
    quantity: "1",
    base: null,
    attributes: { metric: "safety_events", severity: "general" },
  };
  const body = { reversals: [], additions: [event] };
  const preview = await office.ask("previewDispute", { params: { disputeId: id }, body });
  expect([preview.before.total, preview.after.total]).toEqual(["56.00", "84.00"]);
  const answer = { outcome: "upheld" as const, answer: "属实", ...body };
  const answered = await office.ask("answerDispute", { params: { disputeId: id }, body: answer });
  expect([answered.totalBefore, answered.totalAfter]).toEqual(["56.00", "84.00"]);
  await group.fold();
  expect((await sheets())[0]).toEqual({ basis: "published", total: "84.00", lines: ["84.00", "28.00 2", "56.00 80"] });
});

test("the close after the 公示 changes no number", async () => {
  const before = await sheets();
  await comes("2026-04-20");
  await office.ask("closePeriod", { params: { period } });
  expect(await sheets()).toEqual(before);
  expect(await whatDiffersAnew(group.application.workshop, group.tenantId)).toEqual([]);
});
