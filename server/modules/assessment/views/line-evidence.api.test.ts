import { afterAll, beforeAll, expect, test } from "vitest";
import { type AssessedGroup, assessedGroup } from "../../../testing/assessed-group.ts";
import { bookFacts, passed } from "../../../testing/score-facts.ts";

let group: AssessedGroup;
let committee: string;
const ids: Record<string, string> = {};

const words = (text: string) => ({ zh: text, en: text });
const indicator = (code: string, over: object) => ({
  code,
  version: 1,
  name: words(code),
  subject: "organization",
  unit: null,
  validFrom: null,
  dimension: "done",
  direction: "higher",
  reads: [],
  filter: [],
  noData: "not_applicable",
  source: "system",
  zeroReason: null,
  basis: words("basis"),
  owner: null,
  cost: { fields: 0 },
  ...over,
});
const leaf = (code: string) => ({ kind: "leaf", indicator: code, version: 1, fullMarks: "100", open: null });
const scheme = (code: string, kinds: string[], leaves: string[], over: object = {}) => ({
  code,
  version: 1,
  name: words(code),
  subject: "organization",
  cadence: "month",
  validFrom: null,
  appliesTo: { kinds, classes: [] },
  adapts: null,
  places: 2,
  lateFactor: "0.5",
  coverageThreshold: "80",
  range: { floor: "0", ceiling: "100" },
  root: { kind: "sum", code: `${code}_total`, name: words(code), children: leaves.map(leaf), open: null },
  bonuses: [],
  deductions: [],
  vetoes: [],
  grades: [],
  proportions: [],
  tieBreakers: [],
  ...over,
});
const metric = (code: string) => ({
  kind: "metric",
  conditions: [{ attribute: "metric", operator: "eq", values: [code] }],
});

/** Publishes definitions and lets the whole group use the schemes. */
async function define(indicators: object[], schemes: object[]): Promise<void> {
  for (const [table, bodies] of [
    ["indicator_version", indicators],
    ["scheme_version", schemes],
  ] as const)
    await group.query(
      `INSERT INTO ${table} (tenant_id, code, version, body, checksum)
       SELECT $1, b->>'code', (b->>'version')::int, b, b->>'code' FROM jsonb_array_elements($2::jsonb) b`,
      [group.tenantId, JSON.stringify(bodies)],
    );
  await group.query(
    `INSERT INTO scheme_adoption (tenant_id, organization_id, scheme_code, period_from, scheme_version, adopted_at)
     SELECT $1, $2, b->>'code', '2026-01-01', 1, now() FROM jsonb_array_elements($3::jsonb) b`,
    [group.tenantId, group.rootId, JSON.stringify(schemes)],
  );
}

beforeAll(async () => {
  group = await assessedGroup();
  committee = await group.organization("committee", { kind: "COMMITTEE" });
  for (const code of ["one", "two", "idle"]) ids[code] = await group.organization(code, { parentId: committee });
  const count = { aggregation: { form: "sum", of: metric("calls") }, reads: ["metric"] };
  const inputs = [{ name: "c", indicator: "calls", version: 1 }];
  await define(
    [
      indicator("calls", { ...count, pointsRule: { rule: "linear", baseline: "0", target: "10" } }),
      indicator("twice_calls", {
        aggregation: { form: "formula", expression: "c * 2.0", inputs },
        pointsRule: { rule: "linear", baseline: "0", target: "20" },
      }),
      indicator("below", {
        aggregation: { form: "rollup", scheme: "monthly", line: null, weighting: "equal" },
        pointsRule: { rule: "ratio", target: "100" },
      }),
    ],
    [
      scheme("service", ["BRANCH"], ["twice_calls"], {
        grades: [
          { code: "good", name: words("good"), atLeast: "90" },
          { code: "fair", name: words("fair"), atLeast: "0" },
        ],
        proportions: [{ grade: "good", atMost: "0.3" }],
      }),
      scheme("committees", ["COMMITTEE"], ["below"]),
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
