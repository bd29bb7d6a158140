import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../testing/assessed-group.ts";
import type { Client } from "../../testing/client.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";
import { closeSettled, settleAsZero } from "../../testing/settled-periods.ts";
import { assessBy, trialScheme } from "../../testing/trial-schemes.ts";

let group: AssessedGroup;
let branch: string;
let office: Client;
const months = ["2026-01", "2026-02", "2026-03"];

/** Totals by basis. */
async function totals(scheme: string, from: string): Promise<Record<string, string | null>> {
  const rows = await group.query<{ basis: string; total: string | null }>(
    "SELECT basis, total::text FROM score_sheet WHERE organization_id = $1 AND scheme_code = $2 AND period_from = $3",
    [branch, scheme, from],
  );
  return Object.fromEntries(rows.map(({ basis, total }) => [basis, total]));
}

beforeAll(async () => {
  group = await assessedGroup();
  branch = await group.organization("A");
  const quarter = trialScheme("quarter_figure", ["monthly_figure"], { cadence: "quarter" });
  await assessBy(group, [], [trialScheme("safety_only", ["safety_events"]), quarter]);
  await bookFacts(
    group,
    months.map((month) => passed(branch, month, "8")),
  );
  group.clock.set("2026-04-07T06:00:00.000Z");
  office = await group.caller("office.2", "party_affairs_officer");
  await group.fold();
  for (const period of [...months, "2026-Q1"]) await closeSettled(group, office, period);
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
  await settleAsZero(group, office, "2026-04");
  await office.ask("startPublicity", { params: { period: "2026-04" } });
  expect(await totals("monthly", "2026-04-01")).toEqual({ published: "80.00" });
  await bookFacts(group, [passed(branch, "2026-04", "2", { countsOn: "2026-04-20", postedIn: "2026-05", closing: 9 })]);
  expect(await totals("monthly", "2026-04-01")).toEqual({ published: "80.00", adjusted: "50.00" });
});
