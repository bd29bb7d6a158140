import type { Answer, Body } from "@dutyloop/contract/endpoints.ts";
import { type IndicatorBody, indicatorBody } from "@dutyloop/domain/assessment/definitions/indicator.ts";
import { schemeBody } from "@dutyloop/domain/assessment/definitions/scheme.ts";
import { meanOfPeriods } from "@dutyloop/domain/assessment/periods/mean-rules.ts";
import { evidenceOf, singleKinds } from "@dutyloop/domain/assessment/scoring/evidence.ts";
import { plainContext, scorerOf } from "@dutyloop/domain/assessment/scoring/scorer.ts";
import type { ScoringFact } from "@dutyloop/domain/assessment/things.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "../../../platform/embedded-postgres/index.ts";
import type { Client } from "../../../testing/client.ts";
import { meetingBody } from "../../../testing/meeting.ts";
import { openStage, type Stage } from "../../../testing/stage.ts";
import { tableMarks } from "../../../testing/table-marks.ts";
import { type Branch, buildWorld, type World } from "../../../testing/world.ts";
import { postDueFacts } from "../../duties/index.ts";
import { submitRecord } from "../../fulfilment/index.ts";
import { loadDefinitions } from "../definitions.ts";
import { foldAllScores } from "../fold-scores.ts";
import { simulate } from "./simulate.ts";

let stage: Stage;
let world: World;
let office: Client;
let known: readonly IndicatorBody[];

beforeAll(async () => {
  stage = await openStage();
  world = await buildWorld(stage);
  const { alpha } = world;
  const secretary = await alpha.account("alpha.everywhere", "branch_secretary", alpha.root.id);
  const hold = (branch: Branch, occurredOn: string, templateCodes: string[], absent: number) =>
    alpha.act(
      submitRecord,
      {
        ...meetingBody(branch, {
          occurredOn,
          templateCodes,
          attendance: branch.memberIds.map((personId, index) => ({
            personId,
            presence: index < absent ? ("leave" as const) : ("present" as const),
            reason: index < absent ? "出差" : null,
          })),
        }),
        organizationId: branch.id,
      },
      secretary,
    );
  stage.clock.set("2026-03-28T06:00:00.000Z");
  await hold(alpha.first, "2026-02-10", ["theme_day"], 0);
  await hold(alpha.second, "2026-02-11", ["theme_day"], 2);
  await hold(alpha.first, "2026-03-05", ["theme_day"], 3);
  await hold(alpha.second, "2026-03-06", ["theme_day"], 0);
  stage.clock.set("2026-04-12T06:00:00.000Z");
  await postDueFacts(stage.application.workshop, alpha.tenantId);
  await foldAllScores(stage.application.workshop.database, alpha.tenantId, stage.clock());
  office = await world.client("alpha.office");
  const { indicators } = await loadDefinitions(reading(), alpha.tenantId, "monthly", 1);
  known = indicators;
});
afterAll(() => stage.close());

const reading = () => stage.application.workshop.database.reading(world.alpha.tenantId);
const months = ["2026-02", "2026-03"];
const threeMonths = ["2026-01", ...months];

type Marks = readonly [string, string, string];
const monthly = ([meetings, present, standard]: Marks, changes: object = {}) => ({
  code: "monthly",
  name: { zh: "月积分", en: "Monthly points" },
  root: {
    kind: "sum",
    code: "monthly_total",
    name: { zh: "合计", en: "Total" },
    children: [
      { kind: "leaf", indicator: "meetings_on_time", version: 1, fullMarks: meetings },
      { kind: "leaf", indicator: "attendance", version: 1, fullMarks: present },
      { kind: "leaf", indicator: "record_standard", version: 1, fullMarks: standard },
    ],
  },
  ...changes,
});

function ask(body: object, over: Partial<Body<"simulateScheme">> = {}) {
  const sending = { scheme: "monthly", body: body as Record<string, unknown>, from: "2026-02", to: "2026-03", ...over };
  return office.call("simulateScheme", { params: { organizationId: world.alpha.root.id }, body: sending });
}

