import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";
import { assessBy, trialIndicator, trialScheme, words } from "../../../testing/trial-schemes.ts";

let group: AssessedGroup;
let committee: string;
const ids: Record<string, string> = {};

const metric = (code: string) => ({
  kind: "metric" as const,
  conditions: [{ attribute: "metric", operator: "eq" as const, values: [code] }],
});

beforeAll(async () => {
  group = await assessedGroup();
  committee = await group.organization("committee", { kind: "COMMITTEE" });
  for (const code of ["one", "two", "idle"]) ids[code] = await group.organization(code, { parentId: committee });
  const inputs = [{ name: "c", indicator: "calls", version: 1 }];
  await assessBy(
    group,
    [
      trialIndicator("calls", {
        reads: ["metric"],
        aggregation: { form: "sum", of: metric("calls") },
        pointsRule: { rule: "linear", baseline: "0", target: "10" },
      }),
      trialIndicator("twice_calls", {
        aggregation: { form: "formula", expression: "c * 2.0", inputs },
        pointsRule: { rule: "linear", baseline: "0", target: "20" },
      }),
      trialIndicator("below", {
        aggregation: { form: "rollup", scheme: "monthly", line: null, weighting: "equal" },
      }),
    ],
    [
      trialScheme("service", ["twice_calls"], {
        grades: [
          { code: "good", name: words("good"), atLeast: "90" },
          { code: "fair", name: words("fair"), atLeast: "0" },
        ],
        proportions: [{ grade: "good", atMost: "0.3" }],
      }),
      trialScheme("committees", ["below"], { appliesTo: { kinds: ["COMMITTEE"] } }),
    ],
  );
  const calls = { kind: "metric", countsOn: "2026-02-03" };
  await bookFacts(group, [
    passed(ids.one as string, "2026-02", "9"),
    passed(ids.two as string, "2026-02", "5"),
    { organizationId: ids.one as string, quantity: "10", attributes: { metric: "calls" }, ...calls },
    { organizationId: ids.one as string, quantity: "99", attributes: { metric: "visits" }, ...calls },
    { organizationId: ids.two as string, quantity: "4", attributes: { metric: "calls" }, ...calls },
  ]);
});
afterAll(() => group.close());

const february = (organizationId: string, lineCode: string) => ({ organizationId, period: "2026-02", lineCode });

test("a formula lists the facts of its inputs, and only those that their conditions take in", async () => {
  const params = february(ids.one as string, "twice_calls");
  const { items } = await group.office.ask("listScoreFacts", { params, query: { scheme: "service" } });
  expect(items.map(({ quantity, attributes }) => [quantity, attributes])).toEqual([["10", { metric: "calls" }]]);
});

test("a roll-up lists the organisations below that it adds up, page by page", async () => {
  const ask = (query: object = {}) =>
    group.office.ask("listScoreChildren", {
      params: february(committee, "below"),
      query: { scheme: "committees", ...query },
    });
  const { items, next } = await ask();
  expect(next).toBeNull();
  const shown = items.map(({ organizationName, points, state }) => [organizationName, points, state]);
  expect(shown.filter(([, points]) => points !== null)).toEqual([
    ["one", "90.00", "scored"],
    ["two", "50.00", "scored"],
  ]);
  const first = await ask({ limit: 1 });
  const second = await ask({ limit: 1, after: first.next as string });
  expect([...first.items, ...second.items]).toEqual(items.slice(0, 2));
  const score = await group.office.ask("getScore", {
    params: { organizationId: committee, period: "2026-02" },
    query: { scheme: "committees" },
  });
  expect(score.lines[1]?.arithmetic).toMatchObject({
    form: "of_target",
    origin: { of: "rollup", scored: 2, sum: "140" },
  });
});

test("grades of a board are counted against their proportions; a decision moves its organisation", async () => {
  const ask = () =>
    group.office.ask("getBoard", {
      params: { organizationId: group.rootId },
      query: { period: "2026-02", scheme: "service" },
    });
  const counts = (board: Awaited<ReturnType<typeof ask>>) =>
    board.grades.map(({ code, organizations, limit, over }) => [code, organizations, limit, over]);
  const before = await ask();
  expect(counts(before)).toEqual([
    ["good", 1, 0, true],
    ["fair", 1, null, false],
  ]);
  expect(before.items.map(({ suggestedGrade, grade }) => [suggestedGrade?.code, grade])).toEqual([
    ["good", null],
    ["fair", null],
    ...before.items.slice(2).map(() => [undefined, null]),
  ]);
  await group.query(
    `INSERT INTO grade_decision (tenant_id, organization_id, scheme_code, period_from, period_version, grade, reason, decided_at, decided_by)
     VALUES ($1, $2, 'service', '2026-02-01', 1, 'fair', '突出问题', now(), gen_random_uuid())`,
    [group.tenantId, ids.one],
  );
  const after = await ask();
  expect(counts(after)).toEqual([
    ["good", 0, 0, false],
    ["fair", 2, null, false],
  ]);
  expect(after.items[0]).toMatchObject({
    suggestedGrade: { code: "good" },
    grade: { code: "fair" },
    gradeReason: "突出问题",
  });
  const params = { organizationId: ids.one as string, period: "2026-02" };
  const { grade } = await group.office.ask("getScore", { params, query: { scheme: "service" } });
  expect(grade).toMatchObject({ suggested: { code: "good" }, decided: { code: "fair" }, reason: "突出问题" });
});
