import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type HistoryGroup, historyGroup } from "../../testing/history-group.ts";
import { endPeriod } from "../../testing/history-periods.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";

let group: HistoryGroup;
let general: string;
let branch: string;

const name = { zh: "党总支的季度", en: "Quarter of general branches" };

/** Totals by organisation and basis. */
async function totals(scheme: string, from: string): Promise<Record<string, string | null>> {
  const rows = await group.query<{ name: string; total: string | null }>(
    `SELECT o.code || ' ' || s.basis AS name, s.total::text AS total FROM score_sheet s JOIN organization o ON o.id = s.organization_id
     WHERE s.scheme_code = $1 AND s.period_from = $2 AND o.code IN ('GENERAL', 'C', 'E') AND total IS NOT NULL`,
    [scheme, from],
  );
  return Object.fromEntries(rows.map(({ name, total }) => [name, total]));
}

/** A 党总支 with a branch of two members and one of a single member, scored in January, closed with the whole quarter. */
beforeAll(async () => {
  group = await historyGroup();
  const [found] = await group.query<{ id: string }>("SELECT id FROM organization WHERE code = 'GENERAL'");
  general = found?.id as string;
  const [standing] = await group.query<{ id: string }>("SELECT id FROM organization WHERE code = 'C'");
  branch = standing?.id as string;
  const other = await group.organization("E", { parentId: general, class: "生产类" });
  await group.admit(other, "2026-01-01");
  const leaf = { kind: "leaf", indicator: "committee_monthly_figure", version: 1, fullMarks: "100" };
  const body = schemeBody.parse({
    ...{ code: "general_quarter", version: 1, name, cadence: "quarter" },
    appliesTo: { kinds: ["GENERAL_BRANCH"] },
    root: { kind: "sum", code: "general_quarter_total", name, children: [leaf] },
  });
  await group.query(
    "INSERT INTO scheme_version (tenant_id, code, version, body, checksum) VALUES ($1, $2, 1, $3::jsonb, 'test')",
    [group.tenantId, body.code, JSON.stringify(body)],
  );
  await group.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     VALUES ($1, $2, $3, '2026-01-01', 1, now())`,
    [group.tenantId, group.rootId, body.code],
  );
  await bookFacts(group, [passed(branch, "2026-01", "8"), passed(other, "2026-01", "5")]);
  group.clock.set("2026-05-20T02:00:00Z");
  await endPeriod(group, { act: "close", period: "2026-Q1", pick: 2 });
});
afterAll(() => group.close());

// (2 × 80 + 50) ÷ 3 = 70 of 70 marks makes 49.00; (80 + 50) ÷ 2 = 65 of 30 marks makes 19.50.
const closed = { "GENERAL published": "68.50" };

test("a closed parent is rolled up from its branches: the total by members, the records alike", async () => {
  expect(await totals("committee_monthly", "2026-01-01")).toEqual(closed);
  expect(await totals("monthly", "2026-01-01")).toEqual({ "C published": "80.00", "E published": "50.00" });
  expect(await totals("general_quarter", "2026-01-01")).toEqual(closed);
});

test("a late fact of a branch leaves what its parent published, and moves the parent's adjusted month and quarter", async () => {
  const late = { countsOn: "2026-01-20", postedIn: "2026-04", closing: 9 };
  await bookFacts(group, [passed(branch, "2026-01", "10", late)]);
  // 18 of 20 make 90: (2 × 90 + 50) ÷ 3 = 76.667 makes 53.67; (90 + 50) ÷ 2 = 70 makes 21.00.
  const adjusted = { ...closed, "GENERAL adjusted": "74.67" };
  expect(await totals("monthly", "2026-01-01")).toEqual({
    "C published": "80.00",
    "C adjusted": "90.00",
    "E published": "50.00",
  });
  expect(await totals("committee_monthly", "2026-01-01")).toEqual(adjusted);
  expect(await totals("general_quarter", "2026-01-01")).toEqual(adjusted);
});

test("once the late fact is taken back the parent's adjustment is gone", async () => {
  await group.query(
    `INSERT INTO fact SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'sign', -1, 'corrects', f.id))).*
     FROM fact f WHERE closing = 9`,
  );
  await group.query(
    `INSERT INTO outbox (tenant_id, topic, organization_id, month, recorded_at) VALUES ($1, 'score.dirty', $2, '2026-01-01', now())`,
    [group.tenantId, branch],
  );
  await group.fold();
  expect(await totals("committee_monthly", "2026-01-01")).toEqual(closed);
  expect(await totals("general_quarter", "2026-01-01")).toEqual(closed);
});