/** The mean of the totals that the scheme gives a branch for its facts, worked out by the domain alone. */
async function meanFor(
  branch: Branch,
  body: object,
  indicators: readonly IndicatorBody[],
  over = months,
): Promise<string | null> {
  const scheme = schemeBody.parse({ version: 2, ...body });
  const scorer = scorerOf(scheme, indicators);
  const totals = [];
  for (const month of over) {
    const facts = await withClient(stage.database.superUrl, async (client) => {
      const { rows } = await client.query<ScoringFact>(
        `SELECT id, kind, sign, quantity::text AS quantity, base::text AS base, attributes, occurred_on::text AS "occurredOn",
           corrects, recorded_at::text AS "recordedAt" FROM fact
         WHERE organization_id = $1 AND to_char(counts_on, 'YYYY-MM') = $2`,
        [branch.id, month],
      );
      return rows;
    });
    const { total, coverage } = scorer.score(evidenceOf(facts, singleKinds(indicators)), plainContext);
    totals.push({ periodFrom: `${month}-01`, total, published: total, coverage, closed: true, whole: true });
  }
  return meanOfPeriods(totals, scheme.coverageThreshold, scheme.places).mean;
}

async function expectMeans(
  answer: Answer<"simulateScheme">,
  body: object,
  indicators = known,
  over = months,
): Promise<void> {
  const { first, second, otherBranch } = world.alpha;
  for (const branch of [first, second, otherBranch]) {
    const mover = answer.movers.find(({ organizationId }) => organizationId === branch.id);
    expect(mover?.meanBefore).toBe(await meanFor(branch, monthly(["40", "30", "30"]), known, over));
    expect(mover?.meanAfter).toBe(await meanFor(branch, body, indicators, over));
  }
}

