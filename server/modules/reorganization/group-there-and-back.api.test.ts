import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type DepartmentsGroup, departmentsGroup } from "../../testing/departments-group.ts";
import { postDueFacts } from "../duties/index.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let group: DepartmentsGroup;
let here: string;
let there: string;
let team: string;

/** A 党小组 that owes a meeting each month in the first of two branches; 2 June is today. */
beforeAll(async () => {
  group = await departmentsGroup([2, 2]);
  [here, there] = group.joint.map(({ id }) => id) as [string, string];
  team = await group.organization("TEAM", { kind: "GROUP", parentId: here });
  const body = { organizationId: group.rootId, year: 2026, name: "年度计划", templateCodes: ["group_meeting"] };
  await group.office.ask("issuePlan", { body });
  group.clock.set("2026-06-02T02:00:00Z");
});
afterAll(() => group.close());

async function move(to: string, effectiveOn: string): Promise<string> {
  const params = { organizationId: group.committeeId };
  const acts = [{ act: "move" as const, organizationId: team, parentId: to }];
  const plan = { name: "调整", decision: "党委〔2026〕1号", effectiveOn, acts };
  const { digest, refusals } = await group.officer.ask("previewReorganization", { params, body: plan });
  expect(refusals).toEqual([]);
  return (await group.officer.ask("applyReorganization", { params, body: { ...plan, digest: digest as string } })).id;
}
const takeBack = (reorganizationId: string) =>
  group.officer.ask("undoReorganization", { params: { reorganizationId }, body: { reason: "x" } });

/** In which months it owes its meeting to a branch, and in which not any more. */
async function months(branch: string, owed = true): Promise<number[]> {
  const rows = await group.query<{ month: number }>(
    `SELECT extract(month FROM period_from)::int AS month FROM obligation
     WHERE organization_id = $1 AND subject_id = $2 AND (state <> 'waived') = $3 ORDER BY 1`,
    [branch, team, owed],
  );
  return rows.map(({ month }) => month);
}
const fromTo = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
/** For which months that it was due counts, and how many times. */
const posted = async (branch: string) => {
  const rows = await group.query<{ month: number; n: number }>(
    `SELECT extract(month FROM counts_on)::int AS month, sum(sign)::int AS n
     FROM fact WHERE organization_id = $1 AND kind = 'obligation.due' GROUP BY 1 HAVING sum(sign) <> 0 ORDER BY 1`,
    [branch],
  );
  return rows.map(({ month, n }) => `${month}:${n}`);
};

test("a 党小组 moved to another branch and back within a year owes each month once, where it stands then", async () => {
  await move(there, "2026-02-01");
  expect([await months(here), await months(there)]).toEqual([[1], fromTo(2, 12)]);
  await move(here, "2026-04-01");
  expect([await months(here), await months(there)]).toEqual([
    [1, ...fromTo(4, 12)],
    [2, 3],
  ]);
  await move(there, "2026-05-01");
  const back = await move(here, "2026-05-01");
  expect([await months(here), await months(there)]).toEqual([
    [1, ...fromTo(4, 12)],
    [2, 3],
  ]);
  await takeBack(back);
  expect([await months(here), await months(there)]).toEqual([
    [1, 4],
    [2, 3, ...fromTo(5, 12)],
  ]);
  await move(here, "2026-05-01");
});

test("that a month's meeting was due counts once, at the branch where it is owed in the end", async () => {
  const { workshop } = group.application;
  const dues = async () => {
    await postDueFacts(workshop, group.tenantId);
    return [await posted(here), await posted(there)];
  };
  const atHome = [
    ["1:1", "4:1", "5:1"],
    ["2:1", "3:1"],
  ];
  expect(await dues()).toEqual(atHome);
  await move(there, "2026-05-01");
  const away = [
    ["1:1", "4:1"],
    ["2:1", "3:1", "5:1"],
  ];
  expect(await dues()).toEqual(away);
  const back = await move(here, "2026-05-01");
  await takeBack(back);
  expect(await dues()).toEqual(away);
  await move(here, "2026-05-01");
  expect(await dues()).toEqual(atHome);
});

test("what it has discharged before it left isn't owed again when it comes back", async () => {
  const august = () =>
    group.query("SELECT organization_id, state FROM obligation WHERE subject_id = $1 AND period_from = '2026-08-01'", [
      team,
    ]);
  await group.query(
    "UPDATE obligation SET state = 'discharged' WHERE organization_id = $1 AND subject_id = $2 AND period_from = '2026-08-01'",
    [here, team],
  );
  await move(there, "2026-07-01");
  const reorganizationId = await move(here, "2026-07-01");
  const { effects } = await group.officer.ask("getReorganization", { params: { reorganizationId } });
  expect([effects.dutiesWaived, effects.dutiesIssued]).toEqual([6, 5]);
  expect(await august()).toEqual(
    expect.arrayContaining([
      { organization_id: here, state: "discharged" },
      { organization_id: there, state: "waived" },
    ]),
  );
});
