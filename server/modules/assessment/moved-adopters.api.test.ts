import { afterAll, beforeAll, expect, test } from "vitest";
import { type HistoryGroup, historyGroup } from "../../testing/history-group.ts";
import { foldMissing } from "../../testing/history-periods.ts";
import { brokenFigures } from "../../testing/standing-figures.ts";

let group: HistoryGroup;
beforeAll(async () => {
  group = await historyGroup();
  group.clock.set("2026-05-20T02:00:00Z");
  // The committee in the east scores by its own adaptation from the first month on.
  const adopted = { code: "monthly", version: 3, periodFrom: "2026-01-01" };
  await group.officer.ask("adoptScheme", { params: { organizationId: group.committees[0] }, body: adopted });
  await foldMissing(group);
}, 120_000);
afterAll(() => group.close());

const versionOf = async (branch: number, period: string) => {
  const params = { organizationId: group.branches[branch]?.id as string, period };
  return (await group.officer.ask("getScore", { params, query: { scheme: "monthly" } })).scheme.version;
};
const moved = (organizationId: string, parentId: string, on: string) =>
  group.officer.ask("moveOrganization", { params: { organizationId }, body: { parentId, on } });

test("a branch that has left is described by the scheme of where it stood in the period", async () => {
  await moved(group.branches[0]?.id as string, group.committees[1], "2026-05-01");
  await foldMissing(group);
  expect([await versionOf(0, "2026-Q1"), await versionOf(0, "2026-04"), await versionOf(0, "2026-05")]).toEqual([
    3, 3, 1,
  ]);
});

test("who adopted a scheme takes it along; months before the move are asked for where it stood then", async () => {
  await moved(group.committees[0], group.committees[1], "2026-05-02");
  await foldMissing(group);
  const branch = group.branches[1]?.id as string;
  const months = () =>
    group.query(
      `SELECT period_from::text AS month, scheme_version AS version FROM score_sheet
       WHERE organization_id = $1 AND scheme_code = 'monthly' AND basis = 'published' ORDER BY 1`,
      [branch],
    );
  const before = await months();
  expect(before).toEqual(["01", "02", "03", "04", "05"].map((month) => ({ month: `2026-${month}-01`, version: 3 })));
  expect(await brokenFigures(group.application.workshop, group.tenantId)).toEqual([]);
  // Now only the committee's own adoption asks for its branches' sheets.
  await group.query("DELETE FROM scheme_adoption WHERE organization_id = $1 AND scheme_code = 'monthly'", [
    group.rootId,
  ]);
  await group.query(
    "DELETE FROM score_sheet WHERE organization_id = $1 AND period_from = '2026-02-01' AND scheme_code = 'monthly'",
    [branch],
  );
  await foldMissing(group);
  expect(await months()).toEqual(before);
});