describe("what a changed scheme would have done", () => {
  test("other marks: every branch's means before and after, its ranks and the reasons, from the sheets alone", async () => {
    const body = monthly(["10", "60", "30"]);
    const { answer } = await ask(body);
    await expectMeans(answer, body);
    expect(answer).toMatchObject({
      scheme: { code: "monthly" },
      periods: months.map((period) => ({ period, state: "open" })),
      complete: true,
      organizations: 3,
      sheets: 6,
      cost: { change: 0, changeForAll: 0, branches: 3 },
      scoredAgain: [],
    });
    const moved = answer.movers.find(({ meanBefore, meanAfter }) => meanBefore !== meanAfter);
    expect(moved?.reasons.map(({ code }) => code)).toEqual(expect.arrayContaining(["attendance"]));
    expect(new Set(answer.movers.map(({ rankAfter }) => rankAfter)).size).toBeGreaterThan(1);
  });

  test("another late factor and another target: only the leaf that counts late ones is scored again", async () => {
    const attendance = known.find(({ code }) => code === "attendance")!;
    const easier = indicatorBody.parse({ ...attendance, version: 2, pointsRule: { rule: "ratio", target: "0.5" } });
    const { root } = monthly(["40", "30", "30"]);
    const children = root.children.map((leaf) => (leaf.indicator === "attendance" ? { ...leaf, version: 2 } : leaf));
    const body = monthly(["40", "30", "30"], { root: { ...root, children }, lateFactor: "0.1" });
    const { answer } = await ask(body, { indicators: [easier as Record<string, unknown>] });
    await expectMeans(answer, body, [...known.filter(({ code }) => code !== "attendance"), easier]);
    expect(answer.scoredAgain).toEqual(["meetings_on_time"]);
  });

  test("a new indicator is scored from its facts, and costs the branches what it makes them type", async () => {
    const count = indicatorBody.parse({
      ...known.find(({ code }) => code === "attendance"),
      code: "own_count",
      version: 1,
      reads: ["attendance"],
      aggregation: { form: "sum", of: { kind: "attendance" } },
      pointsRule: { rule: "linear", baseline: "0", target: "20" },
      cost: { fields: 4 },
    });
    const body = monthly(["40", "30", "30"]);
    body.root.children.push({ kind: "leaf", indicator: "own_count", version: 1, fullMarks: "50" });
    const { answer } = await ask(body, { indicators: [count as Record<string, unknown>] });
    await expectMeans(answer, body, [...known, count]);
    expect(answer.scoredAgain).toEqual(["own_count"]);
    expect(answer.cost).toMatchObject({ change: 4, changeForAll: 12, branches: 3 });
  });

  test("leaves where all got the same are named as not discriminating", async () => {
    const { answer } = await ask(monthly(["10", "60", "30"]));
    expect(answer.weakLines.map(({ code, kind }) => ({ code, kind }))).toContainEqual({
      code: "record_standard",
      kind: "same",
    });
  });

  test("one month is ranked with the tie-breakers of the scheme", async () => {
    const march = { from: "2026-03", to: "2026-03" };
    const range = { floor: "0", ceiling: "1" };
    const ranksOf = async (changes: object) => {
      const { answer } = await ask(monthly(["40", "30", "30"], { range, ...changes }), march);
      expect(answer.sheets).toBe(3);
      const { first, second } = world.alpha;
      return [first, second].map(({ id }) => {
        const { meanAfter, rankAfter } = answer.movers.find(({ organizationId }) => organizationId === id)!;
        return [meanAfter, rankAfter];
      });
    };
    const [one, other] = await ranksOf({});
    expect(one).toEqual(["1.00", 1]);
    expect(other).toEqual(["1.00", 1]);
    expect(await ranksOf({ tieBreakers: ["attendance"] })).toEqual([
      ["1.00", expect.any(Number)],
      ["1.00", 1],
    ]);
    expect((await ranksOf({ tieBreakers: ["attendance"] }))[0]?.[1]).toBeGreaterThan(1);
  });

  test("who doesn't reach the changed scheme's coverage has no mean and no rank any more", async () => {
    const awaited = indicatorBody.parse({
      ...known.find(({ code }) => code === "attendance"),
      code: "own_awaited",
      version: 1,
      filter: [{ attribute: "template", operator: "eq", values: ["nothing"] }],
      noData: "pending",
    });
    const body = monthly(["40", "30", "30"]);
    body.root.children.push({ kind: "leaf", indicator: "own_awaited", version: 1, fullMarks: "60" });
    const { answer } = await ask(body, { indicators: [awaited as Record<string, unknown>] });
    await expectMeans(answer, body, [...known, awaited]);
    expect(answer.movers.map(({ meanAfter, rankAfter }) => [meanAfter, rankAfter])).toEqual(
      answer.movers.map(() => [null, null]),
    );
  });

  test("a scheme of its own that nobody has adopted is scored from facts for everybody", async () => {
    const body = { ...monthly(["20", "40", "40"]), code: "own_month" };
    const { answer } = await ask(body, { scheme: "own_month" });
    expect(answer).toMatchObject({ organizations: 3, sheets: 6 });
    const mover = answer.movers.find(({ organizationId }) => organizationId === world.alpha.first.id);
    expect(mover).toMatchObject({ meanBefore: null, rankBefore: null });
    expect(mover?.meanAfter).toBe(await meanFor(world.alpha.first, body, known));
  });

  test("the first answer comes after the first period and says what it covers", async () => {
    const { root, tenantId } = world.alpha;
    const { rows } = await withClient(stage.database.superUrl, (client) =>
      client.query<{ id: string; path: string }>("SELECT id, path FROM organization WHERE id = $1", [root.id]),
    );
    const input = {
      schemeCode: "monthly",
      body: monthly(["10", "60", "30"]),
      indicators: [],
      from: "2026-02",
      to: "2026-03",
    };
    const steps = [];
    const trial = simulate(
      stage.application.workshop.database,
      tenantId,
      { ...input, organization: rows[0]! },
      "2026-04-12",
    );
    for await (const { done, of, result } of trial) steps.push({ done, of, result: result() });
    expect(steps.map(({ done, of }) => [done, of])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(steps[0]?.result).toMatchObject({ periods: [{ period: "2026-02" }], complete: false, sheets: 3 });
  });

  test("sheets of a version that nobody here has adopted any more are compared as well", async () => {
    const { superUrl } = stage.database;
    const removed = await withClient(superUrl, (client) =>
      client.query("DELETE FROM scheme_adoption WHERE scheme_code = 'monthly' RETURNING *"),
    );
    const body = monthly(["10", "60", "30"], { lateFactor: "0.1" });
    await expectMeans((await ask(body)).answer, body);
    await withClient(superUrl, (client) =>
      client.query("INSERT INTO scheme_adoption SELECT * FROM json_populate_recordset(NULL::scheme_adoption, $1)", [
        JSON.stringify(removed.rows),
      ]),
    );
  });

  test("sheets that wait to be scored by a newer version are compared by the version they are of", async () => {
    await withClient(stage.database.superUrl, async (client) => {
      await client.query(
        `INSERT INTO scheme_version (tenant_id, code, version, body, checksum)
         SELECT tenant_id, code, 2, body || '{"version": 2, "lateFactor": "0.1"}', 'test' FROM scheme_version
         WHERE code = 'monthly' AND version = 1`,
      );
      await client.query("UPDATE scheme_adoption SET scheme_version = 2 WHERE scheme_code = 'monthly'");
      // January has been scored by it already: the older version shows only once March is being read ahead.
      await client.query("UPDATE score_sheet SET scheme_version = 2 WHERE period_from = '2026-01-01'");
    });
    const body = monthly(["40", "30", "30"], { lateFactor: "0.1" });
    await expectMeans((await ask(body, { from: "2026-01" })).answer, body, known, threeMonths);
    await withClient(stage.database.superUrl, async (client) => {
      await client.query("UPDATE scheme_adoption SET scheme_version = 1 WHERE scheme_code = 'monthly'");
      await client.query("UPDATE score_sheet SET scheme_version = 1");
    });
  });

  test("nothing is saved", async () => {
    const before = await tableMarks(stage.database.superUrl);
    await ask(monthly(["10", "60", "30"], { lateFactor: "0" }));
    expect(await tableMarks(stage.database.superUrl)).toEqual(before);
  });
});

describe("what can't be tried", () => {
  test("every problem is named by its place", async () => {
    const got = await ask(monthly(["0", "30", "30"], { lateFactor: "2" }));
    expect(got.status).toBe(422);
    expect(got.refusal.code).toBe("what_if.not_sound");
    expect(got.refusal.problems?.map(({ path }) => path).sort()).toEqual([
      "body.lateFactor",
      "body.root.children[0].fullMarks",
    ]);
  });

  test("a red line is refused with its rule", async () => {
    const got = await ask(monthly(["40", "30", "30"], { name: { zh: "月签到积分", en: "Monthly points" } }));
    expect(got.refusal).toMatchObject({
      code: expect.stringMatching(/^red_line|^definition\./),
      values: { rule: "PRV-17" },
    });
  });

  test("months that haven't ended, and another length of period", async () => {
    const running = await ask(monthly(["10", "60", "30"]), { from: "2026-04", to: "2026-04" });
    expect(running.refusal.code).toBe("what_if.no_past_period");
    const quarter = { from: "2026-01", to: "2026-03" };
    const changed = await ask(monthly(["10", "60", "30"], { cadence: "quarter" }), quarter);
    expect(changed.refusal.problems?.map(({ path }) => path)).toEqual(["body.cadence"]);
    const other = await ask(monthly(["10", "60", "30"], { code: "quarterly_points", cadence: "quarter" }), quarter);
    expect(other.refusal.code).toBe("what_if.other_cadence");
  });
});
