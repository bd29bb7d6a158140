import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { branchForEachDepartment, type DepartmentsGroup, departmentsGroup } from "../../testing/departments-group.ts";
import { bookFacts, passed } from "../../testing/score-facts.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let group: DepartmentsGroup;
let old: string;
let begun: string;

const monthsOf2026 = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => `2026-${String(first + index).padStart(2, "0")}`);

/** Two branches out of one from the middle of March; every month of the year has a figure and is closed. */
beforeAll(async () => {
  group = await departmentsGroup([2]);
  const [joint] = group.joint;
  old = joint?.id as string;
  const { plan, begun: branches } = branchForEachDepartment(group, { secretaries: false });
  begun = branches[0] as string;
  const params = { organizationId: group.committeeId };
  const { digest } = await group.officer.ask("previewReorganization", { params, body: plan });
  await group.officer.ask("applyReorganization", { params, body: { ...plan, digest: digest as string } });
  group.clock.set("2026-12-30T02:00:00Z");
  await group.query("UPDATE account SET password_changed_at = $1", [group.clock()]);
  await bookFacts(group, [
    passed(old, "2026-01", "6"),
    passed(old, "2026-02", "8"),
    passed(old, "2026-03", "1"),
    passed(begun, "2026-03", "10", { countsOn: "2026-03-20" }),
    ...monthsOf2026(4, 12).map((month, index) => passed(begun, month, String(index + 1))),
  ]);
  await group.query(
    `WITH months AS (SELECT n, make_date(2026, n, 1) AS day FROM generate_series(1, 12) AS n),
     closed AS (INSERT INTO period_closing (tenant_id, closing, span, period_from, version, closed_at)
       SELECT $1::int, n, 'month', day, 1, now() FROM months)
     INSERT INTO period (tenant_id, span, period_from, state, closing) SELECT $1::int, 'month', day, 'closed', n FROM months`,
    [group.tenantId],
  );
});
afterAll(() => group.close());

const yearOf = async (organizationId: string) => {
  const params = { organizationId, period: "2026" };
  const { total, mean } = await group.officer.ask("getScore", { params, query: {} });
  return { total, months: mean?.counted.map(({ period }) => period), leftOut: mean?.leftOut };
};

test("the year of a branch that begins in the middle of March is the mean of its nine whole months", async () => {
  expect(await yearOf(begun)).toEqual({
    total: "50.00",
    months: monthsOf2026(4, 12),
    leftOut: [{ period: "2026-03", reason: "not_whole" }],
  });
});

test("the year of a branch that ended is the mean of the months that it stood wholly", async () => {
  expect(await yearOf(old)).toEqual({
    total: "70.00",
    months: ["2026-01", "2026-02"],
    leftOut: [{ period: "2026-03", reason: "not_whole" }],
  });
});

test("the board of the year says the same", async () => {
  const { items } = await group.officer.ask("getBoard", {
    params: { organizationId: group.committeeId },
    query: { period: "2026", class: "生产类" },
  });
  expect(items.map(({ organizationName, total }) => [organizationName, total])).toEqual([
    ["第1联合党支部", "70.00"],
    ["第1部门党支部", "50.00"],
  ]);
});
